using ChatHelper.Channels.Terminal;
using ChatHelper.Content;
using ChatHelper.Conversations;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Turns;
using ChatHelper.Retention;
using ChatHelper.Tests.Conversations;
using ChatHelper.Tests.Rules;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatHelper.Tests.Retention;

public sealed class PurgeTests : IDisposable
{
    private static readonly Lazy<Pack> China = new(() => PackLoading.Load(Path.Combine(Checkout.Root, "dialogs"), "china"));
    private static readonly Address Somebody = new("test", "p1");
    private readonly string _folder = Directory.CreateTempSubdirectory("chathelper-test-").FullName;
    private readonly VirtualClock _clock = new(new DateTimeOffset(2026, 11, 18, 12, 30, 0, TimeSpan.Zero));
    private readonly Engine _engine;
    private readonly Purge _purge;
    private int _key;

    public PurgeTests()
    {
        _engine = new Engine(China.Value, _folder, _clock, NullLoggerFactory.Instance);
        _purge = new Purge(_engine, NullLogger<Purge>.Instance);
        _engine.Agree(Somebody).GetAwaiter().GetResult();
    }

    [Fact]
    public async Task Whoever_is_silent_for_seven_days_is_erased_and_their_files_are_swept()
    {
        await Say("我本人欠的 借了3500");
        var file = await GiveFile();
        await Pass(TimeSpan.FromDays(7) - TimeSpan.FromHours(1));
        Assert.Equal(0, await _purge.Once());
        Assert.True(File.Exists(file));

        await Pass(TimeSpan.FromHours(2));
        Assert.Equal(1, await _purge.Once());
        Assert.All(await Counts("person", "conversation", "file", "outbox", "due", "handover", "desk_message"), count => Assert.Equal(0, count));
        Assert.False(File.Exists(file));
        Assert.Equal(0, await _purge.Once());
    }

    [Fact]
    public async Task A_word_of_the_person_begins_the_time_anew()
    {
        await Say("我本人欠的");
        await Pass(TimeSpan.FromDays(6));
        await Say("借了3500");
        await Pass(TimeSpan.FromDays(6));

        Assert.Equal(0, await _purge.Once());
        Assert.Equal("3500", (await Stored())!.Facts["amount"]!.Value);
    }

    [Fact]
    public async Task A_volunteers_word_does_not_make_anything_be_kept_longer()
    {
        await Say("我本人欠的");
        await Pass(TimeSpan.FromDays(6));
        await Take(new VolunteerCame("desk", Key(), "小林"));
        await Take(new VolunteerSaid("desk", Key(), "小林", "在的"));
        await Pass(TimeSpan.FromDays(1.1));

        Assert.Equal(1, await _purge.Once());
        Assert.Null(await Stored());
    }

    [Fact]
    public async Task Who_has_a_reminder_keeps_only_the_reminder_and_still_gets_it()
    {
        await Say("我本人欠的 借了3500");
        var file = await GiveFile();
        await Remind("monthly");
        await Take(new Pressed("test", Key(), null, null, ["human"]));
        await Pass(TimeSpan.FromDays(7.1));

        Assert.Equal(1, await _purge.Once());
        Assert.All((await Stored())!.Facts, fact => Assert.Matches("^(reminder|consent)-", fact.Key));
        Assert.Empty((await Stored())!.SetAside);
        Assert.All(await Counts("file", "outbox", "handover", "desk_message"), count => Assert.Equal(0, count));
        Assert.False(File.Exists(file));
        Assert.All(await Counts("person", "due"), count => Assert.Equal(1, count));

        var reminded = await UntilReminded();
        Assert.Contains("给花浇水", reminded);
        Assert.Equal(1, (await Counts("due"))[0]);
    }

    [Fact]
    public async Task A_reminder_that_came_does_not_make_anything_be_kept_longer()
    {
        await Remind("once");
        await Pass(TimeSpan.FromDays(7.1));
        Assert.Equal(1, await _purge.Once());

        Assert.Contains("给花浇水", await UntilReminded());
        await Pass(TimeSpan.FromDays(7.1));
        Assert.Equal(1, await _purge.Once());
        Assert.All(await Counts("person", "due", "outbox"), count => Assert.Equal(0, count));
    }

    [Fact]
    public async Task Who_has_chosen_thirty_days_is_kept_for_thirty_and_a_repeated_message_adds_none()
    {
        await Say("我本人欠的 借了3500");
        await Say("保留");
        var chosen = new Pressed("test", Key(), null, null, ["30"]);
        await Take(chosen);
        await Pass(TimeSpan.FromDays(6));
        Assert.True((await Take(chosen)).Repeated);
        await Pass(TimeSpan.FromDays(23));
        Assert.Equal(0, await _purge.Once());

        await Pass(TimeSpan.FromDays(1.1));
        Assert.Equal(1, await _purge.Once());
    }

    [Fact]
    public async Task A_day_before_the_end_one_neutral_word_comes_and_keeps_nothing_longer()
    {
        await Say("我本人欠的 借了3500");
        var person = (await _engine.Writer.Write(null, session => _engine.Conversations.Find(session, Somebody)))!.Id;
        await Pass(TimeSpan.FromDays(6.1));
        await _engine.Writer.Write(null, session => session.Execute("DELETE FROM outbox WHERE person_id = $1", person));
        await _purge.Once();
        await Pass(TimeSpan.FromHours(10));
        await _purge.Once();

        var warned = Assert.Single(await _engine.Writer.Write(null, session => _engine.Outbox.Of(session, person, 0)));
        Assert.StartsWith("提醒：你保存的事项", warned.Reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("欠", warned.Reply.Text, StringComparison.Ordinal);
        await Pass(TimeSpan.FromHours(14));
        Assert.Equal(1, await _purge.Once());
    }

    [Fact]
    public async Task Whoever_answers_the_warning_is_kept_for_as_long_again()
    {
        await Say("我本人欠的 借了3500");
        await Pass(TimeSpan.FromDays(6.5));
        await _purge.Once();
        await Take(new Pressed("test", Key(), null, null, ["longer"]));
        await Pass(TimeSpan.FromDays(6));

        Assert.Equal(0, await _purge.Once());
        Assert.Equal("3500", (await Stored())!.Facts["amount"]!.Value);
    }

    [Fact]
    public async Task What_is_over_is_gone_from_that_minute_whenever_the_purge_comes()
    {
        await Say("我本人欠的 借了3500");
        await GiveFile();
        await Pass(TimeSpan.FromDays(7.1));
        await Say("在吗");

        Assert.Null((await Stored())!.Facts["amount"]);
        Assert.Empty((await Stored())!.Consents);
        Assert.Equal(0, (await Counts("file"))[0]);
    }

    [Fact]
    public async Task What_was_told_without_a_yes_is_gone_after_a_day_and_its_files_too()
    {
        var stranger = new Address("test", "p2");
        await _engine.Turns.Take(stranger, new Said("test", Key(), "我本人欠的 借了3500"));
        var given = await _engine.Files.Keep(await _engine.Turns.Meet(stranger), "a.jpg", to => to.WriteAsync(new byte[] { 0xFF, 0xD8, 0xFF, 1 }).AsTask());
        await _engine.Turns.Take(stranger, new Gave("test", Key(), given, ""));
        Assert.Equal(1, (await Counts("file"))[0]);
        await Pass(TimeSpan.FromHours(25));

        var left = (await _engine.Writer.Write(null, session => _engine.Conversations.Find(session, stranger)))!.Conversation;
        Assert.Empty(left.Facts);
        Assert.Empty(left.Case.Evidence);
        Assert.Equal(0, (await Counts("file"))[0]);
    }

    [Fact]
    public async Task Each_answer_about_consent_stands_in_the_audit()
    {
        await Take(new Said("test", Key(), "撤回同意"));
        await Take(new Pressed("test", Key(), null, null, ["keep"]));

        var said = await _engine.Writer.Write(null, session => session.Query("SELECT what FROM audit WHERE what LIKE 'consent%'", row => row.GetString(0)));
        Assert.Equal("consent keep Withdrawn (notice 2026-11-22)", Assert.Single(said));
    }

    [Fact]
    public async Task Message_keys_go_after_their_time()
    {
        await Say("我本人欠的");
        await Pass(SeenStore.Kept + TimeSpan.FromMinutes(1));
        await Say("在吗");
        await _purge.Once();

        Assert.Equal(1, (await Counts("seen WHERE channel = 'test'"))[0]);
    }

    public void Dispose()
    {
        _purge.Dispose();
        _engine.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string Key() => $"{++_key}";

    private Task<Taken> Take(Incoming incoming) => _engine.Turns.Take(Somebody, incoming);

    private Task<Taken> Say(string text) => Take(new Said("test", Key(), text));

    private async Task Remind(string repeat)
    {
        await Say("提醒");
        foreach (var choice in (string[])["set-up", repeat, "first", "morning", "own"])
        {
            await Take(new Pressed("test", Key(), null, null, [choice]));
        }

        await Say("给花浇水");
        Assert.Equal(repeat, (await Stored())!.Facts["reminder-repeat"]!.Value);
    }

    // Bytes younger than an hour are never swept, by the clock of the disk.
    private async Task<string> GiveFile()
    {
        var given = await _engine.Files.Keep(await _engine.Turns.Meet(Somebody), "a.jpg", to => to.WriteAsync(new byte[] { 0xFF, 0xD8, 0xFF, 1 }).AsTask());
        await Take(new Gave("test", Key(), given, ""));
        var path = Path.Combine(_folder, "files", given.Id);
        File.SetLastWriteTimeUtc(path, _clock.GetUtcNow().UtcDateTime);
        return path;
    }

    private async Task Pass(TimeSpan time)
    {
        _clock.Move(time);
        await _engine.DueClock.Strike();
    }

    // By the hour, as nothing comes at night, with the purge running all along.
    private async Task<string> UntilReminded()
    {
        for (var hour = 0; hour < 40 * 24; hour++)
        {
            await Pass(TimeSpan.FromHours(1));
            var person = await _engine.Writer.Write(null, session => _engine.Conversations.Find(session, Somebody));
            var words = await _engine.Writer.Write(null, session => _engine.Outbox.Of(session, person!.Id, 0));
            if (words.Count > 0)
            {
                return string.Join('\n', words.Select(row => row.Reply.Text));
            }

            await _purge.Once();
        }

        return "";
    }

    private async Task<Conversation?> Stored() =>
        (await _engine.Writer.Write(null, session => _engine.Conversations.Find(session, Somebody)))?.Conversation;

    private Task<long[]> Counts(params string[] tables) =>
        _engine.Writer.Write(null, session => tables.Select(table => (long)session.Scalar($"SELECT count(*) FROM {table}")!).ToArray());
}
