using System.Globalization;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Consents;

/// <summary>What any line of a pack with a notice may name: who runs the service, how long a talk is kept.</summary>
internal static class NoticeWords
{
    /// <summary>Names of the placeholders. Where nobody said who runs the service, the line <c>NAME.none</c> stands there.</summary>
    public static IReadOnlyList<string> Names { get; } = ["operator", "operator.contact", "keeps.days", "keeps.until", "notice.version"];

    public static string? Of(Talk talk, string name) => name switch
    {
        _ when talk.Pack.Notice is null => null,
        "operator" => Said(talk, named => named.Name) ?? talk.Line("operator.none"),
        "operator.contact" => Said(talk, named => named.Contact) ?? talk.Line("operator.contact.none"),
        "keeps.days" => Keeping.Days(talk.Pack, talk.Now).ToString(CultureInfo.InvariantCulture),
        "keeps.until" => talk.Words.Words(talk.Local.Date.PlusDays(Keeping.Days(talk.Pack, talk.Now))),
        "notice.version" => talk.Pack.Notice.Version,
        _ => null,
    };

    private static string? Said(Talk talk, Func<Operator, string> part) =>
        (talk.Moment.Operator ?? talk.Pack.Notice!.Operator) is { } named && part(named) is { Length: > 0 } said ? said : null;
}
