using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Lines;
using ChatHelper.Core.Papers;
using ChatHelper.Core.Turns;
using ChatHelper.Pages;
using ChatHelper.Papers;

namespace ChatHelper.Channels.Web;

/// <summary>The pages behind a link to papers, from the lines <c>papers.*</c>. Before it is opened, and when it opens nothing, a page is
/// the same for everybody: it says nothing of whose papers they are or what is in them.</summary>
internal sealed class PaperPages(Pack pack, string language)
{
    /// <param name="wechat">It is read inside WeChat, whose browser saves no files.</param>
    public Markup Closed(string browser, bool wechat) => Page($"""
        <section class="card">{Paragraphs("open.what")}{Paragraphs("open.once")}{(wechat ? Paragraphs("open.wechat") : Markup.Empty)}
          <form method="post"><input type="hidden" name="{PaperBrowser.Field}" value="{browser}"><button class="main">{Word("open.go")}</button></form>
        </section>
        """);

    /// <summary>It opens nothing, for whatever reason.</summary>
    public Markup Shut(bool tooOften = false) => Page($"""<section class="card">{Paragraphs(tooOften ? "too-often" : "shut")}</section>""");

    /// <param name="sizes">Of the files, in their order; null: not known before it is made.</param>
    public Markup Open(string path, IReadOnlyList<ReplyFile> files, IReadOnlyList<long?> sizes, bool wechat) => Page($"""
        {Markup.Join(Sheets(files).Select(Sheet))}
        <section class="card saving"><h2>{Word("files")}</h2>{(wechat ? Paragraphs("files.wechat") : Markup.Empty)}
          <ul class="files">{Markup.Join(files.Select((file, no) => Row(path, file, no, sizes[no])))}</ul>
        </section>
        <div class="keeping">{Paragraphs("kept")}</div>
        """);

    // The same letter comes as a text and as pages: it is read once. The pages know in which language it is written.
    private static IEnumerable<ReplyFile> Sheets(IReadOnlyList<ReplyFile> files) => files
        .Where(file => file.Text.Length > 0 && (file.Pages is not null || file.Mime.StartsWith("text/plain", StringComparison.Ordinal)))
        .GroupBy(file => file.Text)
        .Select(same => same.FirstOrDefault(file => file.Pages is not null) ?? same.First());

    private Markup Sheet(ReplyFile file, int no) => $"""
        <section class="card"><h2>{Path.GetFileNameWithoutExtension(file.Name)}</h2><div class="told" id="text-{no}" tabindex="0" lang="{file.Pages?.Language ?? language}">{file.Text}</div>
          <button type="button" class="main" hidden data-copy="text-{no}" data-copied="{Word("copied")}" data-failed="{Word("copy-failed")}">{Word("copy")}</button>
        </section>
        """;

    private Markup Row(string path, ReplyFile file, int no, long? size) => $"""
        <li><span>{file.Name}</span><span class="hint">{(size is { } bytes ? new FactWords(pack, language).Size(bytes) : "")}</span>
          <a class="button" href="{path}/{no}" download>{Word("save")}</a></li>
        """;

    private string Word(string id) => pack.Lines.Find(language, $"papers.{id}")?.Fill(name => name == PaperPageLines.Hours ? $"{PaperLinkStore.Life.TotalHours}" : null) ?? id;

    private Markup Paragraphs(string id) => Markup.Join(Word(id).Split('\n').Select(line => Markup.Of($"<p>{line}</p>")));

    // The stricter no-referrer of the header would make browsers hide the origin of the form, by which we know it for ours.
    private Markup Page(Markup body) => $"""
        <!doctype html>
        <html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="same-origin"><meta name="color-scheme" content="light dark"><title>{Word("title")}</title><link rel="icon" href="data:,">
        <link rel="stylesheet" href="/page/look.css"><link rel="stylesheet" href="/page/witness.css"><link rel="stylesheet" href="/page/papers.css">
        <script src="/page/papers.js" type="module"></script></head>
        <body><main><h1>{Word("title")}</h1>{body}</main></body></html>
        """;
}
