using ChatHelper.Conversations;
using ChatHelper.Core.Turns;

namespace ChatHelper.Channels.Waiting;

/// <summary>A file that somebody sent and that is still with the channel.</summary>
/// <param name="FileId">The channel's own word for it.</param>
/// <param name="Name">As sent; empty when the channel names none.</param>
/// <param name="Size">Bytes; 0 when the channel does not say.</param>
internal sealed record SentFile(Address From, string Key, string FileId, string Name, long Size, string Caption)
{
    public ChannelMessage? Message { get; init; }

    public override string ToString() => nameof(SentFile);
}
