using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Audit;

/// <summary>The end of the chain, written beside the database: rows that were cut off, or an older database put in place of the
/// newer one, no longer reach it. Whoever can put back both files at once is found by the anchors in the log.</summary>
internal sealed class AuditAnchor(string path, SecretKey key)
{
    private readonly AuditChain _chain = new(key);
    private bool _begun;

    /// <summary>What is wrong with the chain; null: nothing that we know. While something is, the file stays as it is.</summary>
    public string? Fault { get; set; }

    /// <summary>Looks at the start whether the database still reaches the anchor. The first start makes one.</summary>
    /// <returns>Whether it does.</returns>
    public bool Begin(Session session)
    {
        if (!File.Exists(path) && AuditStore.Last(session).No == 0)
        {
            Write(AuditHead.None);
        }

        (_begun, Fault) = (true, Compare(session));
        return Fault is null;
    }

    /// <summary>Whether the database reaches the anchor.</summary>
    /// <returns>What is wrong; null: nothing.</returns>
    public string? Compare(Session session)
    {
        if (!File.Exists(path))
        {
            return $"{Path.GetFileName(path)} is missing";
        }

        var words = File.ReadAllText(path).Split('\n');
        if (words.Length < 2 || Read(words[0]) is not { } head || !CryptographicOperations.FixedTimeEquals(_chain.Seal(head), Hex(words[1])))
        {
            return $"{Path.GetFileName(path)} was not written with this key";
        }

        return Reaches(session, head);
    }

    /// <summary>Whether an entry of that number stands there with that mac, or has been purged by us.</summary>
    public static string? Reaches(Session session, AuditHead head)
    {
        var last = AuditStore.Last(session);
        return last.No < head.No ? $"the entries {last.No + 1} to {head.No} were there and are not any more"
            : head.No > AuditStore.Beginning(session).No && !head.Mac.AsSpan().SequenceEqual(AuditStore.MacOf(session, head.No)) ? $"entry {head.No} is not the one that was there"
            : null;
    }

    /// <summary>Takes the chain as it stands, after somebody found out why it does not reach the anchor: an entry says so.</summary>
    public void Accept(Session session, AuditStore audit, DateTimeOffset now)
    {
        session.Begin();
        audit.Write(session, 0, now, AuditStore.Program, $"accepted: {Compare(session) ?? "nothing was wrong"}");
        session.Commit();
        Write(AuditStore.Last(session));
        Fault = null;
    }

    /// <summary>Writes the end of what is committed; nothing before <see cref="Begin"/>.</summary>
    public void Keep(Writer writer)
    {
        if (_begun && Fault is null)
        {
            Write(writer.Write(null, AuditStore.Last).GetAwaiter().GetResult());
        }
    }

    private void Write(AuditHead head) =>
        PrivateFile.Write(path, Encoding.ASCII.GetBytes($"{head}\n{Convert.ToHexStringLower(_chain.Seal(head))}\n"));

    /// <summary>Reads what <see cref="AuditHead.ToString"/> wrote; null when it is nothing of the kind.</summary>
    public static AuditHead? Read(string text) =>
        text.Split(' ') is [var no, var mac] && long.TryParse(no, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Hex(mac) is { Length: AuditChain.Bytes } bytes
            ? new AuditHead(number, bytes)
            : null;

    private static byte[] Hex(string text) => text.Length == 2 * AuditChain.Bytes && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text) : [];
}
