using System.Reflection;
using ChatHelper.Channels.Telegram;
using ChatHelper.Channels.Waiting;
using ChatHelper.Channels.Web;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Evidence;
using ChatHelper.Gate;
using ChatHelper.Outbox;
using ChatHelper.Storage;
using ChatHelper.Tests.Conversations;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Limits;

public sealed class BoundTests(ITestOutputHelper output) : IDisposable
{
    private readonly Rig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task The_writer_lets_no_more_wait_than_may_and_passes_by_a_lane_that_is_full()
    {
        using var held = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        var first = _rig.Engine.Writer.Write("flooder", _ =>
        {
            begun.Set();
            return held.Wait(TimeSpan.FromSeconds(60));
        });
        begun.Wait(TimeSpan.FromSeconds(20)); // else the writer takes from the queue while it is being filled
        var flood = Enumerable.Range(0, 2000).Select(_ => _rig.Engine.Writer.Write("flooder", _ => 0)).ToList();
        var others = Enumerable.Range(0, 300).Select(i => _rig.Engine.Writer.Write($"p{i}", _ => _rig.Engine.Writer.Batches)).ToList();
        var rest = Enumerable.Range(0, Writer.MostWaiting).Select(_ => _rig.Engine.Writer.Write(null, _ => 0)).ToList();
        Assert.InRange(_rig.Engine.Writer.Waiting, 1, Writer.MostWaiting);
        Assert.All(rest.TakeLast(2000), refused => Assert.IsType<StorageFault>(refused.Exception?.InnerException));
        var before = _rig.Engine.Writer.Batches;
        held.Set();

        await first;
        var batches = await Task.WhenAll(others);
        await Task.WhenAll(flood.Concat(rest)).ContinueWith(_ => { }, TaskScheduler.Default);
        output.WriteLine($"the others were written within {batches.Max() - before + 1} batches of a lane with 2,000 works; {flood.Count(work => work.IsFaulted)} of it were refused");
        Assert.InRange(batches.Max() - before, 0, 12);
        Assert.InRange(flood.Count(work => work.IsFaulted), 1900 - Writer.MostInLane, 2000 - Writer.MostInLane);
        Assert.Equal(0, _rig.Engine.Writer.Waiting);
    }

    [Fact]
    public void A_page_that_does_not_keep_up_is_let_go_and_pages_are_counted()
    {
        var streams = new WebStreams();
        var (address, reply) = (new Address("web", "a"), new Reply("x", ReplyClass.Advice));
        var page = streams.Open(address)!;
        streams.Ready([.. Enumerable.Range(1, 1000).Select(id => new OutboxRow(id, 1, address, reply, 0))]);
        Assert.Equal(WebStreams.MostBehind, page.Reader.Count);
        Assert.False(page.Writer.TryWrite(new OutboxRow(1, 1, address, reply, 0)));

        var open = Enumerable.Range(0, 2 * WebStreams.MostOpen).Select(i => streams.Open(new Address("web", $"{i}"))).ToList();
        Assert.Equal((WebStreams.MostOpen, WebStreams.MostOpen - 1), (streams.Count, open.Count(one => one is not null)));
        streams.Close(address, page);
        for (var i = 0; i < 10 * WebStreams.MostPages; i++)
        {
            _ = streams.Open(new Address("web", "0"));
        }

        Assert.Equal(WebStreams.MostOpen, streams.Count);
    }

    [Fact]
    public async Task Replies_that_wait_since_before_the_start_are_read_a_few_of_each_person_and_all_are_sent_in_order()
    {
        List<string> sent = [];
        var done = new TaskCompletionSource();
        var first = await _rig.Say("me", "k0", "你好");
        var person = (await _rig.Engine.Writer.Write(null, session => _rig.Engine.Conversations.Find(session, first.Rows[0].Address)))!;
        await _rig.Engine.Writer.Write(null, session =>
        {
            for (var no = 0; no < 500; no++)
            {
                _rig.Engine.Outbox.Add(session, person, new Reply($"{no}", ReplyClass.Advice));
            }

            return 0;
        });
        Assert.Equal(33, (await _rig.Engine.Writer.Write(null, session => _rig.Engine.Outbox.Recover(session, "test", 33))).Count);
        using var pump = new OutboxPump("test", (row, _) =>
        {
            sent.Add(row.Reply.Text);
            if (sent.Count == 500 + first.Rows.Count)
            {
                done.TrySetResult();
            }

            return Task.FromResult<Outcome>(Outcome.Accepted.Whole);
        }, (_, _) => { }, Pace.Unlimited, _rig.Engine.Outbox, _rig.Engine.Writer, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<OutboxPump>.Instance);
        await pump.Open();
        await done.Task.WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(Enumerable.Range(0, 500).Select(no => $"{no}"), sent.Skip(first.Rows.Count));
        await pump.Close(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Keyboards_conversations_and_wrong_codes_are_forgotten_in_time()
    {
        var toggles = new Toggling(new PressAnswering(null!));
        var cache = new PersonCache(8192);
        var guesses = new Guesses(_rig.Clock);
        var keyboard = new InlineKeyboardMarkup(new[] { new[] { InlineKeyboardButton.WithCallbackData("\u2610 1", "-1.aaaaaaaa.a") } });
        for (var i = 0; i < 30_000; i++)
        {
            cache.Put(new Person(i, new Address("t", $"{i}"), _rig.Engine.Decider.Begin(), 1, 0));
            guesses.May(Guesses.Connection(new System.Net.IPAddress(i)));
        }

        Assert.Equal(8192, Size(cache, "_byAddress"));
        Assert.InRange(Size(guesses, "_wrong"), 1, Guesses.MostTrying);
        _rig.Clock.Move(Guesses.Window);
        Assert.True(guesses.May("later"));
        Assert.Equal(2, Size(guesses, "_wrong"));
        Assert.Equal(2000, Toggling.Most);
        Assert.Equal(0, toggles.Count);
        Assert.NotNull(toggles.Now(new Message { Id = 1, Chat = new Chat { Id = 1 }, ReplyMarkup = keyboard }));
    }

    [Fact]
    public void Every_number_that_bounds_memory_is_what_it_says()
    {
        (string What, long Number, long Expected)[] bounds =
        [
            ("works that wait for the writer", Writer.MostWaiting, 8192),
            ("works of one lane", Writer.MostInLane, 256),
            ("files in memory", FileRoom.AtOnce, 4),
            ("files that wait for that", FileRoom.Most, 64),
            ("bytes of a file", FileStore.Largest, 20 << 20),
            ("open pages", WebStreams.MostOpen, 5000),
            ("pages of a person", WebStreams.MostPages, 6),
            ("replies behind a page", WebStreams.MostBehind, 128),
            ("conversations remembered", Constant(typeof(TurnTaker), "Remembered"), 8192),
            ("replies of a chat remembered", Constant(typeof(OutboxPump), "Remembered"), 32),
            ("replies of a chat when chats are very many", Constant(typeof(OutboxPump), "RememberedInNeed"), 2),
            ("chats remembered without need", Constant(typeof(OutboxPump), "LinesKept"), 20_000),
            ("keyboards remembered", Toggling.Most, 2000),
            ("files fetched at once", Constant(typeof(WaitingUpdates), "AtOnce"), 32),
            ("presses answered at once", Constant(typeof(PressAnswering), "MostAtOnce"), 2000),
            ("updates of a poll", Constant(typeof(TelegramPolling), "AtOnce"), 100),
            ("bytes of an update", Constant(typeof(TelegramWebhook), "Largest"), 1 << 20),
            ("persons with a bucket", new ChatHelper.Limits.LimitOptions().Remembered, 20_000),
            ("entries of a call list", ChatHelper.Core.Diary.ReadLog.Most, 20_000),
        ];
        foreach (var (what, number, _) in bounds)
        {
            output.WriteLine($"{what}: {number}");
        }

        Assert.Equal(bounds.Select(bound => bound.Expected), bounds.Select(bound => bound.Number));
    }

    private static int Size(object of, string field) =>
        ((System.Collections.ICollection)of.GetType().GetField(field, BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(of)!).Count;

    private static int Constant(Type of, string name) =>
        (int)of.GetField(name, BindingFlags.NonPublic | BindingFlags.Static)!.GetRawConstantValue()!;
}
