using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Gate;

/// <summary>Rows of those who have set something at the gate, or are about to. Most persons have none.</summary>
internal sealed class GateStore(Seal seal)
{
    private readonly ClosedRows<GateState> _rows = new(seal, "gate", GateJson.Default.GateState);

    public GateState Find(Session session, long person) => _rows.Find(session, person) ?? GateState.Empty;

    /// <summary>Writes a state; an empty one leaves no row.</summary>
    public void Put(Session session, long person, GateState state)
    {
        if (state.IsEmpty)
        {
            _rows.Remove(session, person);
        }
        else
        {
            _rows.Put(session, person, state);
        }
    }

    /// <summary>Everybody with a row, and whether they have set a number.</summary>
    public IReadOnlyList<(long Person, bool Pin)> All(Session session) =>
        [.. session.Query("SELECT person_id FROM gate JOIN person USING (person_id) WHERE erased_at IS NULL", row => row.GetInt64(0))
            .Select(person => (person, Find(session, person).Pin is not null))];
}
