using System.Security.Cryptography;
using System.Text;

namespace ChatHelper.Vault;

/// <summary>What opens the key file: a key from a file, or a passphrase. It is asked once, at the start.</summary>
internal sealed class MasterKey : IDisposable
{
    /// <summary>ASVS asks for 210,000 at least; this takes about 0.3 s on a small machine.</summary>
    public const int Iterations = 310_000;

    private readonly SecretKey? _key;
    private readonly byte[] _passphrase;

    private MasterKey(SecretKey? key, byte[] passphrase, string? beside) => (_key, _passphrase, Beside) = (key, passphrase, beside);

    public bool IsPassphrase => _key is null;

    /// <summary>The file of the key when whoever takes the data folder takes the key as well; null: it lies elsewhere.</summary>
    public string? Beside { get; }

    public static MasterKey OfKey(ReadOnlySpan<byte> key, string? beside = null) => new(SecretKey.Of(key), [], beside);

    public static MasterKey OfPassphrase(string passphrase) => new(null, Encoding.UTF8.GetBytes(passphrase.Normalize()), null);

    /// <summary>The key that wraps the keys of persons.</summary>
    public SecretKey Wrapping(ReadOnlySpan<byte> salt, int iterations)
    {
        using var own = _key is null ? SecretKey.OfPassphrase(_passphrase, salt, iterations) : SecretKey.Of(_key.Bytes);
        return own.For("chathelper wrap", salt);
    }

    public void Dispose()
    {
        _key?.Dispose();
        CryptographicOperations.ZeroMemory(_passphrase);
    }
}
