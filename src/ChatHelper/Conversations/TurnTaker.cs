using ChatHelper.Audit;
using ChatHelper.Core.Turns;
using ChatHelper.Erasure;
using ChatHelper.Gate;
using ChatHelper.Outbox;
using ChatHelper.Retention;
using ChatHelper.Storage;
using ChatHelper.Watch;
using NodaTime;

namespace ChatHelper.Conversations;

/// <summary>Takes Incomings: understood, decided and committed together with everything they cause, each exactly once. Many
/// persons share one transaction and one fsync; the turns of one person follow each other in order of arrival.</summary>
internal sealed partial class TurnTaker(
    Decider decider,
    Writer writer,
    ConversationStore conversations,
    SeenStore seen,
    OutboxStore outbox,
    ErasureStore erasures,
    IReadOnlyList<IEffectStore> effects,
    AuditStore audit,
    Surroundings surroundings,
    ClockStore leaps,
    Meters meters,
    TimeProvider clock,
    ILogger<TurnTaker> log)
{
    private const int Remembered = 8192;
    private readonly PersonCache _cache = new(Remembered);

    /// <summary>Told after each commit that left replies in the outbox. Set once at the start.</summary>
    public Action<IReadOnlyList<OutboxRow>> OnReady { get; set; } = _ => { };

    /// <summary>Told after each commit that removed a file, with its id. Set once at the start.</summary>
    public Action<string> OnDiscarded { get; set; } = _ => { };

    /// <summary>Runs inside the commit that begins an erasing, with the word that asked for it: what came behind it is not erased. Set once at the start.</summary>
    public Action<Session, Person, Incoming> OnErasing { get; set; } = (_, _, _) => { };

    /// <summary>Carries out an erasing whose beginning is committed; the last words are said after it. Set once at the start.</summary>
    public Func<long, Task> OnErased { get; set; } = _ => Task.CompletedTask;

    /// <summary>Told after each commit that brought a case to another address. Set once at the start.</summary>
    public Action OnMoved { get; set; } = () => { };

    /// <summary>Asked before somebody is taken in who was never here: what is said instead; null: they come in. Nothing of theirs is
    /// stored then. Set once at the start.</summary>
    public Func<Address, string, IReadOnlyList<Reply>?> OnNew { get; set; } = (_, _) => null;

    /// <summary>Takes an Incoming.</summary>
    /// <param name="address">Who it comes from, or whom a volunteer's word or a reminder is for.</param>
    /// <param name="incoming">What arrived.</param>
    /// <param name="firstInAnswer">The channel carries the first reply in its own answer; it is then counted as sent.</param>
    /// <param name="greeted">A new person has read <see cref="Greeting"/> already: this is their answer to it.</param>
    /// <exception cref="StorageFault">Nothing was stored; the channel must not acknowledge.</exception>
    public Task<Taken> Take(Address address, Incoming incoming, bool firstInAnswer = false, bool greeted = false) =>
        Take(address, incoming, firstInAnswer ? static _ => true : null, greeted);

    /// <summary>Takes an Incoming, for a channel whose own answer can carry some first replies and not others.</summary>
    /// <param name="carries">Whether the answer can carry this first reply; null: none. Runs inside the transaction.</param>
    public async Task<Taken> Take(Address address, Incoming incoming, Func<Reply, bool>? carries, bool greeted = false)
    {
        var outcome = await Taken(address, incoming, carries, greeted);
        if (outcome.Erased is { } person)
        {
            await OnErased(person);
            OnReady(outcome.Taken.Rows);
        }

        return outcome.Taken;
    }

    /// <summary>What everybody reads first. A channel that can show it before the first word stores nothing for a mere visit.</summary>
    /// <param name="hint">What the channel knows of the language: a tag, or the value of Accept-Language.</param>
    public Turn Greeting(string hint = "") => decider.Decide(decider.Begin(), new Said("", "", "") { Hint = hint }, surroundings.At(Instant.FromDateTimeOffset(clock.GetUtcNow())));

    private Conversation First(bool greeted) => greeted ? Greeting().Next : decider.Begin();

    private TurnOutcome Take(Session session, Address address, Incoming incoming, Func<Reply, bool>? carries, bool greeted, Pin? hashed)
    {
        var now = clock.GetUtcNow();
        var known = Known(session, address);
        if (known is not null && incoming is Said or Pressed or Gave && IsOver(known))
        {
            // What is over is gone for everybody from that minute on, whenever the purge comes by.
            return new TurnOutcome(new Taken(null, Repeated: false, [], null), known, address) { Over = Key(known) };
        }

        if (known is null && seen.Find(session, incoming) is { Seen: true } again)
        {
            return new TurnOutcome(new Taken(again.Reply, Repeated: true, [], null), null, address);
        }

        if (known is null && incoming is Said or Pressed or Gave && OnNew(address, (incoming as Said)?.Hint ?? "") is { } instead)
        {
            return Unstored(address, instead);
        }

        var talk = known?.Conversation ?? First(greeted);
        var pass = Gate?.Take(session, known, talk, address, incoming, hashed, now, other => Decided(session, known, talk, address, other, now));
        if (pass is not null && Halted(session, pass, known, address, incoming) is { } halted)
        {
            return halted;
        }

        var moved = pass?.Fetches is { } wanted ? Gate!.Fetch(session, wanted, known, address, now) : null;
        pass = moved?.Pass ?? pass;
        var turn = pass?.Turn ?? Decided(session, known, talk, address, incoming, now);
        var person = moved?.Case ?? known ?? conversations.Add(session, address, turn.Next, leaps.Now());
        var first = turn.Replies is [{ Secret: false } reply, ..] && carries?.Invoke(reply) == true ? reply : null;
        if (!seen.Mark(session, incoming, person.Id, now.ToUnixTimeMilliseconds(), first))
        {
            return new TurnOutcome(new Taken(seen.Find(session, incoming).Reply, Repeated: true, [], null) { Person = person.Id }, known, address);
        }

        if (incoming.Message is { } message)
        {
            MessageStore.Add(session, person.Id, message);
        }

        if (moved?.Left is not null)
        {
            OnErasing(session, known!, incoming);
        }

        foreach (var store in pass?.Stops == true ? [] : effects)
        {
            store.Used(session, person, incoming);
        }

        if (turn.Effects.OfType<Erase>().Any())
        {
            return Erased(session, person, incoming, turn, first, now);
        }

        if (known is not null || moved is not null)
        {
            person = conversations.Update(session, person, turn.Next, ByPerson(incoming) ? leaps.Now() : null);
        }

        foreach (var effect in turn.Effects)
        {
            foreach (var store in effects)
            {
                store.Store(session, person, effect, now);
            }
        }

        if (turn.Effects.OfType<Forget>().Any())
        {
            OutboxStore.RemoveAll(session, person.Id);
        }

        foreach (var letter in turn.Letters)
        {
            audit.Write(session, person.Id, now, "bot", $"letter {letter.Id}");
        }

        foreach (var consent in turn.Next.Consents.Except((moved?.Case.Conversation ?? talk).Consents))
        {
            audit.Write(session, person.Id, now, "person", $"consent {consent.Kind} {consent.Answer} (notice {consent.Notice})");
        }

        foreach (var breach in turn.Withheld)
        {
            TurnLog.HeldBack(log, breach.Letter, breach.Code, breach.Rule, breach.Sentence);
        }

        List<OutboxRow> rows = [.. moved?.Waiting ?? [], .. pass is null ? [] : Gate!.Store(session, person, pass, now)];
        rows.AddRange(turn.Replies.Skip(first is null ? 0 : 1).Select(one => outbox.Add(session, person, one)));
        return new TurnOutcome(new Taken(first, Repeated: false, rows, turn.Picked) { Person = person.Id, Hides = pass?.Hides == true }, person, address)
        {
            Incoming = incoming,
            Discarded = [.. turn.Effects.OfType<Discard>().Select(discard => discard.FileId), .. pass?.Discards(incoming) ?? []],
            Pass = pass,
            Moved = moved,
        };
    }

    private static bool ByPerson(Incoming incoming) => incoming is Said or Pressed or Gave or Expired;

    // A fault of ours must not swallow what was said: the person hears so, the conversation stays as it was, and the
    // operator gets the key and the place, never the words.
    private Turn Decided(Session session, Person? known, Conversation before, Address address, Incoming incoming, DateTimeOffset now)
    {
        try
        {
            var moment = surroundings.At(Instant.FromDateTimeOffset(now), address.Channel);
            return decider.Decide(before, incoming, known is null ? moment : moment with { Looks = () => Looks.Of(audit.OfDesk(session, known.Id)) });
        }
        catch (Exception fault)
        {
            var key = seen.Shown(incoming);
            TurnLog.Failed(log, incoming.Channel, key, fault.GetType().Name, fault.StackTrace);
            ParkedStore.Put(session, new Parked("turn", incoming.Channel, key, now, fault.GetType().Name));
            return decider.Apologise(before);
        }
    }

    private void Stored(TurnOutcome outcome)
    {
        if (outcome.Incoming is { } taken)
        {
            meters.Took(taken);
        }

        if (outcome.Pass is not null)
        {
            Passed(outcome);
        }

        if (outcome.Person is { } person)
        {
            _cache.Put(person);
        }
        else
        {
            _cache.Forget(outcome.Address);
        }

        foreach (var file in outcome.Discarded)
        {
            OnDiscarded(file);
        }

        if (outcome.Taken.Rows.Count > 0 && outcome.Erased is null)
        {
            OnReady(outcome.Taken.Rows);
        }
    }
}
