using System.Text.RegularExpressions;
using ChatHelper.Fakes.Record;

namespace ChatHelper.Tests.Telegram;

public sealed class GateTests
{
    private const long Me = 42, New = 43;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_typed_pin_is_taken_out_of_the_chat_at_once(bool webhook)
    {
        await using var rig = await BotRig.Started(webhook);
        rig.Fake.Persons.Text(Me, "/start");
        await rig.Sent(Me, "想做什么");
        rig.Fake.Persons.Text(Me, "设密码");
        await rig.Sent(Me, "4 到 8 位数字");
        rig.Fake.Persons.Text(Me, "482193");
        await rig.Sent(Me, "再发一遍");
        rig.Fake.Persons.Text(Me, "482193");
        await rig.Sent(Me, "密码设好了");
        await BotRig.Until(() => rig.Fake.Ledger.Entries.Count(entry => entry.Kind == LedgerKind.Deleted && entry.ChatId == Me) == 2);

        Assert.DoesNotContain(rig.Log.Lines, line => line.Contains("482193", StringComparison.Ordinal));
        Assert.DoesNotContain(rig.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_code_moves_the_talk_to_another_account_and_tells_the_old_one(bool webhook)
    {
        await using var rig = await BotRig.Started(webhook);
        rig.Fake.Persons.Text(Me, "/start");
        await rig.Sent(Me, "想做什么");
        rig.Fake.Persons.Text(Me, "1");
        await rig.Sent(Me, "谁接到了电话");
        rig.Fake.Persons.Text(Me, "找回码");
        var code = Regex.Replace((await rig.Sent(Me, "找回码，只显示这一次")).Text!, "[^0-9]", "", RegexOptions.None, TimeSpan.FromSeconds(1))[..16];
        rig.Fake.Persons.Text(Me, code);
        await rig.Sent(Me, "找回码生效了");

        rig.Fake.Persons.Text(New, code);
        await rig.Sent(New, "接上了");
        await rig.Sent(New, "谁接到了电话");
        await rig.Sent(Me, "已经在别处继续");
        rig.Fake.Persons.Text(Me, "你好");
        await BotRig.Until(() => rig.Fake.Ledger.Texts(Me).Count(text => text.Contains("想做什么", StringComparison.Ordinal)) == 2);
        Assert.DoesNotContain(rig.Log.Lines, line => line.Contains(code, StringComparison.Ordinal));
    }
}
