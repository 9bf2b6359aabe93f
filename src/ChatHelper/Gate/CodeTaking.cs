using System.Security.Cryptography;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Turns;

namespace ChatHelper.Gate;

/// <summary>Gives recovery codes, and lets who has one go on with an earlier talk from another account.</summary>
internal sealed class CodeTaking(RecoveryStore recoveries, Guesses guesses)
{
    /// <returns>Null: it is about something else.</returns>
    public GatePass? Take(GateCall call)
    {
        var digits = call.Incoming is Said ? TypedDigits.Of(call.Text) : "";
        return call.Command switch
        {
            GateWords.Code => Give(call, "gate.code.give"),
            GateWords.Return => With(call, TypedDigits.Of(Rest(call))),
            null when call.State.Awaits == Awaited.CodeTyped && TypedDigits.MayBeCode(digits) => Confirm(call, digits),
            null when call.State.Awaits == Awaited.ReturnSure && call.Answer is { } sure => Sure(call, sure),
            null when call.State.Awaits == Awaited.ReturnCode && TypedDigits.MayBeCode(digits) => Try(call, digits),
            null when call.State.Awaits == Awaited.Nothing && TypedDigits.IsCode(digits) && !AsksForNumber(call) => Try(call, digits),
            _ => null,
        };
    }

    // A code that was never confirmed leaves nothing behind but its hash; typed wrongly, another one is drawn and shown.
    private GatePass Give(GateCall call, string line)
    {
        var code = RandomNumberGenerator.GetString("0123456789", TypedDigits.OfCode);
        return new GatePass(call.Says(call.Line(line, ("code", TypedDigits.Grouped(code))) with { Secret = true }))
        {
            State = call.State.Awaiting(Awaited.CodeTyped, code: recoveries.Lookup(code)), Stops = true,
        };
    }

    private GatePass Confirm(GateCall call, string digits) =>
        TypedDigits.IsCode(digits) && CryptographicOperations.FixedTimeEquals(recoveries.Lookup(digits), call.State.Code)
            ? new GatePass(call.Says(call.Line("gate.code.kept"), PinTaking.Hidden(call)))
            {
                State = call.State.Awaiting(Awaited.Nothing), NewCode = call.State.Code, Stops = true, Hides = true, Noted = "has a recovery code",
            }
            : Give(call, "gate.code.again") with { Hides = true };

    private GatePass With(GateCall call, string digits) => digits.Length > 0
        ? Try(call, digits)
        : new GatePass(call.Says(call.Line("gate.return.ask"))) { State = call.State.Awaiting(Awaited.ReturnCode), Stops = true };

    // One answer for every code that does not open anything, whatever the reason.
    private GatePass Try(GateCall call, string digits)
    {
        var who = $"{call.Address.Channel}:{call.Address.Id}";
        var code = recoveries.Lookup(digits);
        if (!guesses.May(who))
        {
            return new GatePass(Later(call, guesses.Wait(who))) { State = call.State.Awaiting(Awaited.Nothing), Stops = true, Hides = true };
        }

        if (recoveries.Find(call.Session, code, call.Now) is not { } person || person == call.Known?.Id)
        {
            return new GatePass(call.Says(call.Line("gate.return.wrong"))) { State = call.State.Awaiting(Awaited.Nothing), Stops = true, Hides = true };
        }

        guesses.WasRight(who);
        return IsNew(call)
            ? Fetch(call, person) with { Hides = true }
            : new GatePass(call.Says(call.Asks("gate.return.sure"))) { State = call.State.Awaiting(Awaited.ReturnSure, code: code), Stops = true, Hides = true };
    }

    /// <summary>What is said when there is no try left, whatever the code: when there is one again.</summary>
    public static Turn Later(GateCall call, TimeSpan wait) => call.Says(call.Line("gate.return.later", ("minutes", GateCall.Minutes(wait))));

    private GatePass Sure(GateCall call, bool sure) => sure && recoveries.Find(call.Session, call.State.Code!, call.Now) is { } person
        ? Fetch(call, person)
        : new GatePass(call.Says(call.Line(sure ? "gate.return.wrong" : "gate.return.kept"))) { State = call.State.Awaiting(Awaited.Nothing), Stops = true };

    private static GatePass Fetch(GateCall call, long person) => new(call.Says()) { Fetches = person, Stops = true };

    private static bool IsNew(GateCall call) => call.Known is null || (call.Talk.Facts.Count == 0 && call.Talk.SetAside.Count == 0
        && call.Talk is { Mode: Mode.Bot, Crisis: null, Given.Count: 0, Case: { Last: 0, Offered.Count: 0, Waiting.Count: 0 } });

    private static bool AsksForNumber(GateCall call) => call.Pack.Steps.TryGetValue(call.Talk.At, out var step)
        && step.Kind is StepKind.Phone or StepKind.Amount or StepKind.Count or StepKind.When or StepKind.Text;

    private static string Rest(GateCall call) => call.Incoming is Said ? call.Pack.Commands.Match(call.Text)?.Rest ?? "" : "";
}
