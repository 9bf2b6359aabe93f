using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChatHelper.Vault;

namespace ChatHelper.Storage;

/// <summary>A table with one closed value for a person, or none. Each writing has a version of its own, to which it is bound: an older
/// value put back into the row does not open.</summary>
/// <param name="table">Its name; it has <c>person_id</c>, <c>version</c> and <c>content</c>.</param>
internal sealed class ClosedRows<T>(Seal seal, string table, JsonTypeInfo<T> type)
    where T : class
{
    private readonly string _find = $"SELECT version, content FROM {table} WHERE person_id = $1";
    private readonly string _version = $"SELECT version FROM {table} WHERE person_id = $1";
    private readonly string _put = $"INSERT INTO {table} (person_id, version, content) VALUES ($1, $2, $3) ON CONFLICT (person_id) DO UPDATE SET version = $2, content = $3";
    private readonly string _remove = $"DELETE FROM {table} WHERE person_id = $1";

    public T? Find(Session session, long person) =>
        session.Query(_find, row => (Version: row.GetInt64(0), Content: row.GetFieldValue<byte[]>(1)), person) is [var (version, closed)]
            ? JsonSerializer.Deserialize(seal.Open(Where(person, version), closed).Span, type)
            : null;

    public void Put(Session session, long person, T value)
    {
        var version = (session.Scalar(_version, person) as long? ?? 0) + 1;
        session.Execute(_put, person, version, seal.Close(Where(person, version), JsonSerializer.SerializeToUtf8Bytes(value, type)));
    }

    public void Remove(Session session, long person) => session.Execute(_remove, person);

    private Place Where(long person, long version) => new(table, "content", person, person.ToString(CultureInfo.InvariantCulture), version);
}
