using System.Text.Json;
using ChatHelper.Core.Turns;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Conversations;

/// <summary>Message keys already taken, with the first reply that answered them. Exact keys, kept longer than any channel
/// repeats itself: comparing with the highest key fails when Telegram starts anew at a random one (contracts.md T4).</summary>
internal sealed class SeenStore(Seal seal)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>Marks a key, with the reply that travels inside the channel's own answer: a repeated delivery gets it again.</summary>
    /// <returns>False when the key was there already; nothing is changed then.</returns>
    public bool Mark(Session session, Incoming incoming, long person, long now, Reply? reply) => session.Execute(
        "INSERT INTO seen (channel, key, person_id, at, reply) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
        incoming.Channel, incoming.Key, person, now,
        reply is null ? null : seal.Close(Where(incoming, person), JsonSerializer.SerializeToUtf8Bytes(reply, StoredJson.Plain.Reply))) == 1;

    /// <summary>Whether a key is there, and its first reply when one was kept.</summary>
    public (bool Seen, Reply? Reply) Find(Session session, Incoming incoming)
    {
        var rows = session.Query(
            "SELECT person_id, reply FROM seen WHERE channel = $1 AND key = $2",
            row => (Person: row.GetInt64(0), Reply: row.IsDBNull(1) ? null : row.GetFieldValue<byte[]>(1)),
            incoming.Channel, incoming.Key);
        return rows is not [var (person, closed)] ? (false, null)
            : (true, closed is null ? null : JsonSerializer.Deserialize(seal.Open(Where(incoming, person), closed).Span, StoredJson.Plain.Reply));
    }

    /// <summary>Whether a key is there, be its person erased since.</summary>
    public static bool Has(Session session, string channel, string key) => session.Scalar("SELECT 1 FROM seen WHERE channel = $1 AND key = $2", channel, key) is not null;

    /// <summary>A key as logs may show it: it may hold our number of a person.</summary>
    public string Shown(Incoming incoming) => Convert.ToHexStringLower(seal.Lookup("log", $"{incoming.Channel}:{incoming.Key}"))[..8];

    /// <summary>Keys outlive an erased person, without anything of theirs: a repeated "erase me" must not begin a new talk.</summary>
    public static void Unname(Session session, long person) =>
        session.Execute("UPDATE seen SET person_id = 0, reply = NULL WHERE person_id = $1", person);

    /// <summary>Forgets keys older than <see cref="Kept"/>.</summary>
    public static int Purge(Session session, long now) =>
        session.Execute("DELETE FROM seen WHERE at < $1", now - (long)Kept.TotalMilliseconds);

    private static Place Where(Incoming incoming, long person) => new("seen", "reply", person, $"{incoming.Channel}:{incoming.Key}", 1);
}
