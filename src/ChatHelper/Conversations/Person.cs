using ChatHelper.Core.Turns;

namespace ChatHelper.Conversations;

/// <summary>Where a person is reached: a channel and the channel's own id of the chat.</summary>
internal readonly record struct Address(string Channel, string Id);

/// <summary>A person with their conversation, as last committed.</summary>
/// <param name="Id">Our number for the person.</param>
/// <param name="Address">Where they are reached.</param>
/// <param name="Conversation">Their conversation.</param>
/// <param name="Writes">How often it was written; bound into the closed content.</param>
internal sealed record Person(long Id, Address Address, Conversation Conversation, long Writes);
