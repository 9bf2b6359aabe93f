using System.Text.Json;

namespace ChatHelper.Channels.WeChat.Api;

/// <summary>What became of a call.</summary>
internal enum Arrival
{
    /// <summary>It was answered.</summary>
    Answered,

    /// <summary>It surely did not arrive.</summary>
    Never,

    /// <summary>Nobody knows whether it arrived.</summary>
    Unknown,
}

/// <summary>What the API answered.</summary>
/// <param name="Code">errcode; 0: done. An HTTP status where there is no errcode.</param>
/// <param name="Message">errmsg as it came; may repeat what was asked, so it is never logged.</param>
internal sealed record ApiAnswer(int Code, string Message)
{
    public static ApiAnswer Never { get; } = new(-1, "") { Arrival = Arrival.Never };

    public static ApiAnswer Unknown { get; } = new(-1, "") { Arrival = Arrival.Unknown };

    public static ApiAnswer Done { get; } = new(0, "ok");

    public Arrival Arrival { get; init; }

    /// <summary>The JSON that was answered.</summary>
    public JsonElement Body { get; init; }

    public bool IsDone => Arrival == Arrival.Answered && Code == 0;

    /// <summary>The token was refused: another may be taken.</summary>
    public bool IsStale => Arrival == Arrival.Answered && Code is 40001 or 40014 or 42001;

    /// <summary>It is not about the one it was for: the account may not, or its token is not taken. The operator can mend that any time.</summary>
    public bool IsNotAllowed => Arrival == Arrival.Answered && Code is 40001 or 40013 or 40014 or 40125 or 40164 or 40243 or 42001 or 48001 or 50002;

    public override string ToString() => Arrival == Arrival.Answered ? $"{Code}" : $"{Arrival}";
}
