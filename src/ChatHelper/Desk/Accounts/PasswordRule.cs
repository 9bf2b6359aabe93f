using System.Reflection;

namespace ChatHelper.Desk.Accounts;

/// <summary>Which passwords are taken: long ones that are more than common pieces (common-pieces.txt) and the own name.</summary>
internal static class PasswordRule
{
    public const int Shortest = 12, Longest = 128;

    /// <summary>Signs that must be left when all common pieces are taken out, and how many of them must differ.</summary>
    private const int Left = 6, Differing = 4;
    private static readonly string[] s_pieces = Pieces();

    public static bool Takes(string password, string name)
    {
        if (password.Length is < Shortest or > Longest)
        {
            return false;
        }

        var left = password.ToUpperInvariant();
        foreach (var piece in (string[])[name.ToUpperInvariant(), .. s_pieces])
        {
            left = piece.Length == 0 ? left : left.Replace(piece, "", StringComparison.Ordinal);
        }

        return left.Length >= Left && left.Distinct().Count() >= Differing;
    }

    // The longest first: what holds a shorter one goes as a whole.
    private static string[] Pieces()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("desk/common-pieces.txt")!);
        return [.. reader.ReadToEnd().ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).OrderByDescending(piece => piece.Length)];
    }
}
