using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ChatHelper.Vault;

namespace ChatHelper.Audit;

/// <summary>What binds the entries to each other: a keyed hash over the one before and every field of this one, each with its
/// length before it, so that no two entries have the same bytes. Without the key nobody can make a row that fits.</summary>
internal sealed class AuditChain(SecretKey key)
{
    public const int Bytes = HMACSHA256.HashSizeInBytes;

    /// <summary>The key that belongs to this and nothing else.</summary>
    public static SecretKey Key(KeyRing keys) => keys.Subkey("chathelper audit");

    /// <summary>The mac of an entry that follows another.</summary>
    public byte[] Mac(ReadOnlySpan<byte> previous, AuditEntry entry)
    {
        var most = "entry".Length + previous.Length + entry.Person.Length + Encoding.UTF8.GetMaxByteCount(entry.Who.Length + entry.What.Length) + 64;
        Span<byte> bytes = most <= 1024 ? stackalloc byte[most] : new byte[most];
        var at = Text(bytes, 0, "entry");
        at = Blob(bytes, at, previous);
        at = Number(bytes, at, entry.No);
        at = Number(bytes, at, entry.At);
        at = Blob(bytes, at, entry.Person);
        at = Text(bytes, at, entry.Who);
        at = Text(bytes, at, entry.What);
        return HMACSHA256.HashData(key.Bytes, bytes[..at]);
    }

    /// <summary>What keeps anybody from writing a head that they would like.</summary>
    public byte[] Seal(AuditHead head)
    {
        Span<byte> bytes = stackalloc byte[64 + Bytes];
        var at = Text(bytes, 0, "head");
        at = Number(bytes, at, head.No);
        at = Blob(bytes, at, head.Mac);
        return HMACSHA256.HashData(key.Bytes, bytes[..at]);
    }

    private static int Number(Span<byte> bytes, int at, long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(bytes[at..], value);
        return at + sizeof(long);
    }

    private static int Blob(Span<byte> bytes, int at, ReadOnlySpan<byte> value)
    {
        at = Number(bytes, at, value.Length);
        value.CopyTo(bytes[at..]);
        return at + value.Length;
    }

    private static int Text(Span<byte> bytes, int at, string value)
    {
        var length = Encoding.UTF8.GetBytes(value, bytes[(at + sizeof(long))..]);
        return Number(bytes, at, length) + length;
    }
}
