using System.Security.Cryptography;

namespace ChatHelper.Vault;

/// <summary>One person's key, ready for use by several threads in turn: the cipher of the framework is not made for more at once.</summary>
internal sealed class PersonKey : IDisposable
{
    public const int Nonce = 12;
    public const int Tag = 16;
    private readonly SecretKey _key;
    private readonly AesGcm _gcm;
    private readonly Lock _turn = new();
    private bool _gone;

    /// <param name="key">Taken over.</param>
    public PersonKey(SecretKey key) => (_key, _gcm) = (key, new AesGcm(key.Bytes, Tag));

    /// <summary>Encrypts with a random nonce. A person's key sees some thousand records in its life, far below the 2^32 that NIST
    /// SP 800-38D allows a key with random nonces.</summary>
    public void Close(ReadOnlySpan<byte> content, Span<byte> nonce, Span<byte> closed, Span<byte> tag, ReadOnlySpan<byte> bound)
    {
        RandomNumberGenerator.Fill(nonce);
        lock (_turn)
        {
            ThrowIfGone();
            _gcm.Encrypt(nonce, content, closed, tag, bound);
        }
    }

    /// <exception cref="CryptographicException">It was not closed with this key for this place.</exception>
    public void Open(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> closed, ReadOnlySpan<byte> tag, Span<byte> content, ReadOnlySpan<byte> bound)
    {
        lock (_turn)
        {
            ThrowIfGone();
            _gcm.Decrypt(nonce, closed, tag, content, bound);
        }
    }

    /// <summary>A key for one thing of this person alone, such as a file.</summary>
    public SecretKey For(string purpose)
    {
        lock (_turn)
        {
            ThrowIfGone();
            return _key.For(purpose);
        }
    }

    public void Dispose()
    {
        lock (_turn)
        {
            _gone = true;
            _gcm.Dispose();
            _key.Dispose();
        }
    }

    private void ThrowIfGone()
    {
        if (_gone)
        {
            throw new KeyGone();
        }
    }
}
