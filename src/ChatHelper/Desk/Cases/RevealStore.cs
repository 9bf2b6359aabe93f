using System.Text.Json;
using System.Text.Json.Serialization;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Desk.Cases;

/// <summary>Why a masked field was shown.</summary>
/// <param name="Kind">What it was.</param>
/// <param name="Reason">Id of the reason.</param>
/// <param name="Note">The volunteer's own words.</param>
internal sealed record RevealReason(string Kind, string Reason, string Note)
{
    public override string ToString() => nameof(RevealReason);
}

/// <summary>A masked field that was shown.</summary>
internal sealed record Reveal(long Account, string CaseId, DateTimeOffset At, RevealReason Why);

[JsonSerializable(typeof(RevealReason))]
internal sealed partial class RevealJson : JsonSerializerContext;

/// <summary>Which masked fields were shown to whom and why, never the fields themselves.</summary>
internal sealed class RevealStore(Seal seal, Sequence sequence)
{
    private const int Shown = 50;

    public static int Count(Session session, string caseId, long account, DateTimeOffset since) => Convert.ToInt32(session.Scalar(
        "SELECT count(*) FROM desk_reveal WHERE case_id = $1 AND account_id = $2 AND at > $3", caseId, account, since.ToUnixTimeMilliseconds()));

    public void Add(Session session, Case of, long account, RevealReason why, DateTimeOffset now)
    {
        var id = sequence.Next();
        session.Execute(
            "INSERT INTO desk_reveal (id, person_id, case_id, account_id, at, content) VALUES ($1, $2, $3, $4, $5, $6)",
            id, of.Person, of.Id, account, now.ToUnixTimeMilliseconds(),
            seal.Close(Where(of.Person, id), JsonSerializer.SerializeToUtf8Bytes(why, RevealJson.Default.RevealReason)));
    }

    /// <summary>The latest ones, the last first.</summary>
    public IReadOnlyList<Reveal> Latest(Session session) => session.Query(
        "SELECT id, person_id, case_id, account_id, at, content FROM desk_reveal JOIN person USING (person_id) WHERE erased_at IS NULL ORDER BY id DESC LIMIT $1",
        row => new Reveal(row.GetInt64(3), row.GetString(2), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)), JsonSerializer.Deserialize(
            seal.Open(Where(row.GetInt64(1), row.GetInt64(0)), row.GetFieldValue<byte[]>(5)).Span, RevealJson.Default.RevealReason)!),
        Shown);

    private static Place Where(long person, long id) => new("desk_reveal", "content", person, $"{id}", 1);
}
