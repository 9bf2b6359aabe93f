using System.Security.Cryptography;

namespace ChatHelper.Vault;

/// <summary>A 256-bit key. Stands in memory that the collector does not move, so that it can be wiped.</summary>
internal sealed class SecretKey : IDisposable
{
    public const int Length = 32;
    private readonly byte[] _bytes = GC.AllocateUninitializedArray<byte>(Length, pinned: true);

    private SecretKey()
    {
    }

    public ReadOnlySpan<byte> Bytes => _bytes;

    public static SecretKey Fresh() => Filled(RandomNumberGenerator.Fill);

    public static SecretKey Of(ReadOnlySpan<byte> bytes)
    {
        var key = new SecretKey();
        bytes.CopyTo(key._bytes);
        return key;
    }

    /// <summary>A key for one purpose; tells nothing of this one.</summary>
    public SecretKey For(string purpose, ReadOnlySpan<byte> salt = default)
    {
        var key = new SecretKey();
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _bytes, key._bytes, salt, System.Text.Encoding.UTF8.GetBytes(purpose));
        return key;
    }

    /// <summary>A key made of what a person remembers (OWASP ASVS 5.0, appendix C: PBKDF2 with HMAC-SHA-512).</summary>
    public static SecretKey OfPassphrase(ReadOnlySpan<byte> passphrase, ReadOnlySpan<byte> salt, int iterations)
    {
        var key = new SecretKey();
        Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, key._bytes, iterations, HashAlgorithmName.SHA512);
        return key;
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(_bytes);

    private static SecretKey Filled(Action<Span<byte>> fill)
    {
        var key = new SecretKey();
        fill(key._bytes);
        return key;
    }
}
