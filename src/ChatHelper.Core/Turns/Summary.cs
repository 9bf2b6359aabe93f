namespace ChatHelper.Core.Turns;

/// <summary>What a volunteer gets: the facts marked as passed on, with numbers masked. The person is shown the same text first.</summary>
internal static class Summary
{
    public static string Of(Talk talk) => string.Join('\n', talk.Pack.Facts.Values
        .Where(declared => declared.PassedOn && talk.Now.Facts[declared.Name] is not null)
        .Select(declared => talk.Line(
            "card.line",
            ("label", talk.Words.Label(declared.Name)),
            ("value", talk.Words.Words(declared.Name, talk.Now.Facts[declared.Name]!)))))
        is { Length: > 0 } lines ? lines : talk.Line("card.empty");
}
