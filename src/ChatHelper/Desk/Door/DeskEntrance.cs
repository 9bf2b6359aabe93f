using ChatHelper.Desk.Accounts;

namespace ChatHelper.Desk.Door;

/// <summary>The one-time link: looking at it shows a form, a confirmed second factor uses it up. A preview that fetches the link
/// by itself thus uses nothing.</summary>
internal sealed class DeskEntrance(Engine engine, DeskLinkStore links, Enrolling enrolling, KnownBrowser browsers, DeskDoor door, DoorPages pages)
{
    /// <summary>A fresh link for the first lead, to be printed at the start; null when there is a lead.</summary>
    public Task<string?> FirstLink(string url) => engine.Writer.Write(null, session => AccountStore.Leads(session) == 0
        ? links.Make(session, url, new Invitation(Role.Lead, First: true), engine.Clock.GetUtcNow())
        : null);

    public async Task<IResult> Ask(HttpContext context)
    {
        var code = context.Request.Query["code"].ToString();
        return await enrolling.Look(code) is var (_, name) ? pages.Enter(context, code, name, fault: null) : pages.Shut(context);
    }

    public async Task<IResult> Enter(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (code, password) = (form["code"].ToString(), form["password"].ToString());
        if (await enrolling.Look(code) is not var (to, bound))
        {
            return pages.Shut(context);
        }

        var name = bound ?? DeskDoor.Name(form["name"].ToString());
        var fault = name.Length == 0 ? "enter.name-missing"
            : bound is null && !await enrolling.IsFree(name) ? "enter.name-taken"
            : !PasswordRule.Takes(password, name) ? "enter.password-weak"
            : password != form["again"].ToString() ? "enter.password-differs"
            : null;
        return fault is null
            ? pages.Confirm(context, code, await enrolling.Begin(code, to, name, password), wrong: false)
            : pages.Enter(context, code, bound, fault);
    }

    public async Task<IResult> Enrol(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var code = form["code"].ToString();
        if (enrolling.Tried(code) is not { } begun)
        {
            return pages.Shut(context);
        }

        if (Totp.Step(begun.Key, form["digits"].ToString(), engine.Clock.GetUtcNow(), after: 0) is not { } step)
        {
            return pages.Confirm(context, code, begun, wrong: true);
        }

        if (await enrolling.Finish(code, begun, step) is not var (one, recovery))
        {
            return pages.Shut(context);
        }

        browsers.Let(context, one);
        door.Let(context, one);
        return pages.Recovery(context, recovery);
    }
}
