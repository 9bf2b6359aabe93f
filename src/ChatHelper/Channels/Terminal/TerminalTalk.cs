using System.Diagnostics;
using System.Globalization;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Papers;

namespace ChatHelper.Channels.Terminal;

/// <summary>One person at the terminal: the same engine as every channel, with a clock that can be moved.</summary>
internal sealed class TerminalTalk(Engine engine, VirtualClock clock, string person)
{
    private const string Channel = "terminal";
    private readonly Address _address = new(Channel, person);
    private readonly string _run = Stopwatch.GetTimestamp().ToString(CultureInfo.InvariantCulture);
    private int _messages;
    private Incoming? _last;

    public FileMaker Papers => engine.Papers;

    public Task<IReadOnlyList<Reply>> Say(string text) => Take(new Said(Channel, Key(), text));

    public Task<IReadOnlyList<Reply>> Press(IReadOnlyList<string> choices) => Take(new Pressed(Channel, Key(), null, null, choices));

    /// <summary>Gives a file from this machine; it is kept or refused as from any channel.</summary>
    public async Task<IReadOnlyList<Reply>> Give(string path, string caption)
    {
        await using var bytes = File.OpenRead(path);
        var file = await engine.Files.Keep(await engine.Turns.Meet(_address), Path.GetFileName(path), to => bytes.CopyToAsync(to));
        return await Take(new Gave(Channel, Key(), file, caption));
    }

    /// <summary>Chooses the language before the first word.</summary>
    public Task<IReadOnlyList<Reply>> Speak(string language) => Take(new Pressed(Channel, Key(), null, null, [$"language:{language}"]));

    /// <summary>Delivers the last message once more, as a channel does after a lost answer.</summary>
    public async Task<IReadOnlyList<Reply>> Again() => _last is null ? [] : await Take(_last);

    /// <summary>Moves the clock and lets everything fall due that was scheduled until then, each at its own time.</summary>
    public async Task<IReadOnlyList<Reply>> Move(TimeSpan by)
    {
        List<Reply> replies = [];
        var end = clock.GetUtcNow() + by;
        while (await engine.Writer.Write(null, Due.DueStore.Next) is { } next && next <= end.ToUnixTimeMilliseconds())
        {
            var at = DateTimeOffset.FromUnixTimeMilliseconds(next);
            clock.Move(at > clock.GetUtcNow() ? at - clock.GetUtcNow() : TimeSpan.Zero);
            await engine.DueClock.Strike();
            replies.AddRange(await Waiting());
        }

        clock.Move(end - clock.GetUtcNow());
        return replies;
    }

    /// <summary>The conversation as stored; a new one when nothing was said yet.</summary>
    public async Task<Conversation> Conversation() =>
        (await engine.Writer.Write(_address, session => engine.Conversations.Find(session, _address)))?.Conversation ?? engine.Decider.Begin();

    /// <summary>Our number for the person; 0 when nobody is known here.</summary>
    public async Task<long> Number() => (await engine.Writer.Write(_address, session => engine.Conversations.Find(session, _address)))?.Id ?? 0;

    private async Task<IReadOnlyList<Reply>> Take(Incoming incoming)
    {
        _last = incoming;
        var taken = await engine.Turns.Take(_address, incoming);

        // An erased person has no rows any more; the last words come with the turn itself.
        return taken.Rows.Any(row => row.Person == 0) ? [.. taken.Rows.Select(row => row.Reply)] : await Waiting();
    }

    // The terminal has everything at once: what it shows is gone from the outbox.
    private Task<IReadOnlyList<Reply>> Waiting() => engine.Writer.Write<IReadOnlyList<Reply>>(_address, session =>
    {
        if (engine.Conversations.Find(session, _address) is not { } known)
        {
            return [];
        }

        var rows = engine.Outbox.Of(session, known.Id, 0);
        if (rows.Count > 0)
        {
            Outbox.OutboxStore.RemoveUpTo(session, known.Id, rows[^1].Id);
        }

        return [.. rows.Select(row => row.Reply)];
    });

    private string Key() => $"{_run}:{++_messages}";
}
