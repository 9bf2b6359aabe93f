using System.Globalization;
using System.Text.Json;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Gate;

/// <summary>Rows of those who have set something at the gate, or are about to. Most persons have none.</summary>
internal sealed class GateStore(Seal seal)
{
    public GateState Find(Session session, long person)
    {
        var rows = session.Query(
            "SELECT version, content FROM gate WHERE person_id = $1", row => (Version: row.GetInt64(0), Content: row.GetFieldValue<byte[]>(1)), person);
        return rows is [var (version, closed)]
            ? JsonSerializer.Deserialize(seal.Open(Where(person, version), closed).Span, GateJson.Default.GateState)!
            : GateState.Empty;
    }

    /// <summary>Writes a state; an empty one leaves no row.</summary>
    public void Put(Session session, long person, GateState state)
    {
        if (state.IsEmpty)
        {
            session.Execute("DELETE FROM gate WHERE person_id = $1", person);
            return;
        }

        var version = (session.Scalar("SELECT version FROM gate WHERE person_id = $1", person) as long? ?? 0) + 1;
        session.Execute(
            "INSERT INTO gate (person_id, version, content) VALUES ($1, $2, $3) ON CONFLICT (person_id) DO UPDATE SET version = $2, content = $3",
            person, version, seal.Close(Where(person, version), JsonSerializer.SerializeToUtf8Bytes(state, GateJson.Default.GateState)));
    }

    /// <summary>Everybody with a row, and whether they have set a number.</summary>
    public IReadOnlyList<(long Person, bool Pin)> All(Session session) =>
        [.. session.Query("SELECT person_id FROM gate JOIN person USING (person_id) WHERE erased_at IS NULL", row => row.GetInt64(0))
            .Select(person => (person, Find(session, person).Pin is not null))];

    private static Place Where(long person, long version) => new("gate", "content", person, person.ToString(CultureInfo.InvariantCulture), version);
}
