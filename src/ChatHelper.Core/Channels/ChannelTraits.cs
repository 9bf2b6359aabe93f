namespace ChatHelper.Core.Channels;

/// <summary>In what the length of a message is counted.</summary>
public enum LengthUnit
{
    /// <summary>UTF-16 code units, as Telegram counts.</summary>
    Characters,

    /// <summary>Bytes of UTF-8.</summary>
    Bytes,
}

/// <summary>What a channel can carry, as <c>channels.yaml</c> says.</summary>
/// <param name="Channel">Its name, as in <see cref="Turns.Incoming.Channel"/>.</param>
/// <param name="Account">Kind of account where kinds can do different things; empty: the only one.</param>
/// <param name="Longest">Longest message, in <paramref name="Unit"/>s; null: any.</param>
/// <param name="Unit">What <paramref name="Longest"/> counts.</param>
/// <param name="Numbers">Choices stand below the text as numbered lines, inside the same message.</param>
/// <param name="Pushes">It can say something when the person has not just spoken, so a reminder can come.</param>
public sealed record ChannelTraits(string Channel, string Account, int? Longest, LengthUnit Unit, bool Numbers, bool Pushes)
{
    /// <summary>The length of a text as this channel counts it.</summary>
    public int Length(string text) => Unit == LengthUnit.Bytes ? System.Text.Encoding.UTF8.GetByteCount(text) : text.Length;
}
