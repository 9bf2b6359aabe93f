using ChatHelper.Fakes.Faulty;
using ChatHelper.Fakes.Record;
using ChatHelper.Limits;
using ChatHelper.Tests.Telegram;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Limits;

public sealed class TelegramLimitTests(ITestOutputHelper output)
{
    private const long Me = 42;
    private const long Other = 43;
    private static readonly LimitOptions Standard = new() { DiskUsed = _ => 0 };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_a_flood_nothing_is_written_one_notice_goes_out_and_others_are_heard(bool webhook)
    {
        await using var rig = await BotRig.Started(webhook, limits: Standard);
        for (var word = 0; word < 500; word++)
        {
            rig.Fake.Persons.Text(Me, "你好");
        }

        rig.Fake.Persons.Text(Other, "你好");
        await rig.Sent(Other, "想做什么");
        await BotRig.Until(() => rig.Fake.PendingUpdates == 0);
        await rig.Sent(Me, "以后的没有读");

        var seen = (long)(await rig.Read(session => session.Scalar("SELECT count(*) FROM seen")))!;
        var dropped = rig.Engine.Admission.Dropped;
        output.WriteLine($"{(webhook ? "webhook" : "polling")}: 500 words of one person, {seen - 1} taken, {dropped} let go, {rig.Engine.Admission.Notified} notice");
        Assert.Equal(501, seen + dropped);
        Assert.InRange(seen - 1, 60, 120); // a slow machine has time to fill the bucket
        Assert.Single(rig.Fake.Ledger.Texts(Me), text => text.Contains("以后的没有读", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Thirty_pictures_and_forty_lines_are_all_taken()
    {
        await using var rig = await BotRig.Started(limits: Standard with { Person = Standard.Person with { PerSecond = 0 } });
        for (var no = 0; no < 30; no++)
        {
            rig.Fake.Persons.File(Me, $"{no}.txt", "text/plain", [(byte)('a' + no), (byte)'x']);
            rig.Fake.Persons.Text(Other, $"第{no}次");
        }

        for (var no = 30; no < 40; no++)
        {
            rig.Fake.Persons.Text(Other, $"第{no}次");
        }

        await BotRig.Until(() => rig.Read(session => session.Scalar("SELECT count(*) FROM seen")).Result is 70L);
        Assert.Equal(0, rig.Engine.Admission.Dropped);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_that_takes_for_ever_keeps_nobody_else_waiting_and_the_own_words_stay_behind_it(bool webhook)
    {
        await using var rig = await BotRig.Started(webhook, limits: Standard);
        rig.Fake.Persons.Text(Me, "/start");
        await rig.Sent(Me, "想做什么");
        var release = new TaskCompletionSource();
        rig.Fake.Faults.Add(new Fault(FaultKind.Stalled) { Method = "getFile", Times = 1, Until = release.Task });
        rig.Fake.Persons.File(Me, "a.txt", "text/plain", "x"u8.ToArray());
        rig.Fake.Persons.Text(Me, "1");
        await BotRig.Until(() => rig.Fake.PendingUpdates == 0);
        for (var no = 0; no < 3; no++)
        {
            rig.Fake.Persons.Text(Other + no, "你好");
            await rig.Sent(Other + no, "想做什么");
        }

        Assert.Equal(2L, await rig.Read(session => session.Scalar("SELECT count(*) FROM telegram_waiting")));
        Assert.DoesNotContain(rig.Fake.Ledger.Texts(Me), text => text.Contains("谁接到了电话", StringComparison.Ordinal));
        release.SetResult();
        await rig.Sent(Me, "谁接到了电话");
        var said = rig.Fake.Ledger.Texts(Me).ToList();
        Assert.True(said.FindIndex(text => text.Contains("a.txt", StringComparison.Ordinal)) < said.FindIndex(text => text.Contains("谁接到了电话", StringComparison.Ordinal)));
        await BotRig.Until(() => rig.Read(session => session.Scalar("SELECT count(*) FROM telegram_waiting")).Result is 0L);
    }

    [Fact]
    public async Task What_waits_behind_a_file_outlives_the_process_in_its_order()
    {
        await using var rig = await BotRig.Started(limits: Standard);
        rig.Fake.Persons.Text(Me, "/start");
        await rig.Sent(Me, "想做什么");
        rig.Fake.Faults.Add(new Fault(FaultKind.Stalled) { Method = "getFile", Times = 1, Until = new TaskCompletionSource().Task });
        rig.Fake.Persons.File(Me, "a.txt", "text/plain", "x"u8.ToArray());
        rig.Fake.Persons.Text(Me, "1");
        await BotRig.Until(() => rig.Fake.PendingUpdates == 0);
        await rig.Stop();
        Assert.DoesNotContain(rig.Fake.Ledger.Texts(Me), text => text.Contains("a.txt", StringComparison.Ordinal));
        await rig.Start();

        await rig.Sent(Me, "谁接到了电话");
        var said = rig.Fake.Ledger.Texts(Me).ToList();
        Assert.InRange(said.FindIndex(text => text.Contains("a.txt", StringComparison.Ordinal)), 0, said.FindIndex(text => text.Contains("谁接到了电话", StringComparison.Ordinal)) - 1);
        Assert.Single(said, text => text.Contains("a.txt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Danger_does_not_wait_behind_a_file()
    {
        await using var rig = await BotRig.Started(limits: Standard);
        rig.Fake.Persons.Text(Me, "/start");
        await rig.Sent(Me, "想做什么");
        rig.Fake.Faults.Add(new Fault(FaultKind.Stalled) { Method = "getFile", Times = 1, Until = new TaskCompletionSource().Task });
        rig.Fake.Persons.File(Me, "a.txt", "text/plain", "x"u8.ToArray());
        rig.Fake.Persons.Text(Me, "我不想活了");
        await BotRig.Until(() => rig.Read(session => session.Scalar("SELECT count(*) FROM seen")).Result is 2L);
        rig.Fake.Persons.Text(Me, "在阳台上");

        await BotRig.Until(() => rig.Read(session => session.Scalar("SELECT count(*) FROM seen")).Result is 3L);
        Assert.Equal(1L, await rig.Read(session => session.Scalar("SELECT count(*) FROM telegram_waiting")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task On_a_disk_nearly_full_Telegram_keeps_the_words_and_brings_them_when_there_is_room(bool webhook)
    {
        var used = 0.5;
        await using var rig = await BotRig.Started(webhook, limits: Standard with { DiskUsed = _ => Volatile.Read(ref used) });
        Volatile.Write(ref used, 0.96);
        await Task.Delay(1100);
        rig.Fake.Persons.Text(Me, "你好");
        await BotRig.Until(() => rig.Engine.Admission.PutOff > 1);
        Assert.Equal(1, rig.Fake.PendingUpdates);

        Volatile.Write(ref used, 0.5);
        var since = System.Diagnostics.Stopwatch.StartNew();
        await rig.Sent(Me, "想做什么");
        output.WriteLine($"{(webhook ? "webhook" : "polling")}: heard {since.Elapsed.TotalSeconds:F1} s after there was room, {rig.Engine.Admission.PutOff} deliveries put off");
        Assert.Equal(0, rig.Engine.Admission.Dropped);
    }

    [Fact]
    public async Task Of_two_quick_marks_on_one_keyboard_none_is_lost()
    {
        await using var rig = await BotRig.Started(limits: Standard);
        rig.Fake.Persons.Text(Me, "/start");
        await rig.Sent(Me, "想做什么");
        rig.Fake.Persons.Choose(Me, 0);
        await rig.Sent(Me, "谁接到了电话");
        var message = rig.Fake.Persons.KeyboardMessage(Me)!.Value;
        var choices = rig.Fake.Persons.Choices(Me);
        var release = new TaskCompletionSource();
        rig.Fake.Faults.Add(new Fault(FaultKind.Stalled) { Method = "editMessageReplyMarkup", Times = 1, Until = release.Task });
        rig.Fake.Persons.Press(Me, message, choices[0].Data!);
        rig.Fake.Persons.Press(Me, message, choices[1].Data!); // the person still sees the keyboard without the first mark
        await BotRig.Until(() => rig.Fake.PendingUpdates == 0);
        release.SetResult();

        await BotRig.Until(() => rig.Fake.Persons.Choices(Me).Count(choice => choice.Text.StartsWith('\u2611')) == 2);
        Assert.InRange(rig.Fake.Ledger.Entries.Count(entry => entry.Kind == LedgerKind.Edited && entry.ChatId == Me), 2, 3);
    }

    [Fact]
    public async Task A_bot_farm_leaves_nothing_behind_and_hears_whom_to_call()
    {
        await using var rig = await BotRig.Started(limits: Standard with { Newcomers = new Rate(3, 0), Notices = new Rate(5, 0) });
        for (var person = 1; person <= 40; person++)
        {
            rig.Fake.Persons.Text(person, "你好");
            rig.Fake.Persons.File(person, "a.txt", "text/plain", "x"u8.ToArray());
        }

        await BotRig.Until(() => rig.Fake.PendingUpdates == 0 && rig.Fake.Ledger.Entries.Count(entry => entry.Text?.Contains("现在人多", StringComparison.Ordinal) == true) == 5);
        Assert.Equal(3L, await rig.Read(session => session.Scalar("SELECT count(*) FROM person")));
        Assert.InRange(rig.Engine.Admission.NewcomersTurnedAway, 74, 90);
    }
}
