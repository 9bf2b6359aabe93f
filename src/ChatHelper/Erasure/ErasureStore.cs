using System.Text.Json;
using System.Text.Json.Serialization;
using ChatHelper.Conversations;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Erasure;

/// <summary>What a channel still has of somebody who is not there any more.</summary>
/// <param name="Person">Their number, or one of its own; nothing else stands below it any more.</param>
/// <param name="Address">Where they were reached.</param>
/// <param name="At">When they went.</param>
/// <param name="Messages">The channel's numbers of messages that may still be deleted.</param>
/// <param name="Topics">Topics of the volunteers' group with copies of their cases.</param>
internal sealed record Clearing(long Person, Address Address, DateTimeOffset At, IReadOnlyList<long> Messages, IReadOnlyList<int> Topics);

/// <summary>The database's part of erasing. Each step can be done again.</summary>
internal sealed class ErasureStore(Seal seal, Sequence sequence)
{
    /// <summary>First step, in the turn's own commit: from here on nobody finds the person, and nothing of theirs is sent.</summary>
    /// <param name="messages">What the channel must clear away; empty: nothing.</param>
    public void Begin(Session session, Person person, IReadOnlyList<long> messages, DateTimeOffset now)
    {
        session.Frees = true;
        SeenStore.Unname(session, person.Id);
        session.Execute("DELETE FROM outbox WHERE person_id = $1", person.Id);
        session.Execute("DELETE FROM due WHERE person_id = $1", person.Id);
        session.Execute("UPDATE person SET erased_at = $1, lookup = randomblob(16) WHERE person_id = $2", now.ToUnixTimeMilliseconds(), person.Id);
        Keep(session, new Clearing(person.Id, person.Address, now, messages, session.Query(
            "SELECT t.thread_id FROM telegram_topic t JOIN handover h ON h.case_id = t.case_id WHERE h.person_id = $1", row => row.GetInt32(0), person.Id)));
    }

    /// <summary>Messages in a chat where nobody is any more: under way when its person was erased, or left behind by one who has moved.</summary>
    public void Leave(Session session, Address address, IEnumerable<long> messages, DateTimeOffset now)
    {
        var known = ToClear(session).FirstOrDefault(one => one.Address == address) ?? new Clearing(sequence.Next(), address, now, [], []);
        Keep(session, known with { Messages = [.. known.Messages.Union(messages)] });
    }

    /// <summary>Persons whose erasing has begun.</summary>
    public static IReadOnlyList<long> Begun(Session session) =>
        session.Query("SELECT person_id FROM person WHERE erased_at IS NOT NULL", row => row.GetInt64(0));

    /// <summary>Everybody who is there, for comparing with the keys.</summary>
    public static IReadOnlyList<long> Everybody(Session session) => session.Query("SELECT person_id FROM person", row => row.GetInt64(0));

    /// <summary>Which keys this database is closed with; a new database takes the ones it is opened with.</summary>
    public static string KeysOf(Session session, string present)
    {
        session.Execute("INSERT INTO setting (name, value) VALUES ('keys', $1) ON CONFLICT DO NOTHING", present);
        return (string)session.Scalar("SELECT value FROM setting WHERE name = 'keys'")!;
    }

    /// <summary>Removes the rows of a person whose key is gone.</summary>
    /// <returns>Their files, whose bytes are to be deleted.</returns>
    public static IReadOnlyList<string> RemoveRows(Session session, long person)
    {
        session.Frees = true;
        var files = session.Query("SELECT file_id FROM file WHERE person_id = $1", row => row.GetString(0), person);
        session.Execute("DELETE FROM person WHERE person_id = $1", person);
        return files;
    }

    /// <summary>What channels must still clear away, oldest first.</summary>
    public IReadOnlyList<Clearing> ToClear(Session session) => Read(session, "ORDER BY at");

    /// <summary>The channel has done what it can; what came late meanwhile stays.</summary>
    public void Cleared(Session session, Clearing done)
    {
        var known = Find(session, done.Person);
        session.Execute("DELETE FROM clearing WHERE person_id = $1", done.Person);
        if (known is not null)
        {
            Keep(session, known with { Messages = [.. known.Messages.Except(done.Messages)], Topics = [.. known.Topics.Except(done.Topics)] });
        }
    }

    private Clearing? Find(Session session, long person) => Read(session, "WHERE person_id = $1", person) is [var one] ? one : null;

    private List<Clearing> Read(Session session, string where, params ReadOnlySpan<object?> values) => session.Query(
        $"SELECT person_id, at, channel, content FROM clearing {where}",
        row =>
        {
            var left = JsonSerializer.Deserialize(seal.Open(Where(row.GetInt64(0)), row.GetFieldValue<byte[]>(3)).Span, ErasureJson.Default.Left)!;
            return new Clearing(
                row.GetInt64(0), new Address(row.GetString(2), left.Id), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), left.Messages, left.Topics);
        },
        values);

    private void Keep(Session session, Clearing one)
    {
        if (one.Messages.Count + one.Topics.Count > 0)
        {
            session.Execute(
                "INSERT OR REPLACE INTO clearing (person_id, at, channel, content) VALUES ($1, $2, $3, $4)",
                one.Person, one.At.ToUnixTimeMilliseconds(), one.Address.Channel,
                seal.Close(Where(one.Person), JsonSerializer.SerializeToUtf8Bytes(new Left(one.Address.Id, one.Messages) { Topics = one.Topics }, ErasureJson.Default.Left)));
        }
    }

    private static Place Where(long person) => new("clearing", "content", KeyRing.Nobody, $"{person}", 1);
}

/// <summary>What stands closed in a row of <c>clearing</c>.</summary>
internal sealed record Left(string Id, IReadOnlyList<long> Messages)
{
    public IReadOnlyList<int> Topics { get; init; } = [];
}

[JsonSerializable(typeof(Left))]
internal sealed partial class ErasureJson : JsonSerializerContext;
