using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ChatHelper.Fakes.WeChat;

/// <summary>Signing and sealing, written from the contract: sha1 of the sorted parts; AES-256-CBC with the key's first half as IV, padding
/// to 32; inside 16 random bytes, a length, the text, the AppID.</summary>
public static class Envelope
{
    private const int Block = 32;

    /// <summary>The signature of token, timestamp, nonce and, for sealed bodies, what stands in Encrypt.</summary>
    public static string Sign(params string[] parts)
    {
        var sorted = parts.ToArray();
        Array.Sort(sorted, StringComparer.Ordinal);
#pragma warning disable CA5350 // the platform signs so
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(sorted))));
#pragma warning restore CA5350
    }

    public static string Seal(string encodingKey, string appId, byte[] text)
    {
        var id = Encoding.UTF8.GetBytes(appId);
        var length = 20 + text.Length + id.Length;
        var pad = Block - (length % Block);
        var plain = new byte[length + pad];
        RandomNumberGenerator.Fill(plain.AsSpan(0, 16));
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(16), text.Length);
        text.CopyTo(plain, 20);
        id.CopyTo(plain, 20 + text.Length);
        plain.AsSpan(length).Fill((byte)pad);
        using var aes = Cipher(encodingKey, out var iv);
        return Convert.ToBase64String(aes.EncryptCbc(plain, iv, PaddingMode.None));
    }

    /// <summary>The text, or what is wrong with it.</summary>
    public static (byte[]? Text, string Fault) Open(string encodingKey, string appId, string sealedText)
    {
        var bytes = new byte[sealedText.Length];
        if (!Convert.TryFromBase64String(sealedText, bytes, out var count) || count == 0 || count % Block != 0)
        {
            return (null, "not base64 of whole blocks of 32");
        }

        using var aes = Cipher(encodingKey, out var iv);
        var plain = aes.DecryptCbc(bytes.AsSpan(0, count), iv, PaddingMode.None);
        int pad = plain[^1];
        if (pad is 0 or > Block || plain.AsSpan(plain.Length - pad).ContainsAnyExcept((byte)pad))
        {
            return (null, "padding is not to 32, or another key");
        }

        var inner = plain.AsSpan(0, plain.Length - pad);
        var length = inner.Length < 20 ? -1 : BinaryPrimitives.ReadInt32BigEndian(inner[16..]);
        if (length < 0 || length > inner.Length - 20)
        {
            return (null, "the length inside is wrong");
        }

        return Encoding.UTF8.GetString(inner[(20 + length)..]) == appId
            ? (inner.Slice(20, length).ToArray(), "")
            : (null, "sealed for another AppID");
    }

    private static Aes Cipher(string encodingKey, out byte[] iv)
    {
        var aes = Aes.Create();
        aes.Key = Convert.FromBase64String(encodingKey + "=");
        iv = aes.Key[..16];
        return aes;
    }
}
