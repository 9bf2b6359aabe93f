using System.Security.Claims;
using System.Text;
using ChatHelper.Desk.Accounts;

namespace ChatHelper.Desk;

/// <summary>Who is at the desk: the cookie of a session that is kept on the server, and asked after at every request, so that a
/// removed account or another role counts at once.</summary>
internal sealed class DeskDoor(Engine engine, DeskSessions sessions)
{
    public const int LongestName = 20;

    /// <summary>Signs somebody in, with a session of its own.</summary>
    public void Let(HttpContext context, Account one)
    {
        Out(context);
        context.Response.Cookies.Append(Cookie(context.Request), sessions.Open(one), Options(context.Request));
    }

    public void Out(HttpContext context)
    {
        if (context.Request.Cookies.TryGetValue(Cookie(context.Request), out var token))
        {
            sessions.Close(token);
            context.Response.Cookies.Delete(Cookie(context.Request), Options(context.Request));
        }
    }

    /// <summary>The volunteer of a request; null for everybody else.</summary>
    public async Task<Volunteer?> Enter(HttpContext context)
    {
        if (!context.Request.Cookies.TryGetValue(Cookie(context.Request), out var token)
            || sessions.Find(token, !ByItself(context.Request)) is not var (who, stamp))
        {
            return null;
        }

        if (await engine.Writer.Write(null, session => AccountStore.Stamp(session, who.Id)) != stamp)
        {
            sessions.Close(token);
            return null;
        }

        context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, who.Session)], "desk")); // the form tokens are bound to it
        context.Features.Set(who);
        return who;
    }

    /// <summary>The volunteer of a request that was let in.</summary>
    public static Volunteer Who(HttpContext context) => context.Features.Get<Volunteer>() ?? throw new InvalidOperationException("nobody is signed in");

    /// <summary>A page that looks for news by itself is nobody's presence.</summary>
    public static bool ByItself(HttpRequest request) =>
        request.Query.ContainsKey("by") || request.Path.Value!.EndsWith("/words", StringComparison.Ordinal);

    /// <summary>A pseudonym without controls and turned writing; empty when nothing is left.</summary>
    public static string Name(string typed) => string.Concat(typed.EnumerateRunes()
        .Where(rune => Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '-' or '_').Take(LongestName)).Trim();

    private static string Cookie(HttpRequest request) => request.IsHttps ? "__Host-desk" : "desk";

    private static CookieOptions Options(HttpRequest request) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = request.IsHttps, Path = "/", IsEssential = true };
}
