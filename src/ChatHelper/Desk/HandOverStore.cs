using System.Security.Cryptography;
using System.Text;
using ChatHelper.Audit;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Desk;

internal enum CaseState
{
    Waiting,
    Claimed,
    Closed,
}

/// <summary>A request for a human.</summary>
/// <param name="ClaimedBy">Number of an account, or <c>telegram:</c> and a name; null: nobody has it.</param>
internal sealed record Case(string Id, long Person, CaseState State, string Urgency, DateTimeOffset AskedAt, string? ClaimedBy, string Summary)
{
    public DateTimeOffset ClaimedAt { get; init; }

    /// <summary>The person was told that somebody has come.</summary>
    public bool Announced { get; init; }

    /// <summary>What tells the person so; once for each claim, however often it is taken.</summary>
    public VolunteerCame Came(string pseudonym) => new("desk", $"{Id}:came:{ClaimedBy}:{ClaimedAt.ToUnixTimeMilliseconds()}", pseudonym);

    public override string ToString() => nameof(Case);
}

/// <summary>A word between the person and the desk.</summary>
internal sealed record DeskMessage(long Id, bool FromPerson, DateTimeOffset At, string Text)
{
    public override string ToString() => nameof(DeskMessage);
}

/// <summary>Requests for a human and the words that belong to them.</summary>
internal sealed class HandOverStore(Seal seal, Sequence sequence, Surroundings surroundings, AuditStore audit, TimeProvider clock) : IEffectStore
{
    public void Store(Session session, Person person, Effect effect, DateTimeOffset now)
    {
        switch (effect)
        {
            case HandOver asked:
                Ask(session, person.Id, asked, now);
                break;
            case EndHandOver:
                End(session, person.Id);
                break;
            case Forget:
                session.Execute("DELETE FROM desk_message WHERE person_id = $1", person.Id);
                session.Execute("DELETE FROM handover WHERE person_id = $1", person.Id);
                Count(session);
                break;
            case Erase:
                Count(session); // what they waited with is gone with them
                break;
            case TellDesk told:
                // A volunteer may write after the case was closed: what is answered then must not go nowhere.
                Add(session, person.Id, OpenOf(session, person.Id) ?? Ask(session, person.Id, new HandOver("", "normal"), now), fromPerson: true, told.Text, now);
                break;
        }
    }

    // The volunteer's word and its record are one commit, so that the desk never shows what the person did not get.
    public void Used(Session session, Person person, Incoming incoming)
    {
        switch (incoming)
        {
            case VolunteerSaid said when OpenOf(session, person.Id) is { } open:
                Add(session, person.Id, open, fromPerson: false, said.Text, clock.GetUtcNow());
                break;
            case VolunteerCame:
                session.Execute("UPDATE handover SET announced = 1 WHERE person_id = $1 AND state = 1", person.Id);
                break;
            case VolunteerLeft:
                End(session, person.Id);
                break;
        }
    }

    /// <summary>Open cases, the most urgent and longest waiting first.</summary>
    public IReadOnlyList<Case> Open(Session session) => Read(session, "state < 2 ORDER BY urgency = 'normal', asked_at");

    /// <summary>All that a person asked for, oldest first.</summary>
    public IReadOnlyList<Case> Of(Session session, long person) => Read(session, "person_id = $1 ORDER BY asked_at, case_id", person);

    public Case? Find(Session session, string id) => Read(session, "case_id = $1", id) is [var one] ? one : null;

    /// <summary>A volunteer takes a waiting case.</summary>
    /// <returns>False when somebody else was faster.</returns>
    public bool Claim(Session session, string id, string by) => Give(session, id, by, "state = 0");

    /// <summary>Gives an open case to somebody, whoever had it.</summary>
    public bool Assign(Session session, string id, string by) => Give(session, id, by, "state < 2");

    /// <summary>What somebody had claimed waits again. Beside the running worker as well: counting is the worker's.</summary>
    public static void Release(Session session, string by) =>
        session.Execute("UPDATE handover SET state = 0, claimed_by = NULL, announced = 0 WHERE state = 1 AND claimed_by = $1", by);

    public IReadOnlyList<DeskMessage> Messages(Session session, Case of) => session.Query(
        "SELECT id, from_person, at, content FROM desk_message WHERE case_id = $1 ORDER BY id",
        row => new DeskMessage(
            row.GetInt64(0), row.GetInt64(1) == 1, DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
            Encoding.UTF8.GetString(seal.Open(MessagePlace(of.Person, row.GetInt64(0)), row.GetFieldValue<byte[]>(3)).Span)),
        of.Id);

    public void Add(Session session, long person, string caseId, bool fromPerson, string text, DateTimeOffset now)
    {
        var id = sequence.Next();
        session.Execute(
            "INSERT INTO desk_message (id, person_id, case_id, from_person, at, content) VALUES ($1, $2, $3, $4, $5, $6)",
            id, person, caseId, fromPerson ? 1 : 0, now.ToUnixTimeMilliseconds(), seal.Close(MessagePlace(person, id), Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Counts who waits, for what turns may say about it.</summary>
    public int Count(Session session)
    {
        var waiting = Convert.ToInt32(session.Scalar("SELECT count(*) FROM handover JOIN person USING (person_id) WHERE erased_at IS NULL AND state = 0"));
        surroundings.Waiting(waiting);
        return waiting;
    }

    private bool Give(Session session, string id, string by, string when)
    {
        var given = session.Execute(
            $"UPDATE handover SET state = 1, claimed_by = $2, claimed_at = $3, announced = 0 WHERE case_id = $1 AND {when}",
            id, by, clock.GetUtcNow().ToUnixTimeMilliseconds()) == 1;
        Count(session);
        return given;
    }

    private void End(Session session, long person)
    {
        session.Execute("UPDATE handover SET state = 2 WHERE person_id = $1 AND state < 2", person);
        Count(session);
    }

    private string Ask(Session session, long person, HandOver asked, DateTimeOffset now)
    {
        if (OpenOf(session, person) is { } open)
        {
            // Asking again while waiting changes how urgent it is, not the place in the row.
            session.Execute("UPDATE handover SET urgency = $2 WHERE case_id = $1 AND urgency = 'normal'", open, asked.Urgency);
            return open;
        }

        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        session.Execute(
            "INSERT INTO handover (case_id, person_id, state, urgency, asked_at, content) VALUES ($1, $2, 0, $3, $4, $5)",
            id, person, asked.Urgency, now.ToUnixTimeMilliseconds(), seal.Close(SummaryPlace(person, id), Encoding.UTF8.GetBytes(asked.Summary)));
        audit.Write(session, person, now, "person", $"asked {id} {asked.Urgency}");
        Count(session);
        return id;
    }

    private static string? OpenOf(Session session, long person) =>
        session.Scalar("SELECT case_id FROM handover WHERE person_id = $1 AND state < 2", person) as string;

    // Of a person whose erasing has begun the key may be gone before the rows are.
    private List<Case> Read(Session session, string where, params ReadOnlySpan<object?> values) => session.Query(
        $"SELECT case_id, person_id, state, urgency, asked_at, claimed_by, content, claimed_at, announced FROM handover JOIN person USING (person_id) WHERE erased_at IS NULL AND {where}",
        row => new Case(
            row.GetString(0), row.GetInt64(1), (CaseState)row.GetInt32(2), row.GetString(3),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)), row.IsDBNull(5) ? null : row.GetString(5),
            Encoding.UTF8.GetString(seal.Open(SummaryPlace(row.GetInt64(1), row.GetString(0)), row.GetFieldValue<byte[]>(6)).Span))
        {
            ClaimedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(7)), Announced = row.GetBoolean(8),
        },
        values);

    private static Place SummaryPlace(long person, string id) => new("handover", "content", person, id, 1);

    private static Place MessagePlace(long person, long id) => new("desk_message", "content", person, $"{id}", 1);
}
