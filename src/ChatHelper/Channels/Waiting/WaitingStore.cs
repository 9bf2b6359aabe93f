using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Channels.Waiting;

/// <summary>What waits: a file to be fetched, or something that came after one. Only one of them is there.</summary>
internal sealed record WaitingUpdate(SentFile? File, Said? Said = null, Pressed? Pressed = null, Gave? Gave = null)
{
    [JsonIgnore]
    public Incoming? Incoming => (Incoming?)Said ?? (Incoming?)Pressed ?? Gave;

    [JsonIgnore]
    public string Key => File?.Key ?? Incoming!.Key;

    /// <summary>Null for what never waits.</summary>
    public static WaitingUpdate? Of(Incoming incoming) => incoming switch
    {
        Said said => new WaitingUpdate(null, Said: said),
        Pressed pressed => new WaitingUpdate(null, Pressed: pressed),
        Gave gave => new WaitingUpdate(null, Gave: gave),
        _ => null,
    };

    public override string ToString() => nameof(WaitingUpdate);
}

/// <summary>Updates that wait behind a file, on disk: their channel has been told that we have them. The table bears the name of the
/// first channel that needed it.</summary>
internal sealed class WaitingStore(Seal seal, ConversationStore conversations, Sequence sequence)
{
    /// <summary>Keeps an update.</summary>
    /// <returns>Its row; null when it waits or was taken already.</returns>
    public long? Add(Session session, string channel, long person, WaitingUpdate update)
    {
        if (SeenStore.Has(session, channel, update.Key))
        {
            return null;
        }

        var row = sequence.Next();
        return session.Execute(
            "INSERT INTO telegram_waiting (id, update_key, person_id, content) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            row, update.Key, person, seal.Close(Where(person, row), JsonSerializer.SerializeToUtf8Bytes(update, WaitingJson.Default.WaitingUpdate))) == 1 ? row : null;
    }

    public static bool Stands(Session session, long person) =>
        session.Scalar("SELECT 1 FROM person WHERE person_id = $1 AND erased_at IS NULL", person) is not null;

    /// <summary>What an erased person said after the word that asked for it begins a new talk: it keeps its row, closed for whoever is there now.</summary>
    /// <param name="begin">How a talk begins.</param>
    public void PassOn(Session session, Person erased, Incoming asked, Func<Conversation> begin, DateTimeOffset now)
    {
        var behind = session.Query(
            "SELECT id, content FROM telegram_waiting WHERE person_id = $1 AND id > (SELECT id FROM telegram_waiting WHERE update_key = $2) ORDER BY id",
            row => (Id: row.GetInt64(0), Content: row.GetFieldValue<byte[]>(1)), erased.Id, asked.Key);
        if (behind.Count == 0)
        {
            return;
        }

        var heir = (conversations.Find(session, erased.Address) ?? conversations.Add(session, erased.Address, begin(), now.ToUnixTimeMilliseconds())).Id;
        foreach (var (id, closed) in behind)
        {
            session.Execute(
                "UPDATE telegram_waiting SET person_id = $1, content = $2 WHERE id = $3",
                heir, seal.Close(Where(heir, id), seal.Open(Where(erased.Id, id), closed).Span), id);
        }
    }

    /// <summary>The update of a row and whose it is; null when its person was erased.</summary>
    public (long Person, WaitingUpdate Update)? Find(Session session, long row) => session.Query(
        "SELECT person_id, content FROM telegram_waiting WHERE id = $1",
        found => (Person: found.GetInt64(0), Update: Opened(found.GetInt64(0), row, found.GetFieldValue<byte[]>(1))), row) is [(var person, { } update)] ? (person, update) : null;

    public static void Remove(Session session, long row) => session.Execute("DELETE FROM telegram_waiting WHERE id = $1", row);

    /// <summary>All that waits of one channel, in the order in which it came.</summary>
    public IReadOnlyList<(Address From, long Row)> All(Session session, string channel) => [.. session.Query(
        "SELECT w.id, w.person_id FROM telegram_waiting w JOIN person p ON p.person_id = w.person_id WHERE p.channel = $1 ORDER BY w.id",
        row => (Row: row.GetInt64(0), Person: row.GetInt64(1)), channel)
        .Select(one => (conversations.AddressOf(session, one.Person)!.Value, one.Row))];

    private WaitingUpdate? Opened(long person, long row, byte[] closed)
    {
        try
        {
            return JsonSerializer.Deserialize(seal.Open(Where(person, row), closed).Span, WaitingJson.Default.WaitingUpdate);
        }
        catch (CryptographicException)
        {
            return null; // the key went before the row
        }
    }

    private static Place Where(long person, long row) => new("telegram_waiting", "content", person, $"{row}", 1);
}

[JsonSerializable(typeof(WaitingUpdate))]
internal sealed partial class WaitingJson : JsonSerializerContext;
