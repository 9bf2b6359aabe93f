using ChatHelper.Core.Turns;
using ChatHelper.Storage;

namespace ChatHelper.Conversations;

// Who somebody is before their turn is taken.
internal sealed partial class TurnTaker
{
    /// <summary>The number of the person here, made when nobody has written from here yet: a file is closed for its person before
    /// the turn that hears of it.</summary>
    /// <param name="key">Of what is about to be taken. When it was taken already and its person erased since, nobody is made for it.</param>
    /// <returns>0 when they are not taken in now; they were told so where the channel sends by itself.</returns>
    public async Task<long> Meet(Address address, string? key = null, bool greeted = false)
    {
        if (await writer.Write(address, session => Known(session, address) is { } known && IsOver(known) ? Key(known) : null) is { } over)
        {
            await Take(address, new Expired(ConversationStore.Retention, over));
        }

        return await Met(address, key, greeted);
    }

    private async Task<long> Met(Address address, string? key, bool greeted) => (await writer.Write(address, session =>
    {
        if (Known(session, address) is { } known)
        {
            return new TurnOutcome(new Taken(null, Repeated: false, [], null) { Person = known.Id }, known, address);
        }

        if (key is not null && SeenStore.Has(session, address.Channel, key))
        {
            return Unstored(address, []);
        }

        return OnNew(address, "") is { } instead
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
