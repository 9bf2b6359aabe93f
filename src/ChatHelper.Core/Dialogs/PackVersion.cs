using System.Security.Cryptography;
using System.Text;
using ChatHelper.Core.Content;

namespace ChatHelper.Core.Dialogs;

/// <summary>A pack's version is the hash of what it says: the same files give the same version on every machine.</summary>
internal static class PackVersion
{
    public static string Of(PackSource source)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in source.Paths("", "").Where(IsSaid))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\0{source.Files[path]}\0"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }

    // Plays and the rules of tone are about what is said.
    private static bool IsSaid(string path) =>
        !path.StartsWith("plays/", StringComparison.Ordinal) && !path.StartsWith("tone.", StringComparison.Ordinal);
}
