using ChatHelper.Core.Casework;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Law;
using ChatHelper.Core.Lines;
using ChatHelper.Core.Turns;
using NodaTime;

namespace ChatHelper.Core.Letters;

/// <summary>An answer that a paper rests on.</summary>
/// <param name="Fact">Name of the fact.</param>
/// <param name="Label">Its label in the reader's language.</param>
/// <param name="Words">Its value in words, numbers masked, at most 80 characters.</param>
/// <param name="Written">True when it stands in the paper; false when it only decided what is written.</param>
public sealed record AnswerUse(string Fact, string Label, string Words, bool Written);

/// <summary>A citation of a paper and what made it.</summary>
/// <param name="Point">Name of the legal point.</param>
/// <param name="Citation">The article.</param>
/// <param name="Because">Why this version of it.</param>
public sealed record CitationUse(string Point, Citation Citation, CitedBecause Because);

/// <summary>One line of a paper.</summary>
/// <param name="Text">The line.</param>
/// <param name="Facts">Facts whose words stand in it, each once.</param>
/// <param name="Lists">Lists of the case whose rows stand in it.</param>
/// <param name="Cites">True when it is part of the citations.</param>
public sealed record LineOrigin(string Text, IReadOnlyList<string> Facts, IReadOnlyList<string> Lists, bool Cites);

/// <summary>Which answers and which articles made a paper, line by line. Made by writing it once more, so it is true of the paper
/// as these facts would make it now.</summary>
/// <param name="Letter">Id of the form.</param>
/// <param name="Variant">Name of the text that was used.</param>
/// <param name="Today">Day of the law that was looked up, where the person is.</param>
/// <param name="Answers">Known answers, in the order of the pack.</param>
/// <param name="Lists">Lists of the case that stand in it: <c>diary</c>, <c>evidence-items</c>, <c>filings</c>, <c>testimonies</c>.</param>
/// <param name="Law">Its citations, in order.</param>
/// <param name="Lines">Its lines, without the empty ones.</param>
public sealed record Provenance(
    string Letter,
    string Variant,
    LocalDate Today,
    IReadOnlyList<AnswerUse> Answers,
    IReadOnlyList<string> Lists,
    IReadOnlyList<CitationUse> Law,
    IReadOnlyList<LineOrigin> Lines)
{
    private const int LongestWords = 80;

    /// <summary>What made the paper that these facts make. Pure.</summary>
    /// <param name="pack">Pack of the form.</param>
    /// <param name="form">The paper.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="file">What the case has gathered.</param>
    /// <param name="today">Today where the person is.</param>
    /// <param name="language">Language of labels and values.</param>
    public static Provenance Of(Pack pack, LetterForm form, FactSheet facts, CaseFile file, LocalDate today, string language)
    {
        var draft = LetterWriter.Draft(pack, form, form.For(facts), facts, file, today, language);
        List<LineOrigin> lines = [.. LinesOf(draft.Trace)];
        var written = lines.SelectMany(line => line.Facts).ToHashSet(StringComparer.Ordinal);
        List<CitationUse> law = [.. draft.Sources.Points.SelectMany(point => point.Cited.Citations, (point, citation) =>
            new CitationUse(point.Point, citation, pack.Law.Because(point.Point, citation, Explaining.Conduct(facts))))];
        var asked = draft.Asked
            .Concat(form.Variants.TakeWhile(variant => variant != draft.Variant).Append(draft.Variant).SelectMany(variant => variant.If?.Facts ?? []))
            .Concat(form.Points.SelectMany(point => point.If?.Facts ?? []))
            .Concat(law.Any(use => use.Because is CitedBecause.Conduct or CitedBecause.Straddles) ? Explaining.DateFacts : [])
            .ToHashSet(StringComparer.Ordinal);
        return new Provenance(
            form.Id, draft.Variant.Name, today, [.. Used(pack, facts, written, asked, language)],
            [.. lines.SelectMany(line => line.Lists).Distinct(StringComparer.Ordinal)], law, lines);
    }

    /// <summary>The known ones of these facts in words, in the order of the pack.</summary>
    internal static IEnumerable<AnswerUse> Used(
        Pack pack, FactSheet facts, IReadOnlySet<string> written, IReadOnlySet<string> asked, string language)
    {
        var words = new FactWords(pack, language);
        return from declared in pack.Facts.Values
               let fact = facts[declared.Name]
               where fact is { IsKnown: true } && (written.Contains(declared.Name) || asked.Contains(declared.Name))
               select new AnswerUse(
                   declared.Name, words.Label(declared.Name), OwnWords.Plain(words.Words(declared.Name, fact), LongestWords),
                   written.Contains(declared.Name));
    }

    private static IEnumerable<LineOrigin> LinesOf(TracedText trace)
    {
        var start = 0;
        foreach (var text in trace.Text.Split('\n'))
        {
            var end = start + text.Length;
            List<string> sources = [.. trace.Spans.Where(span => span.Start < end && span.Start + span.Length > start)
                .Select(span => span.Source).Distinct(StringComparer.Ordinal)];
            if (text.Length > 0)
            {
                var lists = sources.Where(LetterRows.Fields.ContainsKey).ToList();
                yield return new LineOrigin(
                    text, [.. sources.Except([.. lists, TracedText.Ours, "today", "sources"])], lists, sources.Contains("sources"));
            }

            start = end + 1;
        }
    }
}
