using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ChatHelper.Desk.Accounts;

/// <summary>Time-based one-time codes (RFC 6238: SHA-1, six digits, thirty seconds), as every authenticator app makes them. The
/// provider of ASP.NET Core Identity reads the system's clock and does not say which step a code was of, so that it could
/// neither be tried at a given time nor refuse a code that was used.</summary>
internal static class Totp
{
    public const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    public const int KeyBytes = 20;
    private const int StepSeconds = 30, Digits = 6, Modulus = 1_000_000;

    /// <summary>Steps around the present one that are taken, for clocks that go wrong.</summary>
    private const int Around = 1;

    public static byte[] FreshKey() => RandomNumberGenerator.GetBytes(KeyBytes);

    public static long StepOf(DateTimeOffset time) => time.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The step a code is of.</summary>
    /// <param name="after">Only later steps count.</param>
    /// <returns>Null when it is no code of now.</returns>
    public static long? Step(byte[] key, string typed, DateTimeOffset now, long after)
    {
        var code = string.Concat(typed.Where(sign => !char.IsWhiteSpace(sign)));
        long? found = null;
        for (var step = StepOf(now) - Around; step <= StepOf(now) + Around; step++)
        {
            if (step > after && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(Code(key, step))))
            {
                found = step;
            }
        }

        return found;
    }

    public static string Code(byte[] key, long step) => Truncated(key, step, Modulus).ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');

    /// <summary>Dynamic truncation (RFC 4226, 5.3).</summary>
    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238 with SHA-1 is what authenticator apps speak; as an HMAC it is sound.")]
    public static int Truncated(byte[] key, long step, int modulus)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(key, counter, hash);
        return (BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & int.MaxValue) % modulus;
    }

    /// <summary>The key in letters, for typing it by hand.</summary>
    public static string Secret(byte[] key)
    {
        var letters = new StringBuilder();
        for (var bit = 0; bit < key.Length * 8; bit += 5)
        {
            var two = (key[bit / 8] << 8) | ((bit / 8) + 1 < key.Length ? key[(bit / 8) + 1] : 0);
            letters.Append(Alphabet[(two >> (11 - (bit % 8))) & 31]);
        }

        return letters.ToString();
    }

    /// <summary>What an authenticator app reads off the squares.</summary>
    public static string Address(string name, byte[] key) =>
        $"otpauth://totp/ChatHelper:{Uri.EscapeDataString(name)}?secret={Secret(key)}&issuer=ChatHelper";
}
