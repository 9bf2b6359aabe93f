using ChatHelper.Core.Consents;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Turns;

namespace ChatHelper.Conversations;

/// <summary>Where a person is reached: a channel and the channel's own id of the chat.</summary>
internal readonly record struct Address(string Channel, string Id);

/// <summary>A person with their conversation, as last committed.</summary>
/// <param name="Id">Our number for the person.</param>
/// <param name="Address">Where they are reached.</param>
/// <param name="Conversation">Their conversation.</param>
/// <param name="Writes">How often it was written; bound into the closed content.</param>
/// <param name="TouchedAt">When they last did something themselves, Unix milliseconds.</param>
internal sealed record Person(long Id, Address Address, Conversation Conversation, long Writes, long TouchedAt)
{
    /// <summary>Whether the time for which their talk is kept has passed, purged already or not.</summary>
    public bool IsOver(Pack pack, DateTimeOffset now) =>
        DateTimeOffset.FromUnixTimeMilliseconds(TouchedAt).AddDays(Keeping.Days(pack, Conversation)) < now;
}
