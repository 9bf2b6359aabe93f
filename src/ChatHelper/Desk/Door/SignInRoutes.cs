using ChatHelper.Desk.Accounts;

namespace ChatHelper.Desk.Door;

/// <summary>In and out.</summary>
internal sealed class SignInRoutes(SigningIn signing, DeskDoor door, DoorPages pages)
{
    public const int LongestCode = 40;

    public async Task<IResult> SignIn(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (name, password, code) = (DeskDoor.Name(form["name"].ToString()), form["password"].ToString(), form["code"].ToString());
        if (password.Length > PasswordRule.Longest || code.Length > LongestCode || await signing.Try(name, password, code) is not { } one)
        {
            return pages.SignIn(context, failed: true);
        }

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
