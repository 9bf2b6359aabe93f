namespace ChatHelper.Core.Witness;

/// <summary>Lines that the program says of what witnesses tell, with the values it puts into each; a pack without them needs none.</summary>
internal static class WitnessLines
{
    public static IReadOnlyDictionary<string, string[]> Values { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["witness.message"] = ["link", "page", "code", "until"],
        ["witness.link"] = ["link", "no"],
        ["witness.no-page"] = [],
        ["witness.enough"] = ["count"],
        ["witness.revoked"] = ["count"],
        ["witness.shown"] = ["relation", "at", "caller", "words", "picture"],
        ["witness.shown.blank"] = [],
        ["witness.shown.picture"] = [],
        ["witness.taken"] = ["no"],
        ["witness.dropped"] = [],
        ["witness.gone"] = [],
        ["witness.withdrawn"] = ["no"],
        ["witness-page.consent.kept"] = ["days"],
    };
}
