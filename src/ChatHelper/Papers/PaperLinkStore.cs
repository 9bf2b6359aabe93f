using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using ChatHelper.Audit;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Papers;

/// <summary>Links to papers for channels that carry no files. A link opens in one browser, the first that asks for it, and only there.</summary>
internal sealed class PaperLinkStore(Seal seal, AuditStore audit) : IEffectStore
{
    /// <summary>How long a link is good.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private const int TokenBytes = 24;

    /// <summary>Path of a link, below the address where people reach our pages.</summary>
    public static string Path(string token) => $"/papers/{token}";

    /// <summary>A new link. To be called in the transaction that hands it out.</summary>
    /// <param name="language">Of the reply the files go with.</param>
    /// <param name="row">What hands it out, where that may be tried again: the same has the same link.</param>
    /// <returns>Its token; only its holder has it.</returns>
    public string Make(Session session, long person, IReadOnlyList<ReplyFile> files, string language, DateTimeOffset now, long? row = null)
    {
        var token = Base64Url.EncodeToString(row is { } id ? seal.Lookup("paper-row", $"{person}:{id}") : RandomNumberGenerator.GetBytes(TokenBytes));
        var lookup = Lookup(token);
        session.Execute(
            "INSERT INTO paper_link (lookup, person_id, until, content) VALUES ($1, $2, $3, $4) ON CONFLICT (lookup) DO UPDATE SET until = excluded.until",
            lookup, person, (now + Life).ToUnixTimeMilliseconds(),
            seal.Close(Where(lookup, person), JsonSerializer.SerializeToUtf8Bytes(new LinkedPapers(files, language), PaperLinkJson.Plain.LinkedPapers)));
        return token;
    }

    /// <summary>The link of a token; null when there never was one, its time is over or its person is gone.</summary>
    public PaperLink? Find(Session session, string token, DateTimeOffset now)
    {
        var lookup = Lookup(token);
        return session.Query(
            "SELECT person_id, until, opened_by, content FROM paper_link JOIN person USING (person_id) WHERE paper_link.lookup = $1 AND until > $2 AND erased_at IS NULL",
            row => new PaperLink(
                lookup, row.GetInt64(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), row.IsDBNull(2) ? null : row.GetFieldValue<byte[]>(2), row.GetFieldValue<byte[]>(3)),
            lookup, now.ToUnixTimeMilliseconds()) is [var link] ? link : null;
    }

    /// <summary>Whether this browser opened it.</summary>
    public bool Knows(PaperLink link, string browser) => link.OpenedBy is { } known && CryptographicOperations.FixedTimeEquals(known, Owner(browser));

    /// <summary>From now on it is this browser's alone.</summary>
    public void Open(Session session, PaperLink link, string browser, DateTimeOffset now)
    {
        session.Execute("UPDATE paper_link SET opened_by = $1 WHERE lookup = $2", Owner(browser), link.Lookup);
        audit.Write(session, link.Person, now, "person", "opened a page of papers");
    }

    /// <summary>What stands behind it.</summary>
    public LinkedPapers Read(PaperLink link) => JsonSerializer.Deserialize(seal.Open(Where(link.Lookup, link.Person), link.Closed).Span, PaperLinkJson.Plain.LinkedPapers)!;

    public void Store(Session session, Person person, Effect effect, DateTimeOffset now)
    {
        if (effect is Forget)
        {
            RemoveAll(session, person.Id);
        }
    }

    public void Used(Session session, Person person, Incoming incoming)
    {
        // No Incoming uses a link up; a browser does.
    }

    /// <summary>No link of theirs opens anything any more.</summary>
    public static void RemoveAll(Session session, long person) => session.Execute("DELETE FROM paper_link WHERE person_id = $1", person);

    /// <summary>Removes links whose time is over.</summary>
    public static int Purge(Session session, DateTimeOffset now) => session.Execute("DELETE FROM paper_link WHERE until <= $1", now.ToUnixTimeMilliseconds());

    private byte[] Lookup(string token) => seal.Lookup("paper", token);

    private byte[] Owner(string browser) => seal.Lookup("paper-browser", browser);

    private static Place Where(byte[] lookup, long person) => new("paper_link", "content", person, Convert.ToHexStringLower(lookup), 1);
}
