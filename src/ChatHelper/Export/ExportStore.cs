using ChatHelper.Audit;
using ChatHelper.Conversations;
using ChatHelper.Desk;
using ChatHelper.Gate;
using ChatHelper.Storage;

namespace ChatHelper.Export;

/// <summary>Gathers what is held about one person.</summary>
internal sealed class ExportStore(ConversationStore conversations, HandOverStore handOvers, GateStore gate, AuditStore audit)
{
    /// <returns>Null when nothing is held any more.</returns>
    public Held? Of(Session session, long person)
    {
        var rows = session.Query(
            "SELECT channel, created_at, touched_at FROM person JOIN conversation USING (person_id) WHERE person_id = $1 AND erased_at IS NULL",
            row => (Channel: row.GetString(0), Since: Time(row.GetInt64(1)), Last: Time(row.GetInt64(2))), person);
        return rows is not [var (channel, since, last)] || conversations.AddressOf(session, person) is not { } address
            || conversations.Find(session, address) is not { } known
            ? null
            : new Held(
                channel, since, last, known.Conversation,
                [.. handOvers.Of(session, person).Select(one => (one, handOvers.Messages(session, one)))],
                Looks.Of(audit.OfDesk(session, person)),
                session.Query("SELECT kind, at FROM due WHERE person_id = $1 ORDER BY at, kind", row => (row.GetString(0), Time(row.GetInt64(1))), person),
                session.Query("SELECT reason, first_at, count FROM flag WHERE person_id = $1 ORDER BY first_at, reason",
                    row => (row.GetString(0), Time(row.GetInt64(1)), row.GetInt32(2)), person),
                session.Scalar("SELECT at FROM recovery WHERE person_id = $1", person) is long made ? Time(made) : null,
                gate.Find(session, person).Pin is not null);
    }

    private static DateTimeOffset Time(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at);
}
