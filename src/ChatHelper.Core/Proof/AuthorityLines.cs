using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Routing;

namespace ChatHelper.Core.Proof;

/// <summary>Every text that authorities, time limits and routes need.</summary>
internal static class AuthorityLines
{
    private static readonly string[] Ends = ["", ".can", ".cannot"];
    private static readonly string[] States = ["sent", "accepted", "answered", "refused", "closed"];

    public static IEnumerable<NeededLine> Of(Pack pack) =>
    [
        .. pack.Authorities.All.SelectMany(authority => Ends.Select(end => $"authority.{authority.Id}{end}")
            .Concat(authority.HoursKnown ? [$"authority.{authority.Id}.hours"] : [])
            .Concat(authority.Attachments.Select(thing => $"attachment.{thing}"))
            .Select(id => new NeededLine([id], authority.File, authority.Line))),
        .. pack.Authorities.All.SelectMany(authority => authority.Terms.Select(term => new NeededLine([$"authority.{authority.Id}.{term.Id}"], authority.File, term.Line))),
        .. pack.Routes.Rows.SelectMany(row => row.Go.Concat(row.Not).Select(id => $"routes.{row.Id}/{id}").Concat(row.Says ? [$"routes.{row.Id}"] : [])
            .Select(id => new NeededLine([id], RouteBook.File, row.Line))),
        .. SpokenLines.OfAuthorities.Keys.Concat(["filing.clock.answered", "filing.clock.refused", "filing.clock.closed"]).Concat(States.SelectMany(state => new[] { $"filing.{state}", $"filing.request.{state}" }))
            .Select(id => new NeededLine([id], "authorities.yaml", 1)),
    ];
}
