using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ChatHelper.Desk.Accounts;

/// <summary>Slow hashes of passwords, at most two at once: nobody takes the machine's breath by guessing.</summary>
internal sealed class Passwords(IOptions<PasswordHasherOptions> options) : IDisposable
{
    /// <summary>Rounds of PBKDF2 with HMAC-SHA-512.</summary>
    public const int Rounds = 310_000;
    private const int AtOnce = 2, MostWaiting = 16;
    private readonly PasswordHasher<Passwords> _hasher = new(options);
    private readonly SemaphoreSlim _gate = new(AtOnce);
    private string? _nobodys;
    private int _waiting;

    public Task<string> Hash(string password) => OneOfTwo(() => _hasher.HashPassword(this, password));

    /// <summary>Whether a password is right; takes as long for nobody's.</summary>
    /// <param name="hash">Null or empty: there is no password to be right.</param>
    public Task<bool> IsRight(string? hash, string password) => OneOfTwo(() =>
    {
        _nobodys ??= _hasher.HashPassword(this, RandomNumberGenerator.GetHexString(64));
        var has = hash is { Length: > 0 };
        return _hasher.VerifyHashedPassword(this, has ? hash! : _nobodys, password) != PasswordVerificationResult.Failed && has;
    });

    public void Dispose() => _gate.Dispose();

    private async Task<T> OneOfTwo<T>(Func<T> work)
    {
        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            throw new BadHttpRequestException("too many at the door", StatusCodes.Status429TooManyRequests);
        }

        await _gate.WaitAsync();
        try
        {
            return await Task.Run(work);
        }
        finally
        {
            _gate.Release();
            Interlocked.Decrement(ref _waiting);
        }
    }
}
