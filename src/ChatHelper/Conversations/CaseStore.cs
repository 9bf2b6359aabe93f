using System.Globalization;
using System.Text.Json;
using ChatHelper.Core.Casework;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Conversations;

/// <summary>Case files, apart from the conversations: a long diary is not written again with every answer.</summary>
internal sealed class CaseStore(Seal seal)
{
    /// <summary>A person's case; empty when they have none.</summary>
    public CaseFile Find(Session session, long person)
    {
        var rows = session.Query(
            "SELECT version, content FROM case_file WHERE person_id = $1",
            row => (Version: row.GetInt64(0), Content: row.GetFieldValue<byte[]>(1)), person);
        return rows is [var (version, closed)]
            ? JsonSerializer.Deserialize(seal.Open(Where(person, version), closed).Span, StoredJson.Plain.CaseFile)!
            : CaseFile.Empty;
    }

    /// <summary>All cases with the person of each, for verifying.</summary>
    public IReadOnlyList<(long Person, CaseFile File)> All(Session session) => session.Query(
        "SELECT person_id FROM case_file ORDER BY person_id", row => row.GetInt64(0))
        .Select(person => (person, Find(session, person))).ToList();

    /// <summary>Writes a case when it has become another.</summary>
    public void Put(Session session, long person, CaseFile before, CaseFile file)
    {
        if (ReferenceEquals(before, file))
        {
            return;
        }

        var version = (session.Scalar("SELECT version FROM case_file WHERE person_id = $1", person) as long? ?? 0) + 1;
        session.Execute(
            "INSERT INTO case_file (person_id, version, content) VALUES ($1, $2, $3) ON CONFLICT (person_id) DO UPDATE SET version = $2, content = $3",
            person, version, seal.Close(Where(person, version), JsonSerializer.SerializeToUtf8Bytes(file, StoredJson.Plain.CaseFile)));
    }

    private static Place Where(long person, long version) =>
        new("case_file", "content", person, person.ToString(CultureInfo.InvariantCulture), version);
}
