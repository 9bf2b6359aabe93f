using ChatHelper.Desk.Accounts;

namespace ChatHelper.Desk.Door;

/// <summary>In and out.</summary>
internal sealed class SignInRoutes(SigningIn signing, TryRates rates, KnownBrowser browsers, DeskDoor door, DoorPages pages)
{
    public const int LongestCode = 40;

    public async Task<IResult> SignIn(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (name, password, code) = (DeskDoor.Name(form["name"].ToString()), form["password"].ToString(), form["code"].ToString());
        if (password.Length > PasswordRule.Longest || code.Length > LongestCode)
        {
            return pages.SignIn(context, failed: true);
        }

        var known = await signing.Find(name);
        var visit = new Visit(TryRates.From(context), browsers.Of(context.Request, known));
        if (!rates.May(visit, name))
        {
            return pages.SignIn(context, failed: true, StatusCodes.Status429TooManyRequests);
        }

        if (await signing.Try(known, password, code, visit.Known is not null) is not { } one)
        {
            return pages.SignIn(context, failed: true);
        }

        rates.WasRight(visit, name);
        browsers.Let(context, one);
        door.Let(context, one);
        return Results.Redirect("/desk");
    }

    public IResult SignOut(HttpContext context)
    {
        door.Out(context);
        return Results.Redirect("/desk");
    }

    public IResult Shut(HttpContext context) => pages.SignIn(context, failed: false);
}
