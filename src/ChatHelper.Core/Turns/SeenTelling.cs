using NodaTime;
using NodaTime.Text;

namespace ChatHelper.Core.Turns;

/// <summary>Who has seen the person's case, the newest first. Said at any time, while a human speaks too: it is not for the
/// volunteer to answer.</summary>
internal static class SeenTelling
{
    public const string Command = "seen";
    private const int Most = 10;

    /// <summary>Lines with what the program puts into each.</summary>
    public static IReadOnlyDictionary<string, string[]> Lines { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["seen.none"] = [],
        ["seen.some"] = ["lines"],
        ["seen.more"] = ["count"],
        ["seen.line"] = ["time", "role", "name", "did"],
        ["seen.role.volunteer"] = [],
        ["seen.role.lead"] = [],
        ["seen.role.group"] = [],
        ["seen.role.other"] = [],
        ["seen.did.looked"] = [],
        ["seen.did.read"] = [],
        ["seen.did.took"] = [],
        ["seen.did.replied"] = [],
        ["seen.did.closed"] = [],
        ["seen.did.posted"] = [],
        ["seen.did.assigned"] = [],
        ["seen.did.revealed"] = ["field", "reason"],
        ["seen.did.other"] = [],
        ["seen.field.other"] = [],
        ["seen.reason.other"] = [],
    };

    public static void Say(Talk talk)
    {
        var looks = Once(talk).ToList();
        if (looks.Count == 0)
        {
            talk.Lead(talk.Line("seen.none"));
            return;
        }

        IEnumerable<string> lines = looks.Take(Most).Select(look => Line(talk, look));
        if (looks.Count > Most)
        {
            lines = lines.Append(talk.Line("seen.more", ("count", $"{looks.Count - Most}")));
        }

        talk.Lead(talk.Line("seen.some", ("lines", string.Join('\n', lines))));
    }

    // A page that is opened again and again is one thing to know, not twenty: the latest of each day stands for the rest.
    private static IEnumerable<Look> Once(Talk talk) =>
        talk.Moment.Looks().DistinctBy(look => (look with { At = default }, look.At.InZone(talk.Pack.Zone).Date));

    private static string Line(Talk talk, Look look) => talk.Line("seen.line",
        ("time", talk.Words.Time(LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm").Format(look.At.InZone(talk.Pack.Zone).LocalDateTime), Facts.Precision.Exact)),
        ("role", Known(talk, $"seen.role.{look.Role}", "seen.role.other")),
        ("name", look.Name),
        ("did", Known(talk, $"seen.did.{look.Deed}", "seen.did.other",
            ("field", Known(talk, $"desk.hidden.{look.Field}", "seen.field.other")), ("reason", Known(talk, $"desk.reveal.reason.{look.Reason}", "seen.reason.other")))));

    private static string Known(Talk talk, string id, string otherwise, params (string, string)[] values) =>
        talk.Line(talk.Pack.Lines.Has(id) ? id : otherwise, values);
}
