using ChatHelper.Desk.Accounts;
using ChatHelper.Desk.Cases;
using ChatHelper.Pages;

namespace ChatHelper.Desk.Crew;

/// <summary>What a lead sees of the crew.</summary>
internal sealed record CrewList(IReadOnlyList<Account> Accounts, IReadOnlyList<Change> Changes, IReadOnlyList<Reveal> Reveals)
{
    public string Name(long id) => Accounts.FirstOrDefault(one => one.Id == id)?.Name ?? "–";
}

/// <summary>The pages of accounts and invitations.</summary>
internal sealed class CrewPages(DeskFrame frame, DeskWords words)
{
    public IResult List(Reader reader, CrewList crew) => frame.Html(reader, words["crew.title"], $"""
        {Markup.Join(crew.Changes.Select(one => Waiting(reader, crew, one)))}
        <ul class="cases">{Markup.Join(crew.Accounts.Select(one => Row(reader, one)))}</ul>
        <form class="card" method="post" action="/desk/crew/invite">{reader.Token}<p class="hint">{words["crew.invite-hint"]}</p>
          <button class="main">{words["crew.invite"]}</button></form>
        <section class="card"><h2>{words["crew.reveals"]}</h2>{(crew.Reveals.Count == 0 ? Markup.Of($"""<p class="hint">{words["crew.no-reveals"]}</p>""") : Markup.Of($"""
          <ul class="rows">{Markup.Join(crew.Reveals.Select(one => Reveal(crew, one)))}</ul>
          """))}</section>
        """);

    public IResult Link(Reader reader, string link) => frame.Html(reader, words["crew.link-title"], $"""
        <section class="card"><p>{words["crew.link-how"]}</p><p class="secret">{link}</p>
        <a class="button" href="/desk/crew">{words["crew.back"]}</a></section>
        """);

    private Markup Row(Reader reader, Account one) => $"""
        <li class="card case"><div><strong>{one.Name}</strong> <span class="hint">{words[$"role.{one.Role.ToString().ToLowerInvariant()}"]}</span></div>
        <div class="buttons">{(one.Role == Role.Lead ? Button(reader, $"{one.Id}/{CrewChanges.ToVolunteer}", "crew.to-volunteer") : Button(reader, $"{one.Id}/{CrewChanges.ToLead}", "crew.to-lead"))}
        {Button(reader, $"{one.Id}/{CrewChanges.Remove}", "crew.remove")}</div></li>
        """;

    private Markup Waiting(Reader reader, CrewList crew, Change one) => $"""
        <section class="card urgent case"><div><strong>{words[$"crew.to.{one.What}"]}</strong> {crew.Name(one.Account)}
        <p class="hint">{words.With("crew.asked-by", "name", crew.Name(one.AskedBy))}</p></div>
        <div class="buttons">{(one.AskedBy == reader.Who?.Id ? Markup.Empty : Button(reader, $"change/{one.Id}/confirm", "crew.confirm"))}
        {Button(reader, $"change/{one.Id}/drop", "crew.drop")}</div></section>
        """;

    private Markup Reveal(CrewList crew, Reveal one) => $"""
        <li>{frame.Time(one.At)} {crew.Name(one.Account)} · {words[$"hidden.{one.Why.Kind}"]} · {words[$"reveal.reason.{one.Why.Reason}"]}
        <span class="hint">{one.Why.Note}</span></li>
        """;

    private Markup Button(Reader reader, string path, string line) =>
        $"""<form method="post" action="/desk/crew/{path}">{reader.Token}<button>{words[line]}</button></form>""";
}
