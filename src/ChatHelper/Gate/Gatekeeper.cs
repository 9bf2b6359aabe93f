using System.Collections.Concurrent;
using ChatHelper.Audit;
using ChatHelper.Conversations;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Turns;
using ChatHelper.Outbox;
using ChatHelper.Storage;

namespace ChatHelper.Gate;

/// <summary>Stands before the decider: recovery codes, the number that locks a talk, and what may be seen while it is locked. Codes and
/// numbers end here; no conversation, fact or stored message ever holds one. Runs on the writer's thread, inside the transaction.</summary>
internal sealed class Gatekeeper(Pack pack, GateStore store, RecoveryStore recoveries, OutboxStore outbox, Moving moving, Guesses guesses, AuditStore audit, Func<Conversation, Address, Reply?> standing, TimeProvider clock)
{
    /// <summary>A talk without a word of theirs for so long is locked.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    // Those with a row, and whether they set a number; and when they were last heard while their talk was open, by a clock that
    // nobody sets: no talk stays open longer for a leap.
    private readonly ConcurrentDictionary<long, bool> _known = new();
    private readonly Dictionary<long, long> _heard = [];
    private readonly bool _speaks = pack.Commands.Ids.Any(GateWords.Commands.Contains);

    /// <summary>Reads who has set something; once, at the start.</summary>
    public int Open(Session session)
    {
        foreach (var (person, pin) in store.All(session))
        {
            _known[person] = pin;
        }

        return _known.Count;
    }

    /// <summary>Whether papers to this person should not be passed on from their screen.</summary>
    public bool Protects(long person) => _known.GetValueOrDefault(person);

    /// <summary>Whether the talk is locked now.</summary>
    public bool IsLocked(long person) =>
        _known.GetValueOrDefault(person) && !(_heard.TryGetValue(person, out var heard) && clock.GetElapsedTime(heard) < Patience);

    /// <returns>Null: the gate has nothing to do with it.</returns>
    public GatePass? Take(Session session, Person? known, Conversation talk, Address address, Incoming incoming, Pin? hashed, DateTimeOffset now, Func<Incoming, Turn> decide)
    {
        var kept = known is not null && _known.ContainsKey(known.Id);
        if (!_speaks || (!kept && incoming is not (Said { Text.Length: <= 60 } or Pressed { Choices.Count: 1 })))
        {
            return null;
        }

        // Somebody new is answered in the language of their device.
        talk = known is null && incoming is Said { Hint.Length: > 0 } said ? talk with { Language = pack.Languages.Hinted(said.Hint) ?? talk.Language } : talk;
        var call = new GateCall(session, pack, known, talk, address, incoming, kept ? store.Find(session, known!.Id) : GateState.Empty, hashed, now, decide);
        if (kept && call.State.Pin is not null && IsLocked(known!.Id))
        {
            return new LockTaking(recoveries, guesses, standing).Take(call);
        }

        if (!call.ByPerson)
        {
            return call.State.Previews ? Neutral(call) : null;
        }

        var pass = PinTaking.Take(call) ?? new CodeTaking(recoveries, guesses).Take(call) ?? Ordinary(call);
        return pass is null || call.State.Pin is null || pass.Awake is not null ? pass : pass with { Awake = true };
    }

    /// <summary>Brings a case to this address.</summary>
    public Moved Fetch(Session session, long person, Person? here, Address to, DateTimeOffset now) => moving.To(session, person, here, to, now);

    /// <summary>Locks a talk at once. On the writer's thread.</summary>
    public bool Lock(long person) => _heard.Remove(person);

    /// <summary>What a page shows that has lost sight of a locked talk.</summary>
    public string Closed(Conversation talk) => pack.Lines.Find(talk.Language, "gate.lock.ask")?.Text ?? "";

    /// <summary>Writes what a pass brings about, in the turn's own transaction.</summary>
    /// <returns>Rows that waited and may be seen now.</returns>
    public IReadOnlyList<OutboxRow> Store(Session session, Person person, GatePass pass, DateTimeOffset now)
    {
        if (pass.State is { } state)
        {
            store.Put(session, person.Id, state);
        }

        if (pass.UsesCode || pass.NewCode is not null)
        {
            RecoveryStore.Remove(session, person.Id);
        }

        if (pass.NewCode is { } code)
        {
            RecoveryStore.Put(session, person.Id, code, now);
        }

        if (pass.Noted.Length > 0)
        {
            audit.Write(session, person.Id, now, "person", pass.Noted);
        }

        if (pass.Awake == false)
        {
            OutboxStore.HoldAll(session, person.Id); // what was on its way to them is not for whoever takes the phone now
        }

        foreach (var reply in pass.Held)
        {
            outbox.Hold(session, person, reply);
        }

        return pass.Opens ? outbox.Free(session, person) : [];
    }

    /// <summary>After the commit.</summary>
    public void Stored(long person, GatePass pass)
    {
        if (pass.State is { IsEmpty: true })
        {
            _known.TryRemove(person, out _);
            _heard.Remove(person);
        }
        else if (pass.State is { } state)
        {
            _known[person] = state.Pin is not null;
        }

        if (pass.Awake == true)
        {
            _heard[person] = clock.GetTimestamp();
        }
        else if (pass.Awake == false)
        {
            _heard.Remove(person);
        }
    }

    // Nothing of the gate in it: for who waits to be asked something else, what was begun is dropped.
    private static GatePass? Ordinary(GateCall call)
    {
        if (call.State.Awaits == Awaited.Nothing)
        {
            return call.State.Pin is null ? null : new GatePass(call.Decide(call.Incoming)) { Awake = true };
        }

        var dropped = call.State.Awaits switch
        {
            Awaited.CodeTyped => "gate.code.dropped",
            Awaited.NewPin or Awaited.PinAgain => "gate.pin.dropped",
            _ => "gate.return.kept",
        };
        var turn = call.Decide(call.Incoming);
        return new GatePass(turn with { Replies = [call.Line(dropped), .. turn.Replies] }) { State = call.State.Awaiting(Awaited.Nothing) };
    }

    private static GatePass Neutral(GateCall call)
    {
        var turn = call.Decide(call.Incoming);
        return new GatePass(turn with { Replies = [.. turn.Replies.Select((reply, at) => at > 0 || reply.Text.Length == 0 ? reply
            : reply with { Text = $"{call.Words("gate.previews.line")}\n\n{reply.Text}" })] });
    }
}
