using ChatHelper.Core.Turns;
using ChatHelper.Storage;

namespace ChatHelper.Conversations;

/// <summary>A feature that stores effects of a turn, in the turn's own transaction.</summary>
internal interface IEffectStore
{
    /// <summary>Stores the effect if it is one of this feature's.</summary>
    void Store(Session session, Person person, Effect effect, DateTimeOffset now);

    /// <summary>A due row or request that an Incoming has used up.</summary>
    void Used(Session session, Person person, Incoming incoming);
}
