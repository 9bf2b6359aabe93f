using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace ChatHelper.Channels.WeChat.Callbacks;

/// <summary>The proof that a callback comes from somebody who knows the token: SHA-1 over the sorted parts, in lower hex.</summary>
internal static class CallbackSignature
{
    /// <summary>Of token, timestamp, nonce and, for a sealed body, the text of <c>Encrypt</c>; in any order.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "WeChat signs with SHA-1 and nothing else.")]
    public static string Of(params ReadOnlySpan<string> parts)
    {
        string[] sorted = [.. parts];
        Array.Sort(sorted, StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(sorted))));
    }

    /// <summary>Whether it is theirs; takes as long for a nearly right one as for a wrong one.</summary>
    public static bool Is(string given, params ReadOnlySpan<string> parts) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(Of(parts)));
}
