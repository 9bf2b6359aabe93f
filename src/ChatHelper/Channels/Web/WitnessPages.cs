using ChatHelper.Core.Casework;
using ChatHelper.Core.Lines;
using ChatHelper.Core.Witness;
using ChatHelper.Pages;

namespace ChatHelper.Channels.Web;

/// <summary>The pages a witness sees, from the lines <c>witness-page.*</c>. They hold nothing of anybody's case. Forms work without
/// a script; what was typed is escaped by <see cref="Markup"/>.</summary>
internal sealed class WitnessPages(LineBook lines, string language, int keepsDays)
{
    public string Language => language;

    public Markup Start(string? remark = null) => Page(Word("title"), $"""
        {Paragraphs("who")}
        {Remark(remark)}
        <form class="card" method="post" action="/witness/open" autocomplete="off">{Tongue()}
          <label for="code">{Word("code")}</label><p class="hint" id="code-hint">{Word("code.hint")}</p>
          <input id="code" name="code" required maxlength="40" autocapitalize="characters" spellcheck="false" aria-describedby="code-hint">
          <button class="main">{Word("code.go")}</button>
        </form>
        """);

    public Markup Form(string code, WitnessWords words, string? remark = null) => Page(Word("title"), $"""
        {Paragraphs("who")}
        {Remark(remark)}
        <form class="card" method="post" action="/witness/read" autocomplete="off">{Tongue()}{Hidden("code", code)}
          {Field("relation", words.Relation)}{Field("when", words.When)}{Field("number", words.Number)}
          <label for="said">{Word("said")}</label><p class="hint" id="said-hint">{Word("said.hint")}</p>
          <textarea id="said" name="said" required maxlength="{WitnessReader.LongestSaid}" aria-describedby="said-hint">{words.Said}</textarea>
          <button class="main">{Word("next")}</button>
        </form>
        """);

    /// <param name="at">The time as it was understood; empty when it was not.</param>
    /// <param name="caller">The number, masked; empty when it was not understood.</param>
    public Markup Check(string code, WitnessWords words, Testimony told, string at, string caller, string? remark = null) => Page(Word("check.title"), $"""
        {Remark(remark)}
        <section class="card"><dl>
          {Row("relation", told.Relation)}
          {Row("when", at.Length > 0 ? at : told.AtTold.Length > 0 ? $"{told.AtTold}\n{Word("check.when-unread")}" : "")}
          {Row("number", caller.Length > 0 ? caller : words.Number.Trim().Length > 0 ? Word("check.number-unread") : "")}
          {Row("said", told.Words)}</dl>
          <form method="post" action="/witness/edit">{Tongue()}{Hidden(code, words)}<button>{Word("check.edit")}</button></form>
        </section>
        <form class="card" method="post" action="/witness/tell" enctype="multipart/form-data">{Tongue()}{Hidden(code, words)}
          <h2>{Word("consent.title")}</h2>{Paragraphs("consent.what")}{Paragraphs("consent.kept")}{Paragraphs("consent.back")}
          <label class="agree"><input type="checkbox" name="consent" value="yes" required><span>{Word("consent")}</span></label>
          <label for="picture">{Word("picture")}</label><p class="hint" id="picture-hint">{Word("picture.hint")}</p>
          <input type="file" id="picture" name="picture" accept="image/*" aria-describedby="picture-hint">
          <button class="main">{Word("send")}</button>
        </form>
        """);

    /// <summary>What became of the words, and the way to take them back.</summary>
    public Markup Stands(string code, WitnessState state)
    {
        Markup back = state is WitnessState.Waiting or WitnessState.TakenUp
            ? $"""
              <form class="card" method="post" action="/witness/withdraw">{Tongue()}{Hidden("code", code)}
                <p>{Word("withdraw.what")}</p><button>{Word("withdraw")}</button></form>
              """
            : Markup.Empty;
        return Page(Word("title"), $"""<section class="card">{Paragraphs($"state.{state.ToString().ToLowerInvariant()}")}</section>{back}""");
    }

    public string Word(string id) => lines.Find(language, $"witness-page.{id}")?.Fill(name => name == "days" ? $"{keepsDays}" : null) ?? id;

    private Markup Field(string name, string value) => $"""
        <label for="{name}">{Word(name)}</label><p class="hint" id="{name}-hint">{Word($"{name}.hint")}</p>
        <input id="{name}" name="{name}" maxlength="{WitnessReader.LongestField}" value="{value}" aria-describedby="{name}-hint">
        """;

    private Markup Row(string name, string value) => $"<dt>{Word(name)}</dt><dd>{(value.Length > 0 ? value : Word("check.empty"))}</dd>";

    private Markup Paragraphs(string id) => Markup.Join(Word(id).Split('\n').Select(line => Markup.Of($"<p>{line}</p>")));

    private static Markup Remark(string? remark) => remark is null ? Markup.Empty : Markup.Of($"""<p class="warn" role="alert">{remark}</p>""");

    private Markup Tongue() => Hidden("lang", language);

    private static Markup Hidden(string name, string value) => $"""<input type="hidden" name="{name}" value="{value}">""";

    private static Markup Hidden(string code, WitnessWords words) =>
        $"{Hidden("code", code)}{Hidden("relation", words.Relation)}{Hidden("when", words.When)}{Hidden("number", words.Number)}{Hidden("said", words.Said)}";

    // The stricter no-referrer of the header would make browsers hide the origin of a form, by which we know it for ours.
    private Markup Page(string title, Markup body) => $"""
        <!doctype html>
        <html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="same-origin"><meta name="color-scheme" content="light dark"><title>{title}</title><link rel="icon" href="data:,">
        <link rel="stylesheet" href="/page/look.css"><link rel="stylesheet" href="/page/witness.css"><script src="/page/witness.js" type="module"></script></head>
        <body><main><h1>{title}</h1>{body}</main></body></html>
        """;
}
