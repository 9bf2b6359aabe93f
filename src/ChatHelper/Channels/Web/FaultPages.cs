using ChatHelper.Pages;
using Microsoft.AspNetCore.Diagnostics;

namespace ChatHelper.Channels.Web;

/// <summary>What a person reads when an address opens nothing: browsers would put a page of their own, with the address in large letters.
/// Scripts and channels get the status alone.</summary>
internal sealed class FaultPages(Engine engine) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseStatusCodePages(Write);
        next(app);
    };

    private Task Write(StatusCodeContext fault)
    {
        var context = fault.HttpContext;
        if (!context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
        {
            return Task.CompletedTask;
        }

        var language = engine.Pack.Languages.OfBrowser(context.Request) ?? engine.Pack.Lines.Languages[0];
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(Page(language, context.Response.StatusCode).ToString(), context.RequestAborted);
    }

    private Markup Page(string language, int status) => $"""
        <!doctype html>
        <html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark"><title>{Word(language, "title")}</title><link rel="icon" href="data:,">
        <link rel="stylesheet" href="/page/look.css"><link rel="stylesheet" href="/page/witness.css"></head>
        <body><main><h1>{Word(language, "name")}</h1><section class="card"><p>{Word(language, Line(status))}</p>
        <a class="button" href="/">{Word(language, "fault.home")}</a></section></main></body></html>
        """;

    private static string Line(int status) => status switch
    {
        StatusCodes.Status404NotFound => "fault.gone",
        StatusCodes.Status429TooManyRequests => "fault.slow",
        >= StatusCodes.Status500InternalServerError => "fault.later",
        _ => "fault.failed",
    };

    private string Word(string language, string id) => engine.Pack.Lines.Find(language, $"web.{id}")?.Text ?? id;
}
