using System.Text.Json;
using System.Text.Json.Serialization;
using ChatHelper.Conversations;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Erasure;

/// <summary>What a channel still has of an erased person.</summary>
/// <param name="Person">Their number; nothing else stands below it any more.</param>
/// <param name="Address">Where they were reached.</param>
/// <param name="At">When they asked.</param>
/// <param name="Messages">The channel's numbers of messages that may still be deleted.</param>
internal sealed record Clearing(long Person, Address Address, DateTimeOffset At, IReadOnlyList<long> Messages);

/// <summary>The database's part of erasing. Each step can be done again.</summary>
internal sealed class ErasureStore(Seal seal)
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
        if (messages.Count > 0)
        {
            session.Execute(
                "INSERT INTO clearing (person_id, at, channel, content) VALUES ($1, $2, $3, $4)",
                person.Id, now.ToUnixTimeMilliseconds(), person.Address.Channel,
                seal.Close(Where(person.Id), JsonSerializer.SerializeToUtf8Bytes(new Left(person.Address.Id, messages), ErasureJson.Default.Left)));
        }
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
    public IReadOnlyList<Clearing> ToClear(Session session) => session.Query(
        "SELECT person_id, at, channel, content FROM clearing ORDER BY at",
        row =>
        {
            var left = JsonSerializer.Deserialize(seal.Open(Where(row.GetInt64(0)), row.GetFieldValue<byte[]>(3)).Span, ErasureJson.Default.Left)!;
            return new Clearing(row.GetInt64(0), new Address(row.GetString(2), left.Id), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), left.Messages);
        });

    /// <summary>The channel has done what it can.</summary>
    public static bool Cleared(Session session, long person) => session.Execute("DELETE FROM clearing WHERE person_id = $1", person) == 1;

    private static Place Where(long person) => new("clearing", "content", KeyRing.Nobody, $"{person}", 1);
}

/// <summary>What stands closed in a row of <c>clearing</c>.</summary>
internal sealed record Left(string Id, IReadOnlyList<long> Messages);

[JsonSerializable(typeof(Left))]
internal sealed partial class ErasureJson : JsonSerializerContext;
