using ChatHelper.Core.Turns;
using ChatHelper.Storage;

namespace ChatHelper.Conversations;

// Who somebody is before their turn is taken.
internal sealed partial class TurnTaker
{
    /// <summary>The number of the person here, made when nobody has written from here yet: a file is closed for its person before
    /// the turn that hears of it.</summary>
    /// <returns>0 when they are not taken in now; they were told so where the channel sends by itself.</returns>
    public async Task<long> Meet(Address address, bool greeted = false, string hint = "")
    {
        if (await writer.Write(address, session => Known(session, address) is { } known && IsOver(known) ? Key(known) : null) is { } over)
        {
            await Take(address, new Expired(ConversationStore.Retention, over));
        }

        return await Met(address, greeted, hint);
    }

    private async Task<long> Met(Address address, bool greeted, string hint) => (await writer.Write(address, session =>
    {
        if (Known(session, address) is { } known)
        {
            return new TurnOutcome(new Taken(null, Repeated: false, [], null) { Person = known.Id }, known, address);
        }

        return OnNew(address, hint) is { } instead
            ? Unstored(address, instead)
            : new TurnOutcome(new Taken(null, Repeated: false, [], null)
            {
                Person = conversations.Add(session, address, First(greeted), leaps.Now()).Id,
            }, null, address);
    }, Stored)).Taken.Person;

    /// <summary>Whether the time for which a talk is kept has passed, by a clock that may be believed: one that leapt ahead ends nobody's.</summary>
    public bool IsOver(Person person) => person.IsOver(decider.Pack, clock.GetUtcNow()) && leaps.Look().MayRemove;

    private Person? Known(Session session, Address address) => _cache.Find(address) ?? conversations.Find(session, address);

    private static string Key(Person over) => $"{over.Id}:{over.TouchedAt}";
}
