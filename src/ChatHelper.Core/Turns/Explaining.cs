using ChatHelper.Core.Facts;
using ChatHelper.Core.Law;

namespace ChatHelper.Core.Turns;

/// <summary>Says what is lawful and what is not, with the articles in force when it happened.</summary>
internal static class Explaining
{
    /// <summary>Facts that tell when it happened, the first known one counts for a start, the second for an end.</summary>
    private const string First = "first-incident";
    private const string Last = "last-incident";

    /// <summary>The facts that choose between an old and a new text.</summary>
    public static IReadOnlyList<string> DateFacts { get; } = [First, Last];

    // Ten ideas in ten messages are a flood, in one a wall; this much is read and fits the narrowest channel.
    private const int Longest = 600;

    /// <summary>Says the statements of a topic, each with its sources, several to a message.</summary>
    /// <param name="topic">A topic of the pack's explanation; null: the first.</param>
    public static void Say(Talk talk, string? topic)
    {
        var message = "";
        talk.Now = talk.Now with { LastGiven = Why.Topic(topic ?? talk.Pack.Explainer.Topics.FirstOrDefault() ?? "") };
        var statements = talk.Pack.Explainer.For(Choices(talk), Conduct(talk.Now.Facts), talk.Local.Date, topic);
        for (var at = 0; at < statements.Count;)
        {
            // Ideas that follow each other and rest on the same articles name them once.
            var (first, alike) = (statements[at], statements.Skip(at).TakeWhile(one => one.Citations.SequenceEqual(statements[at].Citations)).ToList());
            at += alike.Count;
            var text = WithSources(
                talk, string.Join(first.Citations.Count == 0 ? "\n" : "\n\n", alike.Select(one => talk.Line(one.LineId))), first.Citations, []);
            if (message.Length > 0 && message.Length + text.Length > Longest)
            {
                talk.SayText(message);
                message = "";
            }

            message = message.Length == 0 ? text : $"{message}\n\n{text}";
        }

        if (message.Length > 0)
        {
            talk.SayText(message);
        }
    }

    /// <summary>The days of the conduct as the facts tell them; null when unknown.</summary>
    public static DateSpan? Conduct(FactSheet facts) => (Span(facts[First]), Span(facts[Last])) switch
    {
        ({ } first, { } last) => new DateSpan(first.From, last.To < first.From ? first.To : last.To),
        ({ } first, null) => first,
        (null, { } last) => last,
        _ => null,
    };

    /// <summary>A text with what it rests on: each citation, the note when the date is open, and which wording prevails.</summary>
    public static string WithSources(Talk talk, string text, IReadOnlyList<string> points, DateSpan? conduct)
    {
        var cited = points.Select(point => talk.Pack.Law.Cite(point, conduct, talk.Local.Date)).ToList();
        return WithSources(talk, text, [.. cited.SelectMany(one => one.Citations)], [.. cited.Select(one => one.NoteLineId).OfType<string>(), LawBook.CurrentTextLine]);
    }

    private static string WithSources(Talk talk, string text, IReadOnlyList<Citation> citations, IReadOnlyList<string> closing)
    {
        if (citations.Count == 0)
        {
            return text;
        }

        var sources = citations.Select(talk.Words.Citation)
            .Concat(closing.Select(line => talk.Line(line)))
            .Distinct(StringComparer.Ordinal);
        return talk.Line("law.sources", ("text", text), ("sources", string.Join('\n', sources)));
    }

    /// <summary>The known facts as the explanation reads them.</summary>
    public static Dictionary<string, IReadOnlyList<string>> Choices(Talk talk) => talk.Now.Facts
        .Where(pair => pair.Value.IsKnown)
        .ToDictionary(pair => pair.Key, pair => pair.Value.Entries, StringComparer.Ordinal);

    private static DateSpan? Span(Fact? fact) => fact is { IsKnown: true } ? DateSpan.Read(fact.Value) : null;
}
