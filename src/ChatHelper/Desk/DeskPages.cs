using System.Security.Cryptography;
using ChatHelper.Pages;

namespace ChatHelper.Desk;

/// <summary>The desk's pages. Whatever a person wrote is escaped by <see cref="Markup"/> and never becomes a link.</summary>
internal sealed class DeskPages(DeskWords words)
{
    public Markup Enter(Markup token, string code, bool nameless) => Page(words["enter.title"], null, $"""
        <form class="card" method="post" action="/desk/enter">
          {token}<input type="hidden" name="code" value="{code}">
          <label for="name">{words["enter.name"]}</label>
          <p class="hint" id="name-hint">{(nameless ? words["enter.name-missing"] : words["enter.hint"])}</p>
          <input id="name" name="name" required maxlength="{DeskDoor.LongestName}" autocomplete="off" autofocus aria-describedby="name-hint">
          <button class="main">{words["enter.go"]}</button>
        </form>
        """);

    public Markup Note(string title, string text) => Page(title, null, $"""<p class="card">{text}</p>""");

    public Markup List(string volunteer, IReadOnlyList<Case> cases, IReadOnlyList<Flag> flags, DateTimeOffset now, Markup alarms)
    {
        var rows = Markup.Join(cases.Select(one => Markup.Of($"""
            <li class="card case {Class(one)}">
              <div><strong>{words.Urgency(one.Urgency)}</strong>
              <span class="hint">{words.With("list.waited", "time", words.Waited(now - one.AskedAt))}</span></div>
              {Door(volunteer, one)}
            </li>
            """)));
        var body = cases.Count == 0 ? Markup.Of($"""<p class="card">{words["list.empty"]}</p>""") : Markup.Of($"""<ul class="cases">{rows}</ul>""");
        return Page(words["list.title"], volunteer, Markup.Of($"""<div id="list" data-reload="15">{alarms}{body}{new FlagSection(words).Of(flags, now)}</div>"""));
    }

    public Markup Case(string volunteer, Case one, IReadOnlyList<DeskMessage> messages, Markup token, DateTimeOffset now)
    {
        var waited = words.With("list.waited", "time", words.Waited(now - one.AskedAt));
        if (one.State == CaseState.Waiting)
        {
            return Page(words["case.title"], volunteer, $"""
                <section class="card {Class(one)}"><strong>{words.Urgency(one.Urgency)}</strong> <span class="hint">{waited}</span>
                <p>{words["case.before-claim"]}</p>
                <form method="post" action="/desk/case/{one.Id}/claim">{token}<button class="main">{words["case.claim"]}</button></form></section>
                """);
        }

        return Page(words["case.title"], volunteer, $"""
            <section class="card {Class(one)}"><strong>{words.Urgency(one.Urgency)}</strong> <span class="hint">{waited}</span>
            <h2>{words["case.summary"]}</h2><p class="summary">{one.Summary}</p><p class="hint">{words["case.masked"]}</p></section>
            <ol id="words" role="log" aria-label="{words["case.words"]}" data-case="{one.Id}" data-person="{words["case.person"]}"
              data-you="{words["case.you"]}" data-closed="{words["case.closed"]}">{Markup.Join(messages.Select(Word))}</ol>
            <form class="card" method="post" action="/desk/case/{one.Id}/reply">{token}<input type="hidden" name="key" value="{Key()}">
              <label for="text">{words["case.reply"]}</label><p class="hint" id="text-hint">{words["case.reply-hint"]}</p>
              <textarea id="text" name="text" rows="4" required maxlength="2000" aria-describedby="text-hint"></textarea>
              <button class="main">{words["case.send"]}</button></form>
            <form class="card" method="post" action="/desk/case/{one.Id}/close">{token}<p class="hint">{words["case.close-hint"]}</p>
              <button>{words["case.close"]}</button></form>
            """);
    }

    private Markup Word(DeskMessage word) => $"""
        <li class="{(word.FromPerson ? "person" : "you")}" data-id="{word.Id}"><span class="hint">{(word.FromPerson ? words["case.person"] : words["case.you"])}</span>
        <p>{word.Text}</p></li>
        """;

    private Markup Door(string volunteer, Case one) => one.State == CaseState.Waiting || one.ClaimedBy == volunteer
        ? Markup.Of($"""<a class="button" href="/desk/case/{one.Id}">{(one.ClaimedBy is null ? words["list.look"] : words["list.go-on"])}</a>""")
        : Markup.Of($"""<span class="hint">{words.With("list.with", "name", one.ClaimedBy ?? "")}</span>""");

    // The stricter no-referrer of the header would make browsers hide the origin of a form, by which we know it for ours.
    private Markup Page(string title, string? volunteer, Markup body) => $"""
        <!doctype html>
        <html lang="{words.Language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="same-origin"><title>{title}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/desk/page/look.css"><link rel="stylesheet" href="/desk/page/desk.css">
        <script src="/desk/page/desk.js" type="module"></script></head>
        <body class="desk"><header><a href="/desk">{words["title"]}</a><span class="hint">{volunteer ?? ""}</span></header>
        <main><h1>{title}</h1>{body}</main></body></html>
        """;

    // A form acts once, however often it is sent.
    private static string Key() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private static string Class(Case one) => one.Urgency == "normal" ? "calm" : "urgent";
}
