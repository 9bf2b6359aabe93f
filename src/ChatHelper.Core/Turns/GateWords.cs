namespace ChatHelper.Core.Turns;

/// <summary>Words about who may read on: recovery code, number that locks the talk, previews. The worker answers them before a turn is
/// decided, so that neither a code nor such a number ever comes near a conversation; here are only their names and lines.</summary>
public static class GateWords
{
    /// <summary>Wishes for a recovery code.</summary>
    public const string Code = "recovery-code";

    /// <summary>Goes on with an earlier talk by its recovery code.</summary>
    public const string Return = "recovery-return";

    /// <summary>Sets the number that locks the talk, or another one.</summary>
    public const string Pin = "pin";

    /// <summary>Takes that number away.</summary>
    public const string NoPin = "pin-off";

    /// <summary>Locks the talk at once.</summary>
    public const string Lock = "lock";

    /// <summary>Begins messages that come unasked with a line that tells nothing, or no longer.</summary>
    public const string Previews = "previews";

    /// <summary>Choices under the questions of the gate; their texts are the lines of the same ids.</summary>
    public const string Yes = "gate.yes", No = "gate.no";

    /// <summary>All commands of the gate.</summary>
    public static IReadOnlyList<string> Commands { get; } = [Code, Return, Pin, NoPin, Lock, Previews];

    /// <summary>Lines with what the program puts into each.</summary>
    public static IReadOnlyDictionary<string, string[]> Lines { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [Yes] = [],
        [No] = [],
        ["gate.code.give"] = ["code"],
        ["gate.code.again"] = ["code"],
        ["gate.code.kept"] = [],
        ["gate.code.dropped"] = [],
        ["gate.return.ask"] = [],
        ["gate.return.wrong"] = [],
        ["gate.return.later"] = ["minutes"],
        ["gate.return.sure"] = [],
        ["gate.return.kept"] = [],
        ["gate.return.done"] = [],
        ["gate.moved"] = [],
        ["gate.hidden"] = [],
        ["gate.hide"] = [],
        ["gate.pin.ask"] = [],
        ["gate.pin.form"] = [],
        ["gate.pin.repeat"] = [],
        ["gate.pin.differs"] = [],
        ["gate.pin.set"] = [],
        ["gate.pin.dropped"] = [],
        ["gate.pin.off"] = [],
        ["gate.pin.none"] = [],
        ["gate.lock.ask"] = [],
        ["gate.lock.wrong"] = ["left"],
        ["gate.lock.shut"] = ["minutes"],
        ["gate.lock.open"] = [],
        ["gate.lock.locked"] = [],
        ["gate.lock.news"] = [],
        ["gate.erase.sure"] = [],
        ["gate.erase.no"] = [],
        ["gate.erase.done"] = [],
        ["gate.previews.on"] = [],
        ["gate.previews.off"] = [],
        ["gate.previews.line"] = [],
    };
}
