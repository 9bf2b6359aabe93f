using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using NodaTime;

namespace ChatHelper.Tests.Conversations;

/// <summary>Persons for tests that are about something else than consent.</summary>
internal static class Agreeing
{
    /// <summary>Somebody at this address who has said nothing yet and agreed to being kept.</summary>
    public static Task Agree(this Engine engine, Address address)
    {
        var now = engine.Clock.GetUtcNow();
        var agreed = engine.Decider.Agreed(new Moment(Instant.FromDateTimeOffset(now)) { Channel = address.Channel });
        return engine.Writer.Write(address, session => engine.Conversations.Add(session, address, agreed, now.ToUnixTimeMilliseconds()));
    }
}
