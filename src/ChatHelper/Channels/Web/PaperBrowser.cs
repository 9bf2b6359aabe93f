using System.Security.Cryptography;

namespace ChatHelper.Channels.Web;

/// <summary>By what the browser is known that opened a page of papers: 256 random bits, for that page alone. They stand in the page
/// before it is opened, so that a second press, or a press whose answer was lost, comes from the same browser; then in a cookie.</summary>
internal static class PaperBrowser
{
    /// <summary>Name of the field of the page.</summary>
    public const string Field = "browser";

    private const int Bytes = 32;

    public static string Fresh() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>From the cookie; null: there is none of our form.</summary>
    public static string? Kept(HttpRequest request) => Ours(request.Cookies[Name(request)]);

    /// <summary>From the form of the page; null: there is none of our form.</summary>
    public static async Task<string?> Typed(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var signs = new char[Field.Length + 1 + (2 * Bytes)];
        var length = await reader.ReadBlockAsync(signs, context.RequestAborted);
        return new string(signs, 0, length).Split('=') is [Field, var value] ? Ours(value) : null;
    }

    /// <summary>Hands out the cookie: no other path gets it, and it ends with the page.</summary>
    public static void Keep(HttpContext context, string browser, string path, TimeSpan kept) => context.Response.Cookies.Append(Name(context.Request), browser, new CookieOptions
    {
        HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Strict, Path = path, MaxAge = kept, IsEssential = true,
    });

    private static string Name(HttpRequest request) => request.IsHttps ? "__Secure-paper" : "paper";

    private static string? Ours(string? value) => value is { Length: Bytes * 2 } && value.All(char.IsAsciiHexDigitLower) ? value : null;
}
