using ChatHelper.Core.Turns;

namespace ChatHelper.Gate;

/// <summary>Sets, changes and takes away the number that locks a talk; locks it; turns previews on and off. For who is let in.</summary>
internal static class PinTaking
{
    // Telegram lets a bot delete what a person wrote to it; elsewhere only they can.
    private const string Deletes = "telegram";

    /// <returns>Null: it is about something else.</returns>
    public static GatePass? Take(GateCall call)
    {
        var digits = call.Incoming is Said ? TypedDigits.Of(call.Text) : "";
        return call.Command switch
        {
            GateWords.Pin => new GatePass(call.Says(call.Line("gate.pin.ask"))) { State = call.State.Awaiting(Awaited.NewPin), Stops = true },
            GateWords.NoPin when call.State.Pin is null => new GatePass(call.Says(call.Line("gate.pin.none"))) { Stops = true },
            GateWords.NoPin => new GatePass(call.Says(call.Line("gate.pin.off")))
            {
                State = call.State.Awaiting(Awaited.Nothing) with { Pin = null }, Stops = true, Noted = "took the number away",
            },
            GateWords.Lock when call.State.Pin is null => new GatePass(call.Says(call.Line("gate.pin.none"))) { Stops = true },
            GateWords.Lock => new GatePass(call.Says(call.Line("gate.lock.locked"))) { State = call.State.Awaiting(Awaited.Nothing), Awake = false, Stops = true },
            GateWords.Previews => new GatePass(call.Says(call.Line(call.State.Previews ? "gate.previews.off" : "gate.previews.on")))
            {
                State = call.State with { Previews = !call.State.Previews }, Stops = true,
            },
            null when call.State.Awaits is Awaited.NewPin or Awaited.PinAgain && digits.Length > 0 => Typed(call, digits),
            _ => null,
        };
    }

    /// <summary>What is said of a message that should not stay on a screen.</summary>
    public static Reply Hidden(GateCall call) => call.Line(call.Address.Channel == Deletes ? "gate.hidden" : "gate.hide");

    private static GatePass Typed(GateCall call, string digits)
    {
        if (!TypedDigits.IsPin(digits))
        {
            return new GatePass(call.Says(call.Line("gate.pin.form"))) { Stops = true, Hides = true };
        }

        var first = call.State.Awaits == Awaited.PinAgain ? call.State.First : null;
        if (call.Hashed is not { } typed)
        {
            return new GatePass(call.Says()) { Needs = new PinTry(digits, first?.Salt ?? PinHash.Salt(), PinHash.Rounds) };
        }

        return first is null
            ? new GatePass(call.Says(call.Line("gate.pin.repeat"), Hidden(call))) { State = call.State.Awaiting(Awaited.PinAgain, typed), Stops = true, Hides = true }
            : PinHash.Same(first, typed)
            ? new GatePass(call.Says(call.Line("gate.pin.set"), Hidden(call)))
            {
                State = call.State.Awaiting(Awaited.Nothing) with { Pin = typed }, Awake = true, Stops = true, Hides = true, Noted = "set a number",
            }
            : new GatePass(call.Says(call.Line("gate.pin.differs"))) { State = call.State.Awaiting(Awaited.NewPin), Stops = true, Hides = true };
    }
}
