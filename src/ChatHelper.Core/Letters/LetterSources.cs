using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Law;
using ChatHelper.Core.Lines;
using ChatHelper.Core.Turns;
using NodaTime;

namespace ChatHelper.Core.Letters;

/// <summary>What a letter cites: its points by the date of the conduct, few, each with its kind and whether its wording has
/// been verified.</summary>
/// <param name="Text">One citation a line, then the notes that must go with them; empty without citations.</param>
/// <param name="CheckedOn">The day on which the oldest check of a cited text was made; null without citations.</param>
/// <param name="Points">The points it cites, each with what carries it, in order.</param>
public sealed record LetterSources(string Text, LocalDate? CheckedOn, IReadOnlyList<(string Point, Cited Cited)> Points)
{
    /// <summary>Most citations of a letter: more read like a form, and offices take such letters for bought ones.</summary>
    public const int Most = 4;

    /// <summary>The citations, in order.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    internal static LetterSources Of(Pack pack, LetterForm form, FactWords words, FactSheet facts, LocalDate today)
    {
        List<Citation> citations = [];
        List<(string, Cited)> points = [];
        var notes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var point in form.Points.Where(point => point.If?.Holds(facts) ?? true))
        {
            var cited = pack.Law.Cite(point.Point, Explaining.Conduct(facts), today);
            List<Citation> more = [.. cited.Citations.Except(citations)];
            // A point is cited whole or not at all: half of an old and a new text would mislead.
            if (more.Count > 0 && citations.Count + more.Count <= Most)
            {
                citations.AddRange(more);
                points.Add((point.Point, cited with { Citations = more }));
                notes.UnionWith(cited.NoteLineId is { } note ? [note] : []);
            }
        }

        if (citations.Count == 0)
        {
            return new LetterSources("", null, []);
        }

        var lines = citations.Select((citation, at) => $"{at + 1}. {citation.Text(words.Line)}")
            .Concat(notes.Append(LawBook.CurrentTextLine).Select(words.Line));
        return new LetterSources(string.Join('\n', lines), citations.Min(citation => citation.Article.VerifiedOn), points) { Citations = citations };
    }
}
