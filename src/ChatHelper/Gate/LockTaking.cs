using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using Tier = ChatHelper.Core.Crisis.Tier;

namespace ChatHelper.Gate;

/// <summary>A locked talk: only words that tell nothing, until the number or the recovery code comes. Danger is heard as always, and
/// erasing stays possible.</summary>
internal sealed class LockTaking(RecoveryStore recoveries, Guesses guesses, Func<Conversation, Address, Reply?> standing)
{
    public const int MostTries = 5;
    public static readonly TimeSpan Shut = TimeSpan.FromHours(1);
    private const string Erase = "erase", EraseNow = "erase-now";

    public GatePass Take(GateCall call)
    {
        if (!call.ByPerson)
        {
            return Held(call);
        }

        var digits = call.Incoming is Said ? TypedDigits.Of(call.Text) : "";
        return TypedDigits.IsPin(digits) ? Pin(call, digits)
            : TypedDigits.MayBeCode(digits) ? Code(call, digits)
            : IsCry(call) ? Cared(call)
            : call.Command == EraseNow ? new GatePass(call.Decide(call.Incoming))
            : call.Command == Erase ? Neutral(call, call.Asks("gate.erase.sure")) with { State = call.State.Awaiting(Awaited.EraseSure) }
            : call.State.Awaits == Awaited.EraseSure && call.Answer is { } sure ? Erases(call, sure)
            : Neutral(call, call.Line("gate.lock.ask"));
    }

    // Reminders, volunteers' words: they are taken, and wait.
    private static GatePass Held(GateCall call)
    {
        var turn = call.Decide(call.Incoming);
        return turn.Replies.Count == 0 || turn.Effects.OfType<Erase>().Any() ? new GatePass(turn)
            : new GatePass(turn with { Replies = [call.Line("gate.lock.news")] }) { Held = turn.Replies };
    }

    private GatePass Pin(GateCall call, string digits)
    {
        var pin = call.State.Pin!;
        // Longer than it was ever shut for: the clock was set back since. Nobody is kept out for that.
        var wait = TimeSpan.FromMilliseconds(pin.ShutUntil - call.Now.ToUnixTimeMilliseconds());
        if (wait > TimeSpan.Zero && wait <= Shut)
        {
            return Neutral(call, Closed(call, wait)) with { Hides = true };
        }

        if (call.Hashed is not { } typed)
        {
            return new GatePass(call.Says()) { Needs = new PinTry(digits, pin.Salt, pin.Rounds) };
        }

        if (PinHash.Same(pin, typed))
        {
            return Open(call, call.State.Awaiting(Awaited.Nothing) with { Pin = pin with { Tries = 0, ShutUntil = 0 } });
        }

        var left = MostTries - pin.Tries - 1;
        return Neutral(call, left > 0 ? call.Line("gate.lock.wrong", ("left", $"{left}")) : Closed(call, Shut)) with
        {
            State = call.State.Awaiting(Awaited.Nothing) with
            {
                Pin = left > 0 ? pin with { Tries = pin.Tries + 1 } : pin with { Tries = 0, ShutUntil = (call.Now + Shut).ToUnixTimeMilliseconds() },
            },
            Hides = true,
            Noted = left > 0 ? "" : "five wrong numbers",
        };
    }

    // Who forgot the number has the code; both are used up.
    private GatePass Code(GateCall call, string digits)
    {
        var who = $"{call.Address.Channel}:{call.Address.Id}";
        if (!guesses.May(who))
        {
            return new GatePass(CodeTaking.Later(call, guesses.Wait(who))) { Stops = true, Hides = true };
        }

        if (recoveries.Find(call.Session, recoveries.Lookup(digits), call.Now) != call.Known!.Id)
        {
            return Neutral(call, call.Line("gate.return.wrong")) with { Hides = true };
        }

        guesses.WasRight(who);
        var open = Open(call, call.State.Awaiting(Awaited.Nothing) with { Pin = null });
        return open with { Turn = open.Turn with { Replies = [call.Line("gate.pin.off"), .. open.Turn.Replies] }, UsesCode = true, Noted = "opened with the recovery code" };
    }

    private GatePass Open(GateCall call, GateState state) => new(call.Says([call.Line("gate.lock.open"), .. standing(call.Talk, call.Address) is { } asked ? [asked] : Array.Empty<Reply>()]))
    {
        State = state, Opens = true, Awake = true, Stops = true, Hides = true,
    };

    private static Reply Closed(GateCall call, TimeSpan wait) => call.Line("gate.lock.shut", ("minutes", GateCall.Minutes(wait)));

    private static GatePass Neutral(GateCall call, Reply reply) => new(call.Says(reply)) { Stops = true };

    private static bool IsCry(GateCall call) => (call.Talk.Crisis is not null && call.Command != Erase)
        || (call.Text.Length > 0 && call.Pack.Crisis.Lexicon.Detect(call.Text.Length > 4096 ? call.Text[..4096] : call.Text).Tier != Tier.None);

    // Help comes at once; the question that it leads back to waits for the number.
    private static GatePass Cared(GateCall call)
    {
        var turn = call.Decide(call.Incoming is Gave gave ? new Said(gave.Channel, gave.Key, gave.Caption) : call.Incoming);
        var care = turn.Replies.Where(reply => reply.Step == Reply.CrisisStep).ToList();
        return new GatePass(turn with { Replies = care.Count > 0 ? care : [call.Line("gate.lock.ask")] }) { Stops = call.Incoming is Gave };
    }

    private static GatePass Erases(GateCall call, bool sure) => sure
        ? new GatePass(call.Says(call.Line("gate.erase.done")) with { Effects = [new Erase()] })
        : Neutral(call, call.Line("gate.erase.no")) with { State = call.State.Awaiting(Awaited.Nothing) };
}
