using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ChatHelper.Channels.WeChat.Callbacks;

/// <summary>Seals and opens bodies: AES-256-CBC over 16 random bytes, length (4 bytes, big-endian), text, AppID, filled up to a multiple of
/// 32 bytes. Proves nothing by itself: the signature is checked before anything is opened.</summary>
/// <param name="appId">Whose messages are ours.</param>
/// <param name="aesKeys">EncodingAESKeys of 43 characters; the first one seals, each may open.</param>
internal sealed class MessageCipher(string appId, IReadOnlyList<string> aesKeys)
{
    private const int Block = 32;
    private const int Head = 20;
    private readonly byte[] _owner = Encoding.UTF8.GetBytes(appId);
    private readonly byte[][] _keys = [.. aesKeys.Select(Key)];
    private long _opened;

    /// <summary>How many texts were given to be opened.</summary>
    public long Opened => Interlocked.Read(ref _opened);

    /// <summary>The 32 bytes of an EncodingAESKey. 43 characters are two bits too many, and those need not be zero: one more character
    /// makes whole bytes, of which the last is left out.</summary>
    public static byte[] Key(string encodingAesKey) => Convert.FromBase64String(encodingAesKey + "A")[..32];

    /// <summary>Null: not sealed by somebody with our keys for our AppID, or not whole.</summary>
    public byte[]? Open(string encrypted)
    {
        Interlocked.Increment(ref _opened);
        var bytes = new byte[(encrypted.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64String(encrypted, bytes, out var length) || length == 0 || length % Block != 0)
        {
            return null;
        }

        return _keys.Select(key => Open(key, bytes.AsSpan(0, length))).FirstOrDefault(text => text is not null);
    }

    /// <param name="random16">Bytes that nobody can foretell.</param>
    public string Close(ReadOnlySpan<byte> xml, ReadOnlySpan<byte> random16)
    {
        var whole = Head + xml.Length + _owner.Length;
        var fill = Block - (whole % Block);
        var plain = new byte[whole + fill];
        random16[..16].CopyTo(plain);
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(16), xml.Length);
        xml.CopyTo(plain.AsSpan(Head));
        _owner.CopyTo(plain, Head + xml.Length);
        plain.AsSpan(whole).Fill((byte)fill);
        using var aes = Aes.Create();
        aes.Key = _keys[0];
        return Convert.ToBase64String(aes.EncryptCbc(plain, _keys[0].AsSpan(0, 16), PaddingMode.None));
    }

    // .NET fills up to 16 bytes and would refuse every second length: the filling is taken off by hand.
    private byte[]? Open(byte[] key, ReadOnlySpan<byte> encrypted)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        var plain = aes.DecryptCbc(encrypted, key.AsSpan(0, 16), PaddingMode.None).AsSpan();
        var fill = plain[^1];
        if (fill is < 1 or > Block || plain[^fill..].ContainsAnyExcept(fill) || plain.Length - fill < Head)
        {
            return null;
        }

        var said = BinaryPrimitives.ReadUInt32BigEndian(plain[16..]);
        var rest = plain[Head..^fill];
        return said + (long)_owner.Length == rest.Length && rest[(int)said..].SequenceEqual(_owner) ? rest[..(int)said].ToArray() : null;
    }
}
