using ChatHelper.Pages;
using Microsoft.AspNetCore.Antiforgery;

namespace ChatHelper.Desk;

/// <summary>The one-time link: looking at it shows a form, sending the form uses it up. A preview that fetches the link by
/// itself thus uses nothing.</summary>
internal sealed class DeskEntrance(Engine engine, DeskLinkStore links, DeskPages pages, DeskWords words, IAntiforgery forgery)
{
    /// <summary>A fresh link, to be printed at the start or sent by the operator.</summary>
    public Task<string> Link(string url) => engine.Writer.Write(null, session => links.Make(session, url, engine.Clock.GetUtcNow()));

    public IResult Ask(HttpContext context) => Form(context, context.Request.Query["code"].ToString(), nameless: false);

    public async Task<IResult> Enter(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (code, name) = (form["code"].ToString(), DeskDoor.Name(form["name"].ToString()));
        if (name.Length == 0)
        {
            return Form(context, code, nameless: true);
        }

        var now = engine.Clock.GetUtcNow();
        if (!await engine.Writer.Write(null, session => links.Use(session, code, now)))
        {
            return Shut();
        }

        await DeskDoor.SignIn(context, name, now);
        return Results.Redirect("/desk");
    }

    public IResult Shut() => Results.Text(
        pages.Note(words["shut.title"], words["shut.text"]).ToString(), "text/html; charset=utf-8", statusCode: StatusCodes.Status401Unauthorized);

    private IResult Form(HttpContext context, string code, bool nameless)
    {
        var tokens = forgery.GetAndStoreTokens(context);
        var page = pages.Enter($"""<input type="hidden" name="{tokens.FormFieldName}" value="{tokens.RequestToken}">""", code, nameless);
        return Results.Text(page.ToString(), "text/html; charset=utf-8");
    }
}
