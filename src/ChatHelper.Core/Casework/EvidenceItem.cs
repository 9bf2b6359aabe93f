using System.Text.Json.Serialization;

namespace ChatHelper.Core.Casework;

/// <summary>One thing that shows something: a file that was received, its bytes untouched, or a thing the person keeps.</summary>
/// <param name="No">Number within the case; documents name it by this number.</param>
/// <param name="Kind">Choice id of the fact <c>evidence</c> (recording, sms-shots, …); empty when not told.</param>
/// <param name="ReceivedAt">When we got it or were told of it, by our clock, UTC.</param>
public sealed record EvidenceItem(int No, string Kind, DateTimeOffset ReceivedAt)
{
    /// <summary>Under which the worker keeps the bytes; empty for a thing that stays with its holder.</summary>
    public string FileId { get; init; } = "";

    /// <summary>File name as sent, cleaned; empty without file.</summary>
    public string Name { get; init; } = "";

    /// <summary>Media type by content; empty without file.</summary>
    public string Mime { get; init; } = "";

    /// <summary>Bytes; 0 without file.</summary>
    public long Size { get; init; }

    /// <summary>SHA-256 of the bytes at reception, lower-case hexadecimal; empty without file.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Channel it came by, <c>witness</c>, or <c>told</c> for a thing that stays with its holder.</summary>
    public string Source { get; init; } = "";

    /// <summary>The time that the person says it shows, canonical form; empty when not told. May be corrected: not in the chain.</summary>
    public string ClaimedAt { get; init; } = "";

    /// <summary>What it is, in the person's words; empty when not told. May be corrected: not in the chain.</summary>
    public string Label { get; init; } = "";

    /// <summary>Choice id of the fact <c>what-they-did</c> that it shows, as told; empty when not told.</summary>
    public string Act { get; init; } = "";

    /// <summary>Who holds the original and on what device, in the person's words; empty when not told.</summary>
    public string Holder { get; init; } = "";

    /// <summary>How many things this entry stands for, canonical form of a count; empty: one, or not told.</summary>
    public string Count { get; init; } = "";

    /// <summary>Other bytes follow the end of the picture (a moving photo, a second picture, or something else).</summary>
    public bool Tail { get; init; }

    /// <summary>Link of the chain over this item and the entry before it (<see cref="EvidenceChain"/>), lower-case hexadecimal.</summary>
    public string Link { get; init; } = "";

    /// <summary>True when we keep its bytes.</summary>
    [JsonIgnore]
    public bool HasFile => FileId.Length > 0;

    /// <summary>True when a copy without the notes beside its pixels can be made of it.</summary>
    [JsonIgnore]
    public bool HasCleanCopy => HasFile && Mime is "image/jpeg" or "image/png" or "image/webp";
}
