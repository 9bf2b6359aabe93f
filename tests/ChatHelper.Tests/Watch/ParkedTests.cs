using ChatHelper.Commands;
using ChatHelper.Core.Turns;
using ChatHelper.Fakes.Faulty;
using ChatHelper.Storage;
using ChatHelper.Tests.Conversations;
using ChatHelper.Tests.Telegram;
using ChatHelper.Watch;

namespace ChatHelper.Tests.Watch;

/// <summary>What cannot be taken is put aside, its person is told, and everything else goes on.</summary>
public sealed class ParkedTests
{
    private const long Me = 74200017;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_update_of_a_shape_that_nobody_foresaw_is_parked_its_person_told_and_their_next_word_taken(bool webhook)
    {
        await using var rig = await BotRig.Started(webhook);
        rig.Fake.Persons.Text(Me, "你好");
        await rig.Sent(Me, "想做什么");
        var bad = rig.Fake.Persons.Other(Me, "\"text\": {\"secret\": \"word\"}");
        rig.Fake.Persons.Text(Me, "1");

        await rig.Sent(Me, "没能处理");
        await rig.Sent(Me, "谁接到了电话");
        var parked = Assert.Single(await rig.Read(ParkedStore.All));
        Assert.Equal(("update", "telegram", "JsonException"), (parked.Kind, parked.Channel, parked.Fault));
        Assert.NotEqual(0, bad);
        Assert.DoesNotContain(rig.Log.Lines, line => line.Contains("secret", StringComparison.Ordinal) || line.Contains($"{Me}", StringComparison.Ordinal));
        Assert.Single(rig.Fake.Ledger.Texts(Me), text => text.Contains("没能处理", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_update_that_fails_at_every_try_is_parked_and_others_go_on()
    {
        await using var rig = await BotRig.Started();
        rig.Fake.Persons.Text(Me, "你好");
        await rig.Sent(Me, "想做什么");
        await rig.Read(session => session.Execute("UPDATE conversation SET content = x'00'"));
        await rig.Stop();
        await rig.Start(); // what was remembered is forgotten
        rig.Fake.Persons.Text(Me, "在吗");
        rig.Fake.Persons.Text(43, "你好");

        await rig.Sent(43, "想做什么");
        await BotRig.Until(() => rig.Read(ParkedStore.Count).Result == 1);
        Assert.Equal(4, rig.Log.Lines.Count(line => line.StartsWith("Error 1307", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_reply_that_the_channel_will_never_take_is_counted_and_the_next_one_goes()
    {
        await using var rig = await BotRig.Started();
        rig.Fake.Faults.Add(new Fault(FaultKind.Error) { ChatId = Me, Code = 400, Description = "Bad Request: strange", Times = 1 });
        rig.Fake.Persons.Text(Me, "你好");

        await rig.Sent(Me, "想做什么");
        await BotRig.Until(() => rig.Read(ParkedStore.Count).Result == 1);
        Assert.Equal("refused with 400", (await rig.Read(ParkedStore.All))[0].Fault);
    }

    [Fact]
    public async Task The_command_lists_and_forgets()
    {
        using var rig = new Rig();
        foreach (var key in (string[])["7", "8", "7"])
        {
            await rig.Engine.Writer.Write(null, session =>
            {
                ParkedStore.Put(session, new Parked("update", "telegram", key, Rig.T0, "JsonException"));
                return true;
            });
        }

        Assert.Equal("2026-11-18 12:30:00Z update telegram 7 JsonException\n2026-11-18 12:30:00Z update telegram 8 JsonException\n2 parked.\n", Listed(rig, clear: false));
        Assert.EndsWith("2 forgotten.\n", Listed(rig, clear: true), StringComparison.Ordinal);
        Assert.Equal("0 parked.\n", Listed(rig, clear: false));
        Assert.Throws<StartFault>(() => ParkedCommand.Run(Path.Combine(rig.Folder, "none"), clear: false, TextWriter.Null));
    }

    [Fact]
    public async Task Whoever_is_told_that_their_word_was_not_taken_stands_where_they_stood()
    {
        using var rig = new Rig();
        await rig.Say("p1", "1", "hello");
        await rig.Press("p1", "2", "tell");
        var before = await rig.Stored("p1");
        var told = await rig.Engine.Turns.Take(new("test", "p1"), new Untaken("test", "3"));
        var after = await rig.Stored("p1");

        Assert.Contains("没能处理", Assert.Single(told.Rows).Reply.Text, StringComparison.Ordinal);
        Assert.Equal((before!.At, before.Version), (after!.At, after.Version));
    }

    private static string Listed(Rig rig, bool clear)
    {
        using var output = new StringWriter { NewLine = "\n" };
        ParkedCommand.Run(rig.Folder, clear, output);
        return output.ToString();
    }
}
