using System.Security.Cryptography;
using ChatHelper.Core.Facts;
using ChatHelper.Desk.Accounts;
using ChatHelper.Pages;

namespace ChatHelper.Desk.Cases;

/// <summary>The pages of cases. Whatever a person wrote is escaped by <see cref="Markup"/>, masked, and never becomes a link.</summary>
internal sealed class CasePages(DeskFrame frame, DeskWords words)
{
    private const int KeyBytes = 16;

    public IResult List(Reader reader, Volunteer who, IReadOnlyList<Held> cases, IReadOnlyList<Flag> flags, Markup alarms, DateTimeOffset now)
    {
        var rows = Markup.Join(cases.Select(one => Markup.Of($"""
            <li class="card case {Class(one.Of)}">
              <div><strong>{words.Urgency(one.Of.Urgency)}</strong> <span class="hint">{Waited(one.Of, now)}</span>
              {(one.Of.ClaimedBy is null || one.Of.ClaimedBy == who.Key ? Markup.Empty : Markup.Of($"""<span class="hint">{words.With("list.with", "name", one.By)}</span>"""))}</div>
              <a class="button" href="/desk/case/{one.Of.Id}">{words[one.Of.ClaimedBy == who.Key ? "list.go-on" : "list.look"]}</a>
            </li>
            """)));
        var body = cases.Count == 0 ? Markup.Of($"""<p class="card">{words["list.empty"]}</p>""") : Markup.Of($"""<ul class="cases">{rows}</ul>""");
        return frame.Html(reader, words["list.title"], $"""<div id="list" data-reload="15">{alarms}{body}{new FlagSection(words).Of(flags, now)}</div>""");
    }

    public IResult Case(Reader reader, Volunteer who, OpenCase read, DateTimeOffset now)
    {
        var one = read.Of;
        var head = Markup.Of($"""<strong>{words.Urgency(one.Urgency)}</strong> <span class="hint">{Waited(one, now)}</span>""");
        var others = read.Crew.Where(other => $"{other.Id}" != one.ClaimedBy).ToList();
        var lead = others.Count > 0 ? Give(reader, one, others) : Markup.Empty;
        if (read.Own)
        {
            return frame.Html(reader, words["case.title"], $"{Own(reader, read, head)}{lead}");
        }

        return one.State == CaseState.Waiting
            ? frame.Html(reader, words["case.title"], $"""
                <section class="card {Class(one)}">{head}<p>{words["case.before-claim"]}</p>
                <form method="post" action="/desk/case/{one.Id}/claim">{reader.Token}<button class="main">{words["case.claim"]}</button></form></section>{lead}
                """)
            : frame.Html(reader, words["case.title"], $"""
                <section class="card {Class(one)}">{head}<p>{words.With("list.with", "name", read.By)}</p><p class="hint">{words["case.not-yours"]}</p></section>{lead}{Close(reader, one)}
                """);
    }

    private Markup Own(Reader reader, OpenCase read, Markup head) => $"""
        <section class="card {Class(read.Of)}">{head}
        <h2>{words["case.summary"]}</h2><p class="summary">{Parts(read.Of, "summary", read.Of.Summary)}</p><p class="hint">{words["case.masked"]}</p></section>
        <ol id="words" role="log" aria-label="{words["case.words"]}" data-case="{read.Of.Id}" data-person="{words["case.person"]}"
          data-you="{words["case.you"]}" data-closed="{words["case.closed"]}">{Markup.Join(read.Messages.Select(word => Word(read.Of, word)))}</ol>
        <form class="card" method="post" action="/desk/case/{read.Of.Id}/reply">{reader.Token}<input type="hidden" name="key" value="{Key()}">
          <label for="text">{words["case.reply"]}</label><p class="hint" id="text-hint">{words["case.reply-hint"]}</p>
          <textarea id="text" name="text" rows="4" required maxlength="2000" aria-describedby="text-hint"></textarea>
          <button class="main">{words["case.send"]}</button></form>
        {Close(reader, read.Of)}
        """;

    private Markup Word(Case of, DeskMessage word) => $"""
        <li class="{(word.FromPerson ? "person" : "you")}" data-id="{word.Id}"><span class="hint">{(word.FromPerson ? words["case.person"] : words["case.you"])}</span>
        <p>{Parts(of, $"{word.Id}", word.Text)}</p></li>
        """;

    private static Markup Parts(Case of, string field, string text) => Markup.Join(TextPart.Of(text).Select((part, at) => part.Kind == Hidden.Nothing
        ? Markup.Of($"{part.Shown}")
        : Markup.Of($"""<a class="masked" href="/desk/case/{of.Id}/reveal/{field}.{at}">{part.Shown}</a>""")));

    private Markup Close(Reader reader, Case one) => $"""
        <form class="card" method="post" action="/desk/case/{one.Id}/close">{reader.Token}<p class="hint">{words["case.close-hint"]}</p>
          <button>{words["case.close"]}</button></form>
        """;

    private Markup Give(Reader reader, Case one, List<Account> others) => $"""
        <form class="card" method="post" action="/desk/case/{one.Id}/assign">{reader.Token}
          <label for="to">{words["case.assign"]}</label>
          <select id="to" name="to">{Markup.Join(others.Select(other => Markup.Of($"""<option value="{other.Id}">{other.Name}</option>""")))}</select>
          <button>{words["case.assign-go"]}</button></form>
        """;

    private string Waited(Case one, DateTimeOffset now) => words.With("list.waited", "time", words.Waited(now - one.AskedAt));

    // A form acts once, however often it is sent.
    private static string Key() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));

    private static string Class(Case one) => one.Urgency == "normal" ? "calm" : "urgent";
}
