using System.Text.Json.Serialization;

namespace ChatHelper.Gate;

/// <summary>What the gate waits for. The numbers are stored.</summary>
internal enum Awaited
{
    Nothing = 0,
    NewPin = 1,
    PinAgain = 2,
    CodeTyped = 3,
    ReturnCode = 4,
    ReturnSure = 5,
    EraseSure = 6,
}

/// <summary>The number that locks a talk, as it stands on disk: never itself.</summary>
/// <param name="Salt">Drawn for this number.</param>
/// <param name="Hash">PBKDF2 of it.</param>
/// <param name="Rounds">With which the hash was made.</param>
internal sealed record Pin(byte[] Salt, byte[] Hash, int Rounds)
{
    /// <summary>Wrong tries since the last right one.</summary>
    public int Tries { get; init; }

    /// <summary>Until then none is taken, Unix milliseconds.</summary>
    public long ShutUntil { get; init; }
}

/// <summary>What the gate knows of one person. Stored closed, beside the conversation and never in it.</summary>
internal sealed record GateState
{
    public static GateState Empty { get; } = new();

    public Pin? Pin { get; init; }

    public Awaited Awaits { get; init; }

    /// <summary>The number typed once, while it is to be typed again.</summary>
    public Pin? First { get; init; }

    /// <summary>Keyed hash of the recovery code that is to be typed, or that was typed.</summary>
    public byte[]? Code { get; init; }

    /// <summary>Messages that come unasked begin with a line that tells nothing.</summary>
    public bool Previews { get; init; }

    [JsonIgnore]
    public bool IsEmpty => Pin is null && Awaits == Awaited.Nothing && !Previews;

    /// <summary>The same, waiting for something else or nothing.</summary>
    public GateState Awaiting(Awaited what, Pin? first = null, byte[]? code = null) => this with { Awaits = what, First = first, Code = code };
}

[JsonSerializable(typeof(GateState))]
internal sealed partial class GateJson : JsonSerializerContext;
