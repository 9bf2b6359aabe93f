using ChatHelper.Channels.Telegram;
using ChatHelper.Core.Turns;
using ChatHelper.Fakes.Record;
using ChatHelper.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHelper.Tests.Telegram;

/// <summary>Which messages clients may neither forward nor save, and which carry the mark of a repetition.</summary>
public sealed class ProtectTests
{
    private const long Me = 42, Quiet = -500;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_locks_their_talk_gets_words_and_papers_that_cannot_be_passed_on(bool webhook)
    {
        await using var rig = await BotRig.Started(webhook);
        rig.Fake.Persons.Text(Me, "/start");
        Assert.False((await rig.Sent(Me, "想做什么")).Protected);
        foreach (var (said, heard) in new[] { ("设密码", "4 到 8 位数字"), ("482193", "再发一遍"), ("482193", "密码设好了") })
        {
            rig.Fake.Persons.Text(Me, said);
            await rig.Sent(Me, heard);
        }

        rig.Fake.Persons.Text(Me, "3");
        Assert.True((await rig.Sent(Me, "怎么称呼你")).Protected);
        rig.Fake.Persons.Text(Me, "小禾");
        var paper = await rig.Fake.Ledger.WaitAsync(entry => entry.DocumentName?.EndsWith(".docx", StringComparison.Ordinal) == true, BotRig.Patience);
        Assert.True(paper.Protected);

        rig.Fake.Persons.Text(Me, "取消密码");
        await rig.Sent(Me, "密码取消了");
        rig.Fake.Persons.Text(Me, "你好");
        await BotRig.Until(() => rig.Fake.Ledger.Entries.Last(entry => entry.Kind == LedgerKind.Sent && entry.ChatId == Me).Protected is false);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_recovery_code_cannot_be_passed_on_by_anybody(bool webhook)
    {
        await using var rig = await BotRig.Started(webhook);
        rig.Fake.Persons.Text(Me, "/start");
        await rig.Sent(Me, "想做什么");
        rig.Fake.Persons.Text(Me, "找回码");

        Assert.True((await rig.Sent(Me, "找回码，只显示这一次")).Protected);
    }

    [Fact]
    public async Task What_is_made_to_be_passed_on_and_help_in_danger_stay_free()
    {
        await using var rig = await BotRig.Started();
        var sender = Sender(rig, protects: true);
        foreach (var (text, change) in new (string, Func<Reply, Reply>)[]
        {
            ("给朋友的话", reply => reply with { Copy = reply.Text }),
            ("打 120", reply => reply with { Step = Reply.CrisisStep }),
            ("你的情况", reply => reply),
        })
        {
            await sender.Send(new OutboxRow(-1, 7, UpdateReader.At(Quiet), change(new Reply(text, ReplyClass.Advice)), 0), 0);
        }

        Assert.Equal([("给朋友的话", false), ("打 120", false), ("你的情况", true)], Sent(rig).Select(entry => (entry.Text, entry.Protected)));
    }

    [Fact]
    public async Task Each_part_that_goes_again_carries_the_mark()
    {
        await using var rig = await BotRig.Started();
        var sender = Sender(rig, protects: false);
        var text = new string('字', 9000);
        var row = new OutboxRow(-1, 7, UpdateReader.At(Quiet), new Reply(text, ReplyClass.Advice) { Files = [new ReplyFile("a.txt", "text/plain", "a")] }, 0);
        for (var part = 0; part < 4; part++)
        {
            Assert.Equal(part < 3, Assert.IsType<Outcome.Accepted>(await sender.Send(row, part)).More);
            Assert.IsType<Outcome.Accepted>(await sender.Send(row with { Doubtful = true }, part));
        }

        var (first, again) = (Sent(rig).Where((_, at) => at % 2 == 0).ToList(), Sent(rig).Where((_, at) => at % 2 == 1).ToList());
        Assert.Equal(text, string.Concat(first.Select(entry => entry.Text)));
        Assert.Equal(first.Select(entry => $"（可能重复）{entry.Text}"), again.Select(entry => entry.Text));
    }

    private static TelegramSender Sender(BotRig rig, bool protects)
    {
        rig.Fake.Persons.AddGroup(Quiet, "Nobody writes here");
        return new TelegramSender(rig.Services.GetRequiredService<TelegramClients>().Sending, new TelegramWords(rig.Engine.Pack.Lines), rig.Engine.Papers, _ => protects);
    }

    private static List<LedgerEntry> Sent(BotRig rig) => [.. rig.Fake.Ledger.Entries.Where(entry => entry is { Kind: LedgerKind.Sent, ChatId: Quiet })];
}
