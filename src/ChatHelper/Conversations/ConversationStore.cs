using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ChatHelper.Core.Casework;
using ChatHelper.Core.Turns;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Conversations;

/// <summary>Persons and their conversations in the database. Runs inside the writer's transaction.</summary>
internal sealed class ConversationStore(Seal seal)
{
    /// <summary>Channel of what is done because time has passed.</summary>
    public const string Retention = "retention";

    private const string Day = "86400000";
    private const string Ends = $"touched_at + coalesce(keeps_days, $2) * {Day}";
    private readonly CaseStore _cases = new(seal);

    /// <summary>The person at an address; null when nobody has written from there.</summary>
    public Person? Find(Session session, Address address)
    {
        var rows = session.Query(
            """
            SELECT p.person_id, c.version, c.content, c.touched_at FROM person p JOIN conversation c ON c.person_id = p.person_id
            WHERE p.channel = $1 AND p.lookup = $2
            """,
            row => (Id: row.GetInt64(0), Writes: row.GetInt64(1), Content: row.GetFieldValue<byte[]>(2), TouchedAt: row.GetInt64(3)),
            address.Channel, seal.Lookup(address.Channel, address.Id));
        return rows is [var (id, writes, content, touchedAt)]
            ? new Person(id, address, Opened(id, writes, content) with { Case = _cases.Find(session, id) }, writes, touchedAt)
            : null;
    }

    /// <summary>Who is at an address, without their conversation; null when nobody has written from there, or who has was erased.</summary>
    public long? IdOf(Session session, Address address) => session.Scalar(
        "SELECT person_id FROM person WHERE channel = $1 AND lookup = $2 AND erased_at IS NULL", address.Channel, seal.Lookup(address.Channel, address.Id)) as long?;

    /// <summary>The address of a person, for words that we begin (reminders, volunteers).</summary>
    public Address? AddressOf(Session session, long person)
    {
        var rows = session.Query(
            "SELECT channel, address FROM person WHERE person_id = $1",
            row => (Channel: row.GetString(0), Address: row.GetFieldValue<byte[]>(1)), person);
        return rows is [var (channel, closed)]
            ? new Address(channel, Encoding.UTF8.GetString(seal.Open(AddressPlace(person), closed).Span))
            : null;
    }

    /// <summary>The person is reached there from now on.</summary>
    public void Move(Session session, long person, Address to) => session.Execute(
        "UPDATE person SET channel = $1, lookup = $2, address = $3 WHERE person_id = $4",
        to.Channel, seal.Lookup(to.Channel, to.Id), seal.Close(AddressPlace(person), Encoding.UTF8.GetBytes(to.Id)), person);

    /// <summary>A new person.</summary>
    public Person Add(Session session, Address address, Conversation conversation, long now)
    {
        var id = NewId();
        seal.Keys.Create(id);
        session.Execute(
            "INSERT INTO person (person_id, channel, lookup, address, created_at) VALUES ($1, $2, $3, $4, $5)",
            id, address.Channel, seal.Lookup(address.Channel, address.Id), seal.Close(AddressPlace(id), Encoding.UTF8.GetBytes(address.Id)), now);
        session.Execute(
            "INSERT INTO conversation (person_id, version, pack_version, touched_at, content, keeps_days) VALUES ($1, 1, $2, $3, $4, $5)",
            id, conversation.PackVersion, now, Closed(id, 1, conversation), conversation.KeepsDays);
        _cases.Put(session, id, CaseFile.Empty, conversation.Case);
        return new Person(id, address, conversation, 1, now);
    }

    /// <summary>Writes a conversation over the one that was loaded.</summary>
    /// <param name="touched">When the person themselves did something; null when this was somebody else's doing, which must not
    /// make anything be kept longer.</param>
    public Person Update(Session session, Person person, Conversation conversation, long? touched)
    {
        var writes = person.Writes + 1;
        var changed = session.Execute(
            "UPDATE conversation SET version = $1, pack_version = $2, touched_at = coalesce($3, touched_at), content = $4, keeps_days = $7 WHERE person_id = $5 AND version = $6",
            writes, conversation.PackVersion, touched, Closed(person.Id, writes, conversation), person.Id, person.Writes, conversation.KeepsDays);
        _cases.Put(session, person.Id, person.Conversation.Case, conversation.Case);
        return changed == 1
            ? person with { Conversation = conversation, Writes = writes, TouchedAt = touched ?? person.TouchedAt }
            : throw new InvalidOperationException($"the conversation of person {person.Id} was changed by somebody else");
    }

    /// <summary>Persons whose time is over.</summary>
    /// <param name="days">Days for whom who has chosen no other number.</param>
    public static IReadOnlyList<(long Person, long TouchedAt)> Silent(Session session, long now, int days, int most) => session.Query(
        $"SELECT person_id, touched_at FROM conversation JOIN person USING (person_id) WHERE erased_at IS NULL AND {Ends} < $1 LIMIT $3",
        row => (row.GetInt64(0), row.GetInt64(1)), now, days, most);

    /// <summary>Persons whose time ends within the next day and who were not warned of this end.</summary>
    public static IReadOnlyList<(long Person, long TouchedAt)> Ending(Session session, long now, int days, int most) => session.Query(
        $"""
        SELECT person_id, touched_at FROM conversation JOIN person USING (person_id) WHERE erased_at IS NULL AND {Ends} BETWEEN $1 AND $1 + {Day}
        AND NOT EXISTS (SELECT 1 FROM seen WHERE channel = '{Retention}' AND key = 'ending:' || person_id || ':' || touched_at) LIMIT $3
        """,
        row => (row.GetInt64(0), row.GetInt64(1)), now, days, most);

    /// <summary>All stored conversations, for the migration's dry run.</summary>
    public IEnumerable<Conversation> All(Session session) => session.Query(
        "SELECT person_id, version, content FROM conversation JOIN person USING (person_id) WHERE erased_at IS NULL ORDER BY person_id",
        row => Readable(row.GetInt64(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2))).OfType<Conversation>();

    /// <summary>Conversations last touched by another version of the pack.</summary>
    public IEnumerable<Conversation> OfOtherVersions(Session session, string version) => session.Query(
        "SELECT person_id, version, content FROM conversation JOIN person USING (person_id) WHERE erased_at IS NULL AND pack_version <> $1",
        row => Readable(row.GetInt64(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2)), version).OfType<Conversation>();

    // Never used again, and it tells nothing of when they came.
    private static long NewId() => BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))) & long.MaxValue;

    private byte[] Closed(long person, long writes, Conversation conversation) => seal.Close(
        ContentPlace(person, writes), JsonSerializer.SerializeToUtf8Bytes(conversation with { Case = null! }, StoredJson.Plain.Conversation));

    private Conversation Opened(long person, long writes, byte[] closed) =>
        JsonSerializer.Deserialize(seal.Open(ContentPlace(person, writes), closed).Span, StoredJson.Plain.Conversation)! with { Case = CaseFile.Empty };

    // One talk that is damaged on disk must not keep everybody else from being served.
    private Conversation? Readable(long person, long writes, byte[] closed)
    {
        try
        {
            return Opened(person, writes, closed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static Place ContentPlace(long person, long writes) =>
        new("conversation", "content", person, person.ToString(CultureInfo.InvariantCulture), writes);

    private static Place AddressPlace(long person) =>
        new("person", "address", person, person.ToString(CultureInfo.InvariantCulture), 1);
}
