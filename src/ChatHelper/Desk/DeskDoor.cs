using System.Globalization;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace ChatHelper.Desk;

/// <summary>Who is at the desk: a pseudonym in a cookie, for eight hours, of which at most half an hour idle. Links come
/// from the operator alone, so a pseudonym stands for whoever the operator has let in.</summary>
internal static class DeskDoor
{
    public const string Scheme = "desk";
    public const int LongestName = 20;
    private const string Since = "since";
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Shift = TimeSpan.FromHours(8);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "desk";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.Path = "/desk";
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.Events.OnRedirectToLogin = context => Answered(context.Response, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => Answered(context.Response, StatusCodes.Status403Forbidden);

        options.Events.OnCheckSlidingExpiration = context =>
        {
            context.ShouldRenew = !ByItself(context.Request);
            return Task.CompletedTask;
        };
        options.Events.OnValidatePrincipal = context =>
        {
            var began = long.Parse(context.Principal!.FindFirstValue(Since) ?? "0", CultureInfo.InvariantCulture);
            var clock = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
            if (clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(began) >= Shift)
            {
                context.RejectPrincipal();
            }

            return Task.CompletedTask;
        };
    }

    public static Task SignIn(HttpContext context, string name, DateTimeOffset now) => context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, name), new Claim(Since, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))], Scheme)));

    /// <summary>The volunteer's pseudonym; null for everybody else.</summary>
    public static async Task<string?> Volunteer(HttpContext context)
    {
        var known = await context.AuthenticateAsync(Scheme);
        if (known.Succeeded)
        {
            context.User = known.Principal; // the form tokens are bound to it
        }

        return known.Principal?.Identity?.Name;
    }

    /// <summary>A page that looks for news by itself is nobody's presence.</summary>
    public static bool ByItself(HttpRequest request) =>
        request.Query.ContainsKey("by") || request.Path.Value!.EndsWith("/words", StringComparison.Ordinal);

    /// <summary>A pseudonym without controls and turned writing; empty when nothing is left.</summary>
    public static string Name(string typed) => string.Concat(typed.EnumerateRunes()
        .Where(rune => Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '-' or '_').Take(LongestName)).Trim();

    private static Task Answered(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
