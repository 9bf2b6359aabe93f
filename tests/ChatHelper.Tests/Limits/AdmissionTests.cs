using ChatHelper.Channels.Terminal;
using ChatHelper.Conversations;
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Plays;
using ChatHelper.Limits;
using ChatHelper.Storage;
using ChatHelper.Tests.Conversations;
using ChatHelper.Tests.Rules;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Limits;

public sealed class AdmissionTests(ITestOutputHelper output) : IDisposable
{
    private const string Cry = "我不想活了";
    private static readonly Address Me = new("telegram", "42");
    private static readonly Address Other = new("telegram", "43");
    private static readonly Lazy<Pack> China = new(() => Content.PackLoading.Load(Path.Combine(Checkout.Root, "dialogs"), "china"));
    private readonly VirtualClock _clock = new(Rig.T0);
    private readonly LimitOptions _limits = new() { DiskUsed = _ => 0 };
    private readonly Rig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void Forty_lines_pasted_at_once_are_all_taken_and_thirty_pictures_too()
    {
        var door = Door(_limits);

        Assert.All(Enumerable.Range(0, 40), line => Assert.Equal(Entry.Open, door.Of(Me, $"11-{line} 他们打来")));
        Assert.All(Enumerable.Range(0, 30), _ => Assert.Equal(Entry.Open, door.Of(Other)));
        Assert.Equal(0, door.Dropped);
    }

    [Fact]
    public void No_play_reaches_the_limit_even_at_one_word_a_second()
    {
        var source = Content.PackFolder.Read(Path.Combine(Checkout.Root, "dialogs/china"), new Diagnostics());
        var plays = PlayReader.Read(source, new Diagnostics()).Select(play => play.Lines.Count(line => line is PlayLine.Types or PlayLine.Presses or PlayLine.Sends)).ToList();
        var longest = plays.Max();
        var door = Door(_limits);
        for (var word = 0; word < longest; word++)
        {
            Assert.Equal(Entry.Open, door.Of(Me, "1"));
            _clock.Move(TimeSpan.FromSeconds(1));
        }

        var atOnce = 0;
        while (door.Of(Other, "1") == Entry.Open)
        {
            atOnce++;
        }

        output.WriteLine($"{plays.Count} plays, the longest has {longest} words; {atOnce} may come within one moment");
        Assert.InRange(longest, 20, 119);
        Assert.Equal(60, atOnce);
    }

    [Fact]
    public void Who_pours_is_told_once_in_ten_minutes_and_heard_again_a_minute_after_the_last_word()
    {
        var door = Door(_limits);
        Poured(door, 60);
        List<Entry> later = [];
        for (var tick = 0; tick < 599_000; tick += 10)
        {
            later.Add(door.Of(Me, "x"));
            _clock.Move(TimeSpan.FromMilliseconds(10));
        }

        Assert.Equal(Entry.Tell, later[0]);
        Assert.All(later.Skip(1), entry => Assert.Equal(Entry.Shut, entry));
        Assert.Equal((59_900, 1), (door.Dropped, door.Notified));
        _clock.Move(TimeSpan.FromSeconds(30));
        Assert.NotEqual(Entry.Open, door.Of(Me, "x"));
        _clock.Move(TimeSpan.FromSeconds(64));
        Assert.Equal(Entry.Open, door.Of(Me, "x"));
    }

    [Fact]
    public void Who_waited_was_heard_and_pours_again_hears_so_again()
    {
        var door = Door(_limits);
        Poured(door, 61);
        _clock.Move(TimeSpan.FromMinutes(2));
        var again = Enumerable.Range(0, 100).Select(_ => door.Of(Me, "x")).CountBy(entry => entry).ToDictionary();

        Assert.Equal((59, 1, 40), (again[Entry.Open], again[Entry.Tell], again[Entry.Shut]));
    }

    [Fact]
    public void A_cry_for_help_passes_once_in_ten_minutes_and_never_the_limit_of_all()
    {
        var door = Door(_limits);
        Poured(door, 70);

        Assert.Equal(Entry.Open, door.Of(Me, Cry));
        Assert.Equal(Entry.Shut, door.Of(Me, Cry));
        _clock.Move(TimeSpan.FromMinutes(11));
        Poured(door, 70);
        Assert.Equal(Entry.Open, door.Of(Me, Cry));
        Assert.Equal(2, door.Cries);

        var narrow = Door(_limits with { Everybody = new Rate(1, 0.001), Person = new Rate(0, 0.5) });
        Assert.Equal(Entry.Open, narrow.Of(Me, Cry));
        Assert.Throws<StorageFault>(() => narrow.Of(Other, Cry));
    }

    [Fact]
    public void A_flood_does_not_make_the_search_for_danger_a_burden()
    {
        var door = Door(_limits);
        Poured(door, 60 + _limits.Looks);

        Assert.Equal(Entry.Shut, door.Of(Me, Cry)); // sixty words before it were none
        _clock.Move(_limits.Window);
        Poured(door, 61);
        Assert.Equal(Entry.Open, door.Of(Me, Cry));
    }

    [Fact]
    public void Beyond_the_limit_of_all_the_channel_keeps_the_words_and_nobody_pays_for_them()
    {
        var door = Door(_limits with { Everybody = new Rate(10, 1) });
        for (var person = 0; person < 10; person++)
        {
            door.Of(new Address("telegram", $"{person}"));
        }

        for (var again = 0; again < 500; again++)
        {
            Assert.Throws<StorageFault>(() => door.Of(Me));
        }

        _clock.Move(TimeSpan.FromSeconds(1));
        Assert.Equal(Entry.Open, door.Of(Me));
        Assert.Equal((0, 500), (door.Dropped, door.PutOff));
    }

    [Fact]
    public void Of_a_bot_farm_only_some_come_in_and_few_are_told()
    {
        var door = Door(_limits);
        var answers = Enumerable.Range(0, 10_000).Select(person => door.Newcomer(new Address("telegram", $"{person}"))).CountBy(entry => entry).ToDictionary();

        Assert.Equal((300, 60), (answers[Entry.Open], answers[Entry.Tell]));
        Assert.Equal(9_700, door.NewcomersTurnedAway);
        _clock.Move(TimeSpan.FromSeconds(2));
        Assert.Equal(Entry.Open, door.Newcomer(Me));
    }

    [Fact]
    public void However_many_come_no_more_are_remembered_than_may_be()
    {
        var door = Door(_limits with { Remembered = 1000 });
        Poured(door, 61);
        for (var person = 0; person < 50_000; person++)
        {
            door.Of(new Address("web", $"{person}"));
            door.Post($"10.0.{person >> 8}.{person & 255}", $"{person}");
            _clock.Move(TimeSpan.FromMilliseconds(10));
        }

        Assert.Equal(3000, door.Remembered);
        Assert.Equal(Entry.Open, door.Of(Me));
    }

    [Fact]
    public void A_clock_that_steps_back_shuts_nobody_out_for_ever()
    {
        var clock = new Retention.LeapingClock(Rig.T0);
        var door = new Admission(_limits, China.Value, _rig.Engine.Seal, new Watermark(_limits, _rig.Folder, clock), clock);
        Poured(door, 60);
        clock.Leap(TimeSpan.FromDays(-3));
        Assert.NotEqual(Entry.Open, door.Of(Me));
        clock.Pass(TimeSpan.FromSeconds(70));

        Assert.Equal(Entry.Open, door.Of(Me));
    }

    [Fact]
    public void On_a_disk_nearly_full_only_danger_and_erasing_are_taken()
    {
        var used = 0.96;
        var door = Door(_limits with { DiskUsed = _ => used });

        Assert.Throws<StorageFault>(() => door.Of(Me, "你好"));
        Assert.Equal(Entry.Open, door.Of(Me, Cry));
        Assert.Equal(Entry.Open, door.Of(Me, "好")); // and the talk that follows
        Assert.Equal(Entry.Open, door.Of(Other, "删除", erases: true));
        used = 0.90;
        _clock.Move(TimeSpan.FromSeconds(1));
        Assert.Equal(Entry.Open, door.Of(new Address("telegram", "44"), "你好"));
    }

    private void Poured(Admission door, int words)
    {
        for (var word = 0; word < words; word++)
        {
            door.Of(Me, "x");
        }
    }

    private Admission Door(LimitOptions limits) => new(limits, China.Value, _rig.Engine.Seal, new Watermark(limits, "/", _clock), _clock);
}
