namespace ChatHelper.Core.Witness;

/// <summary>The form of a witness code: 16 signs of 32, which are 80 bits. Digits and capitals alone, without those that are
/// mistaken for each other when read out (0 and O, 1 and I). Drawing one is the worker's, who passes it in with
/// <see cref="Turns.Moment.FreshCode"/>.</summary>
public static class WitnessCode
{
    /// <summary>The signs a code is made of.</summary>
    public const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>Signs of a code.</summary>
    public const int Length = 16;

    private const int Group = 4;
    private const int LongestRead = 200;

    /// <summary>A code as it is shown: in fours, apart by a hyphen.</summary>
    public static string Grouped(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return string.Join('-', code.Chunk(Group).Select(signs => new string(signs)));
    }

    /// <summary>The code in what somebody typed: small or wide letters, spaces and hyphens do not matter.</summary>
    /// <returns>Null when no code of this form can be meant.</returns>
    public static string? Read(string? typed)
    {
        var signs = (typed ?? "").Take(LongestRead)
            .Select(sign => char.ToUpperInvariant(sign is >= '\uFF10' and <= '\uFF5A' ? (char)(sign - 0xFEE0) : sign))
            .Where(char.IsAsciiLetterOrDigit)
            .ToArray();
        return signs.Length == Length && signs.All(Alphabet.Contains) ? new string(signs) : null;
    }
}
