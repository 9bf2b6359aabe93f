using System.Security.Cryptography;

namespace ChatHelper.Vault;

/// <summary>A key closed with another key. Layout: 12 nonce, 32 wrapped key, 16 tag.</summary>
internal static class KeyWrap
{
    public static void Write(Span<byte> to, SecretKey key, AesGcm wrapping, ReadOnlySpan<byte> bound)
    {
        RandomNumberGenerator.Fill(to[..PersonKey.Nonce]);
        var closed = to[PersonKey.Nonce..];
        wrapping.Encrypt(to[..PersonKey.Nonce], key.Bytes, closed[..SecretKey.Length], closed.Slice(SecretKey.Length, PersonKey.Tag), bound);
    }

    /// <returns>Null when it was not wrapped with this key for this place.</returns>
    public static SecretKey? Open(ReadOnlySpan<byte> from, AesGcm wrapping, ReadOnlySpan<byte> bound)
    {
        Span<byte> key = stackalloc byte[SecretKey.Length];
        try
        {
            var closed = from[PersonKey.Nonce..];
            wrapping.Decrypt(from[..PersonKey.Nonce], closed[..SecretKey.Length], closed.Slice(SecretKey.Length, PersonKey.Tag), key, bound);
            return SecretKey.Of(key);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
