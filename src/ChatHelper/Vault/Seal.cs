using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace ChatHelper.Vault;

/// <summary>Where a piece of personal content lives. Bound into what closes it, so that content moved to another row,
/// column or person does not open.</summary>
internal readonly record struct Place(string Table, string Column, long Person, string Row, long Version);

/// <summary>The seam between the stores and the keys: everything personal passes through here on its way to disk and back.
/// Content is not yet encrypted; the first byte names the form, so that encrypted content can stand beside it.</summary>
[SuppressMessage("Performance", "CA1822", Justification = "The seam is an instance: encryption will need the keys it holds.")]
internal sealed class Seal
{
    private const byte Open0 = 0;
    private readonly byte[] _lookupKey;

    public Seal(byte[] lookupKey) => _lookupKey = lookupKey;

    /// <summary>Closes content for its place.</summary>
    public byte[] Close(in Place place, ReadOnlySpan<byte> content)
    {
        var closed = new byte[content.Length + 1];
        closed[0] = Open0;
        content.CopyTo(closed.AsSpan(1));
        return closed;
    }

    /// <summary>Opens content of its place.</summary>
    public ReadOnlyMemory<byte> Open(in Place place, byte[] closed) => closed.Length > 0 && closed[0] == Open0
        ? closed.AsMemory(1)
        : throw new CryptographicException($"{place.Table}.{place.Column} of row {place.Row} is in a form this program does not know");

    /// <summary>Keyed hash for look-ups: the same id gives the same bytes here, and tells nothing without the key.</summary>
    public byte[] Lookup(string channel, string id) =>
        HMACSHA256.HashData(_lookupKey, System.Text.Encoding.UTF8.GetBytes($"{channel}\0{id}"))[..16];
}
