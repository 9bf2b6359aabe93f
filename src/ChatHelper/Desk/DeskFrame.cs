using System.Globalization;
using ChatHelper.Desk.Accounts;
using ChatHelper.Pages;
using Microsoft.AspNetCore.Antiforgery;
using NodaTime;

namespace ChatHelper.Desk;

/// <summary>Whom a page is made for; null for whoever is not signed in.</summary>
/// <param name="Token">Hidden field that each form carries.</param>
internal sealed record Reader(Volunteer? Who, Markup Token)
{
    public override string ToString() => nameof(Reader);
}

/// <summary>What all pages of the desk share: head, the way out, and a mark of who saw the page when.</summary>
internal sealed class DeskFrame(Engine engine, DeskWords words, IAntiforgery forgery)
{
    private const int Marks = 60;

    /// <summary>The reader of an answer to this request.</summary>
    public Reader For(HttpContext context)
    {
        var tokens = forgery.GetAndStoreTokens(context);
        return new Reader(context.Features.Get<Volunteer>(), $"""<input type="hidden" name="{tokens.FormFieldName}" value="{tokens.RequestToken}">""");
    }

    public IResult Html(Reader reader, string title, Markup body, int status = StatusCodes.Status200OK) =>
        Results.Text(Page(reader, title, body).ToString(), "text/html; charset=utf-8", statusCode: status);

    public IResult Note(HttpContext context, string title, string text, int status) => Html(For(context), title, $"""<p class="card">{text}</p>""", status);

    /// <summary>A time as people at the desk say it.</summary>
    public string Time(DateTimeOffset time) => Instant.FromDateTimeOffset(time).InZone(engine.Pack.Zone).ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);

    // The stricter no-referrer of the header would make browsers hide the origin of a form, by which we know it for ours.
    private Markup Page(Reader reader, string title, Markup body) => $"""
        <!doctype html>
        <html lang="{words.Language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="same-origin"><title>{title}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/desk/page/look.css"><link rel="stylesheet" href="/desk/page/desk.css">
        <script src="/desk/page/desk.js" type="module"></script></head>
        <body class="desk"><header><a href="/desk">{words["title"]}</a>{(reader.Who is { } who ? Signed(who, reader.Token) : Markup.Empty)}</header>
        <main><h1>{title}</h1>{body}</main>{(reader.Who is { } seen ? Mark($"{seen.Name} {Time(engine.Clock.GetUtcNow())}") : Markup.Empty)}</body></html>
        """;

    private Markup Signed(Volunteer who, Markup token) => $"""
        <nav>{(who.Leads ? Markup.Of($"""<a href="/desk/crew">{words["crew.title"]}</a>""") : Markup.Empty)}<a href="/desk/password">{words["password.title"]}</a><span class="hint">{who.Name}</span>
        <form method="post" action="/desk/sign-out">{token}<button>{words["sign-out"]}</button></form></nav>
        """;

    // A photograph of the screen tells whose it was.
    private static Markup Mark(string text) => $"""
        <div class="mark" aria-hidden="true">{Markup.Join(Enumerable.Repeat(Markup.Of($"<span>{text}</span>"), Marks))}</div>
        """;
}
