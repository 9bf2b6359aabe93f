using System.Security.Cryptography;

namespace ChatHelper.Desk.Accounts;

/// <summary>One-time codes for whoever has lost their telephone: eighty random bits each, to be written down.</summary>
internal static class RecoveryCodes
{
    public const int Count = 8;
    private const int Signs = 16, Group = 4;

    public static IReadOnlyList<string> Fresh() => [.. Enumerable.Range(0, Count).Select(_ => string.Join(
        ' ', RandomNumberGenerator.GetString(Totp.Alphabet, Signs).Chunk(Group).Select(group => new string(group))))];

    /// <summary>A code as typed, without what people put between its signs.</summary>
    public static string Plain(string typed) => string.Concat(typed.ToUpperInvariant().Where(Totp.Alphabet.Contains));
}
