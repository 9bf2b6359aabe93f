using ChatHelper.Core.Content;
using ChatHelper.Core.Facts;
using NodaTime;

namespace ChatHelper.Core.Law;

/// <summary>One idea of the explanation of what is and is not lawful.</summary>
/// <param name="LineId">Id of its line.</param>
/// <param name="Citations">What it rests on; empty for advice and notes.</param>
public sealed record Statement(string LineId, IReadOnlyList<Citation> Citations)
{
    /// <summary>Legal points it rests on.</summary>
    public IReadOnlyList<string> Points { get; init; } = [];

    /// <summary>Facts that chose it.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];
}

/// <summary>Chooses, from what is known, the statements of <c>law/explain.yaml</c> that matter to this person.</summary>
public sealed class Explainer
{
    private readonly LawBook _law;
    private readonly IReadOnlyList<(string Topic, IReadOnlyList<Explanation> Entries)> _topics;
    private readonly IReadOnlyList<Explanation> _closing;

    internal Explainer(
        LawBook law, IReadOnlyList<(string Topic, IReadOnlyList<Explanation> Entries)> topics, IReadOnlyList<Explanation> closing) =>
        (_law, _topics, _closing) = (law, topics, closing);

    /// <summary>Topics in the order of the pack; the first is told unasked.</summary>
    public IEnumerable<string> Topics => _topics.Select(one => one.Topic);

    /// <summary>Ids of the lines needed in every language, beside those of the law itself.</summary>
    public IEnumerable<string> LineIds => All.Select(one => one.LineId).Distinct(StringComparer.Ordinal);

    /// <summary>Every fact and choice that a condition names, for the proof that the dialogs have them.</summary>
    public IEnumerable<(string Fact, string Choice)> Conditions => All
        .SelectMany(one => one.When.Concat(one.Unless))
        .SelectMany(condition => condition.Choices, (condition, choice) => (condition.Fact, choice))
        .Distinct();

    private IEnumerable<Explanation> All => _topics.SelectMany(one => one.Entries).Concat(_closing);

    /// <summary>Reads <c>law/explain.yaml</c>. A point that the law lacks is reported (CH0407).</summary>
    public static Explainer Read(PackSource pack, LawBook law, Diagnostics diagnostics) =>
        ExplainerReader.Read(pack, law, diagnostics);

    /// <summary>The statements that apply, in the order of the pack: the topic, the notes its citations need, the closing.
    /// A statement whose points carry nothing on the days of the conduct is left out; with none left the result is empty.</summary>
    /// <param name="facts">Choices by fact, such as <c>conduct</c> to <c>threat, impersonation</c>.</param>
    /// <param name="conduct">Days of the conduct in Asia/Shanghai; null when unknown.</param>
    /// <param name="today">Today in Asia/Shanghai.</param>
    /// <param name="topic">One of <see cref="Topics"/>; null for the first.</param>
    public IReadOnlyList<Statement> For(
        IReadOnlyDictionary<string, IReadOnlyList<string>> facts, DateSpan? conduct, LocalDate today, string? topic = null)
    {
        var statements = new List<Statement>();
        var notes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var explanation in Entries(topic).Where(one => one.Applies(facts)))
        {
            var cited = explanation.Points.Select(point => _law.Cite(point, conduct, today)).ToList();
            var citations = cited.SelectMany(one => one.Citations).Distinct().ToList();
            if (citations.Count > 0 || explanation.Points.Count == 0)
            {
                statements.Add(new Statement(explanation.LineId, citations)
                {
                    Points = explanation.Points,
                    Facts = [.. explanation.When.Concat(explanation.Unless).Select(condition => condition.Fact)],
                });
                notes.UnionWith(cited.Select(one => one.NoteLineId).OfType<string>());
            }
        }

        if (statements.Count > 0)
        {
            statements.AddRange(notes.Select(note => new Statement(note, [])));
            statements.AddRange(_closing.Where(one => one.Applies(facts)).Select(one => new Statement(one.LineId, [])));
        }

        return statements;
    }

    /// <summary>Reports numbers beside statements that are past their <c>review_by</c> (CH0404).</summary>
    public void Prove(LocalDate today, Diagnostics diagnostics)
    {
        foreach (var one in All.Where(one => one.ReviewBy < today))
        {
            diagnostics.Report(Codes.LawPastReview, ExplainerReader.File, one.Line,
                $"'{one.LineId}' had to be checked again by {one.ReviewBy:uuuu-MM-dd}");
        }
    }

    private IReadOnlyList<Explanation> Entries(string? topic) =>
        _topics.FirstOrDefault(one => topic is null || one.Topic == topic).Entries ?? [];
}
