using System.Security.Cryptography;
using System.Text;
using ChatHelper.Conversations;

namespace ChatHelper.Channels.Web;

/// <summary>The cookie by which a browser is known: 256 random bits. We keep only hashes of it.</summary>
internal static class Credential
{
    public const string Channel = "web";
    private const int Bytes = 32;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>The token of the request; null when there is none of our form.</summary>
    public static string? Of(HttpRequest request) =>
        request.Cookies[Name(request)] is { Length: Bytes * 2 } token && token.All(char.IsAsciiHexDigitLower) ? token : null;

    /// <summary>Hands out a token: the known one for another week, or a new one.</summary>
    public static string Give(HttpContext context, string? known = null)
    {
        var token = known ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        context.Response.Cookies.Append(Name(context.Request), token, Options(context.Request, Kept));
        return token;
    }

    public static void Forget(HttpContext context) =>
        context.Response.Cookies.Append(Name(context.Request), "", Options(context.Request, TimeSpan.Zero));

    public static Address Address(string token) => new(Channel, Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token))));

    private static string Name(HttpRequest request) => request.IsHttps ? "__Host-chat" : "chat";

    private static CookieOptions Options(HttpRequest request, TimeSpan kept) => new()
    {
        HttpOnly = true, Secure = request.IsHttps, SameSite = SameSiteMode.Strict, Path = "/", MaxAge = kept, IsEssential = true,
    };
}
