using System.Security.Cryptography;
using System.Text;
using ChatHelper.Desk.Accounts;
using ChatHelper.Vault;

namespace ChatHelper.Desk.Door;

/// <summary>A cookie that says of a browser that it has been in an account before. It opens nothing and is kept by the browser alone;
/// bound to the account's stamp, it is worth nothing after a reset or another role.</summary>
internal sealed class KnownBrowser(Seal seal)
{
    private const int Bytes = 16;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>Name of the browser of a request; null: it has not been in this account.</summary>
    public string? Of(HttpRequest request, Account? one)
    {
        if (one is null || request.Cookies[Cookie(request)] is not { Length: Bytes * 4 } shown)
        {
            return null;
        }

        var name = shown[..(Bytes * 2)];
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Mark(one, name)), Encoding.UTF8.GetBytes(shown[(Bytes * 2)..])) ? name : null;
    }

    /// <summary>Has the browser remember that it was let in.</summary>
    public void Let(HttpContext context, Account one)
    {
        var name = Of(context.Request, one) ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        context.Response.Cookies.Append(Cookie(context.Request), name + Mark(one, name), new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = "/", IsEssential = true, MaxAge = Kept,
        });
    }

    private string Mark(Account one, string name) => Convert.ToHexStringLower(seal.Lookup("desk-browser", $"{one.Id}:{one.Stamp}:{name}"));

    private static string Cookie(HttpRequest request) => request.IsHttps ? "__Host-desk-known" : "desk-known";
}
