using System.Security.Cryptography;
using System.Text;

namespace ChatHelper.Gate;

/// <summary>A number to be hashed away from the writer's thread.</summary>
/// <param name="Digits">The number as typed.</param>
/// <param name="Salt">Of the hash it is to be compared with, or a new one.</param>
internal sealed record PinTry(string Digits, byte[] Salt, int Rounds)
{
    public override string ToString() => nameof(PinTry);
}

/// <summary>Hashes numbers, at most two at a time: a flood of tries must leave a processor for everybody else.</summary>
internal static class PinHash
{
    /// <summary>PBKDF2-HMAC-SHA512, the least that OWASP's ASVS 5.0 approves.</summary>
    public const int Rounds = 210_000;

    private const int Bytes = 32, SaltBytes = 16, AtOnce = 2;
    private static readonly SemaphoreSlim s_room = new(AtOnce);

    public static byte[] Salt() => RandomNumberGenerator.GetBytes(SaltBytes);

    public static async Task<Pin> Of(PinTry tried)
    {
        await s_room.WaitAsync();
        try
        {
            return await Task.Run(() => new Pin(
                tried.Salt, Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(tried.Digits), tried.Salt, tried.Rounds, HashAlgorithmName.SHA512, Bytes), tried.Rounds));
        }
        finally
        {
            s_room.Release();
        }
    }

    public static bool Same(Pin one, Pin other) => CryptographicOperations.FixedTimeEquals(one.Hash, other.Hash);
}
