using ChatHelper.Core.Casework;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Conversations;

/// <summary>Case files, apart from the conversations: a long diary is not written again with every answer.</summary>
internal sealed class CaseStore(Seal seal)
{
    private readonly ClosedRows<CaseFile> _rows = new(seal, "case_file", StoredJson.Plain.CaseFile);

    /// <summary>A person's case; empty when they have none.</summary>
    public CaseFile Find(Session session, long person) => _rows.Find(session, person) ?? CaseFile.Empty;

    /// <summary>All cases with the person of each, for verifying.</summary>
    public IReadOnlyList<(long Person, CaseFile File)> All(Session session) => session.Query(
        "SELECT person_id FROM case_file ORDER BY person_id", row => row.GetInt64(0))
        .Select(person => (person, Find(session, person))).ToList();

    /// <summary>Writes a case when it has become another.</summary>
    public void Put(Session session, long person, CaseFile before, CaseFile file)
    {
        if (!ReferenceEquals(before, file))
        {
            _rows.Put(session, person, file);
        }
    }
}
