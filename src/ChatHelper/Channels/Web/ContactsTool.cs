using ChatHelper.Pages;

namespace ChatHelper.Channels.Web;

/// <summary>The contacts tool: a page that reads, compares and writes phone books in the browser alone. No contact comes here:
/// its policy, which holds for its worker too, lets it reach nobody.</summary>
internal static class ContactsTool
{
    /// <summary>Where the page is, below the address under which people reach us.</summary>
    public const string Path = "/tools/contacts";

    /// <summary>No connection, no form, no text that becomes markup or script.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; connect-src 'none'; img-src data:; "
        + "form-action 'none'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types contacts";

    private static readonly string[] Files =
    [
        "contacts/contacts.css", "contacts/page.js", "contacts/show.js", "contacts/save.js", "contacts/work.js", "contacts/worker.js",
        "contacts/book.js", "contacts/kind.js", "contacts/limits.js", "contacts/charset.js", "contacts/lines.js", "contacts/property.js",
        "contacts/value.js", "contacts/read.js", "contacts/card.js", "contacts/table.js", "contacts/columns.js", "contacts/compare.js",
        "contacts/write.js", "contacts/zip.js", "contacts/aes.js", "contacts/passphrase.js",
    ];

    public static void MapContactsTool(this WebApplication app)
    {
        var page = new WebPage(
            app.Services.GetRequiredService<Engine>().Pack.Lines, app.Configuration[WebChat.ExitOption], "contacts/contacts.html", "tool.", Path);
        var languages = app.Services.GetRequiredService<Engine>().Pack.Languages;
        var tool = app.MapGroup("/tools").AddEndpointFilter((context, next) =>
        {
            context.HttpContext.Response.Headers.ContentSecurityPolicy = Policy;
            return next(context);
        });
        tool.MapGet("/contacts", (HttpRequest request) => Results.Text(page.In(languages.OfPage(request)), "text/html; charset=utf-8"));
        tool.MapFiles("/", Files);
    }
}
