using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Channels.Telegram;

/// <summary>What waits: a file to be fetched, or something that came after one. Only one of them is there.</summary>
internal sealed record WaitingUpdate(UpdateReading.WithFile? File, Said? Said = null, Pressed? Pressed = null, Gave? Gave = null)
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
}

/// <summary>Updates that wait behind a file, on disk: Telegram has been told that we have them.</summary>
internal sealed class WaitingStore(Seal seal, ConversationStore conversations, Sequence sequence)
{
    /// <summary>Keeps an update.</summary>
    /// <returns>Its row; null when it waits already.</returns>
    public long? Add(Session session, long person, WaitingUpdate update)
    {
        var row = sequence.Next();
        return session.Execute(
            "INSERT INTO telegram_waiting (id, update_key, person_id, content) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            row, update.Key, person, seal.Close(Where(person, row), JsonSerializer.SerializeToUtf8Bytes(update, WaitingJson.Default.WaitingUpdate))) == 1 ? row : null;
    }

    /// <summary>The update of a row; null when its person was erased.</summary>
    public WaitingUpdate? Find(Session session, long row) => session.Query(
        "SELECT person_id, content FROM telegram_waiting WHERE id = $1",
        found => Opened(found.GetInt64(0), row, found.GetFieldValue<byte[]>(1)), row) is [var update] ? update : null;

    public static void Remove(Session session, long row) => session.Execute("DELETE FROM telegram_waiting WHERE id = $1", row);

    /// <summary>All that waits, in the order in which it came.</summary>
    public IReadOnlyList<(Address From, long Row)> All(Session session) => [.. session.Query(
        "SELECT id, person_id FROM telegram_waiting ORDER BY id", row => (Row: row.GetInt64(0), Person: row.GetInt64(1)))
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
