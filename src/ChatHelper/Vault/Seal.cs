using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ChatHelper.Vault;

/// <summary>Where a piece of personal content lives. Bound into what closes it, so that content moved to another row,
/// column, version or person does not open.</summary>
internal readonly record struct Place(string Table, string Column, long Person, string Row, long Version);

/// <summary>The seam between the stores and the keys: everything personal passes through here on its way to disk and back.
/// A record is: 1 form, 12 nonce, the content encrypted with AES-256-GCM, 16 tag. The place is associated data.</summary>
internal sealed class Seal : IDisposable
{
    private const byte Form = 1;
    private const int Before = 1 + PersonKey.Nonce;
    private const int LookupBytes = 16;
    private readonly SecretKey _lookup;

    public Seal(KeyRing keys) => (Keys, _lookup) = (keys, keys.Subkey("chathelper lookup"));

    public KeyRing Keys { get; }

    /// <summary>Closes content for its place.</summary>
    /// <exception cref="KeyGone">The person was erased.</exception>
    public byte[] Close(in Place place, ReadOnlySpan<byte> content)
    {
        var closed = new byte[Before + content.Length + PersonKey.Tag];
        closed[0] = Form;
        Span<byte> bound = stackalloc byte[BoundLength(place)];
        Bind(place, bound);
        Keys.Of(place.Person).Close(content, closed.AsSpan(1, PersonKey.Nonce), closed.AsSpan(Before, content.Length), closed.AsSpan(Before + content.Length), bound);
        return closed;
    }

    /// <summary>Opens content of its place.</summary>
    /// <exception cref="CryptographicException">It is not what was closed for this place, or the key is gone.</exception>
    public ReadOnlyMemory<byte> Open(in Place place, byte[] closed)
    {
        var length = closed.Length - Before - PersonKey.Tag;
        if (length < 0 || closed[0] != Form)
        {
            throw new CryptographicException($"{place.Table}.{place.Column} of row {place.Row} is in a form this program does not know");
        }

        var content = new byte[length];
        Span<byte> bound = stackalloc byte[BoundLength(place)];
        Bind(place, bound);
        Keys.Of(place.Person).Open(closed.AsSpan(1, PersonKey.Nonce), closed.AsSpan(Before, length), closed.AsSpan(Before + length), content, bound);
        return content;
    }

    /// <summary>Keyed hash for look-ups: the same id gives the same bytes here, and tells nothing without the key.</summary>
    public byte[] Lookup(string channel, string id) =>
        HMACSHA256.HashData(_lookup.Bytes, Encoding.UTF8.GetBytes($"{channel}\0{id}"))[..LookupBytes];

    /// <summary>What is bound into a closed thing of this place.</summary>
    internal static byte[] Bound(in Place place)
    {
        var bound = new byte[BoundLength(place)];
        Bind(place, bound);
        return bound;
    }

    public void Dispose() => _lookup.Dispose();

    private static int BoundLength(in Place place) =>
        (3 * sizeof(ushort)) + (2 * sizeof(long)) + Encoding.UTF8.GetByteCount(place.Table) + Encoding.UTF8.GetByteCount(place.Column) + Encoding.UTF8.GetByteCount(place.Row);

    // Each part with its length before it: no two places look alike.
    private static void Bind(in Place place, Span<byte> bound)
    {
        bound = Put(Put(Put(bound, place.Table), place.Column), place.Row);
        BinaryPrimitives.WriteInt64LittleEndian(bound, place.Person);
        BinaryPrimitives.WriteInt64LittleEndian(bound[sizeof(long)..], place.Version);
    }

    private static Span<byte> Put(Span<byte> to, string part)
    {
        var length = Encoding.UTF8.GetBytes(part, to[sizeof(ushort)..]);
        BinaryPrimitives.WriteUInt16LittleEndian(to, checked((ushort)length));
        return to[(sizeof(ushort) + length)..];
    }
}
