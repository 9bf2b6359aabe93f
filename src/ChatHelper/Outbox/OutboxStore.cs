using System.Globalization;
using System.Text.Json;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Outbox;

/// <summary>Outbox rows: ready → claimed → gone. Claimed is written before the first byte leaves, so that after a crash a
/// claimed row is known to be doubtful and a ready one to be unsent.</summary>
internal sealed class OutboxStore(Seal seal, ConversationStore conversations, Sequence sequence)
{
    /// <summary>Puts a reply into the outbox.</summary>
    public OutboxRow Add(Session session, Person person, Reply reply) => Add(session, person.Id, person.Address, reply);

    /// <summary>Puts a reply into the outbox of a person at an address.</summary>
    public OutboxRow Add(Session session, long person, Address address, Reply reply)
    {
        var row = new OutboxRow(sequence.Next(), person, address, reply, 0);
        session.Execute(
            "INSERT INTO outbox (id, person_id, state, class, content) VALUES ($1, $2, 0, $3, $4)",
            row.Id, person, (long)reply.Class, Closed(row));
        return row;
    }

    /// <summary>Puts a reply aside until <see cref="Free"/>: nothing sends it meanwhile.</summary>
    public void Hold(Session session, Person person, Reply reply) =>
        session.Execute("UPDATE outbox SET state = 2 WHERE id = $1", Add(session, person, reply).Id);

    /// <summary>Puts all aside that waits and is not on its way.</summary>
    public static void HoldAll(Session session, long person) => session.Execute("UPDATE outbox SET state = 2 WHERE person_id = $1 AND state = 0", person);

    /// <summary>What was put aside waits to be sent like anything else, as if said now.</summary>
    public IReadOnlyList<OutboxRow> Free(Session session, Person person) =>
        Again(session, person, Read(session, "WHERE o.person_id = $1 AND o.state = 2 ORDER BY o.id", person.Id));

    /// <summary>What was not sent yet, for the address where the person is now.</summary>
    public IReadOnlyList<OutboxRow> Anew(Session session, Person person) => Again(session, person, Of(session, person.Id, 0));

    /// <returns>False when the row is gone, because its person was erased, or was put aside.</returns>
    public static bool Claim(Session session, long id) =>
        session.Execute("UPDATE outbox SET state = 1, attempts = attempts + 1 WHERE id = $1 AND state < 2", id) == 1;

    /// <summary>The channel said no before accepting: the row is ready again.</summary>
    public static bool Release(Session session, long id) => session.Execute("UPDATE outbox SET state = 0 WHERE id = $1", id) == 1;

    /// <summary>Accepted, or never acceptable: the row goes.</summary>
    public static bool Remove(Session session, long id) => session.Execute("DELETE FROM outbox WHERE id = $1", id) == 1;

    /// <summary>Rows of a channel that wait from before the start, oldest first. Doubtful questions are dropped: the next word shows where
    /// the person stands. Doubtful advice comes back marked.</summary>
    /// <param name="most">Of one person; the others stay in the database.</param>
    public IReadOnlyList<OutboxRow> Recover(Session session, string channel, int most = int.MaxValue)
    {
        session.Execute(
            "DELETE FROM outbox WHERE state = 1 AND class = 1 AND person_id IN (SELECT person_id FROM person WHERE channel = $1)", channel);
        return Read(
            session,
            "JOIN (SELECT id, row_number() OVER (PARTITION BY person_id ORDER BY id) AS place FROM outbox WHERE state < 2) n ON n.id = o.id WHERE p.channel = $1 AND n.place <= $2 ORDER BY o.id",
            channel, most);
    }

    /// <summary>A person's rows after an id, oldest first (the web chat reads its own).</summary>
    public IReadOnlyList<OutboxRow> Of(Session session, long person, long after, int most = int.MaxValue) =>
        Read(session, "WHERE o.person_id = $1 AND o.id > $2 AND o.state < 2 ORDER BY o.id LIMIT $3", person, after, most);

    /// <summary>The browser has these.</summary>
    /// <returns>How many.</returns>
    public static int RemoveUpTo(Session session, long person, long id) =>
        session.Execute("DELETE FROM outbox WHERE person_id = $1 AND id <= $2 AND state < 2", person, id);

    /// <summary>Nothing of it may be sent any more.</summary>
    public static void RemoveAll(Session session, long person) => session.Execute("DELETE FROM outbox WHERE person_id = $1", person);

    /// <summary>No id below this was ever given out: rows that are gone had been given theirs when a message was taken.</summary>
    public static long Highest(Session session) => Math.Max(
        session.Scalar("SELECT max(id) FROM outbox") as long? ?? 0,
        Sequence.At(session.Scalar("SELECT max(at) FROM seen") as long? ?? 0));

    private List<OutboxRow> Read(Session session, string where, params ReadOnlySpan<object?> values)
    {
        var found = session.Query(
            $"SELECT o.id, o.person_id, o.state, o.attempts, o.content FROM outbox o JOIN person p ON p.person_id = o.person_id {where}",
            row => (Id: row.GetInt64(0), Person: row.GetInt64(1), Claimed: row.GetInt64(2) == 1, Attempts: row.GetInt32(3), Content: row.GetFieldValue<byte[]>(4)),
            values);
        return [.. found.Select(row => new OutboxRow(
            row.Id, row.Person, conversations.AddressOf(session, row.Person)!.Value, Opened(row.Id, row.Person, row.Content), row.Attempts)
        {
            Doubtful = row.Claimed,
        })];
    }

    private List<OutboxRow> Again(Session session, Person person, IReadOnlyList<OutboxRow> rows)
    {
        foreach (var row in rows)
        {
            Remove(session, row.Id);
        }

        return [.. rows.Select(row => Add(session, person, row.Reply))];
    }

    private byte[] Closed(OutboxRow row) =>
        seal.Close(Where(row.Id, row.Person), JsonSerializer.SerializeToUtf8Bytes(row.Reply, StoredJson.Plain.Reply));

    private Reply Opened(long id, long person, byte[] closed) =>
        JsonSerializer.Deserialize(seal.Open(Where(id, person), closed).Span, StoredJson.Plain.Reply)!;

    private static Place Where(long id, long person) => new("outbox", "content", person, id.ToString(CultureInfo.InvariantCulture), 1);
}
