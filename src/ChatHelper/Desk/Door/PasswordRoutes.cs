using ChatHelper.Desk.Accounts;

namespace ChatHelper.Desk.Door;

/// <summary>A volunteer's own change of password. An open session is not enough: it takes what signing in takes.</summary>
internal sealed class PasswordRoutes(SigningIn signing, KnownBrowser browsers, DeskDoor door, PasswordPages pages)
{
    public IResult Ask(HttpContext context) => pages.Ask(context, fault: null);

    public async Task<IResult> Change(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (old, code, password) = (form["old"].ToString(), form["code"].ToString(), form["password"].ToString());
        var who = DeskDoor.Who(context);
        var fault = !PasswordRule.Takes(password, who.Name) ? "enter.password-weak"
            : password != form["again"].ToString() ? "enter.password-differs"
            : old.Length > PasswordRule.Longest || code.Length > SignInRoutes.LongestCode ? "password.failed"
            : null;
        if (fault is not null)
        {
            return pages.Ask(context, fault);
        }

        if (await signing.Change(await signing.Find(who.Name), old, code, password) is not { } one)
        {
            return pages.Ask(context, "password.failed");
        }

        browsers.Let(context, one);
        door.Let(context, one);
        return pages.Done();
    }
}
