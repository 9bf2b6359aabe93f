using ChatHelper.Core.Law;
using ChatHelper.Core.Letters;
using ChatHelper.Core.Lines;
using ChatHelper.Core.Turns;
using NodaTime.Text;

namespace ChatHelper.Core.Papers;

/// <summary>Every article that letters cite, with the days on which it is in force, the day of its check and its exact text.</summary>
internal static class SourceList
{
    private static readonly LocalDatePattern Day = LocalDatePattern.Iso;

    /// <returns>The list; empty when nothing is cited.</returns>
    public static string Write(Talk talk, IEnumerable<LetterForm> forms)
    {
        var words = new FactWords(talk.Pack, talk.Now.Language);
        var sources = forms
            .SelectMany(form => LetterSources.Of(talk.Pack, form, words, talk.Now.Facts, talk.Local.Date).Citations)
            .Distinct()
            .OrderBy(citation => citation.Article.Id, StringComparer.Ordinal).ThenBy(citation => citation.Clause, StringComparer.Ordinal)
            .Select(citation => Source(talk, citation, words));
        return string.Join("\n\n", sources) is { Length: > 0 } list ? $"{talk.Line("bundle.sources")}\n\n{list}\n\n{talk.Line(LawBook.CurrentTextLine)}\n" : "";
    }

    private static string Source(Talk talk, Citation citation, FactWords words)
    {
        var article = citation.Article;
        var days = article.To is { } to
            ? talk.Line("bundle.source.ended", ("from", Day.Format(article.From)), ("until", Day.Format(to)))
            : talk.Line("bundle.source.in-force", ("from", Day.Format(article.From)));
        return talk.Line(
            "bundle.source",
            ("citation", citation.Text(words.Line)), ("days", days), ("checked", Day.Format(article.VerifiedOn)),
            ("text", article.Text.Length > 0 ? article.Text.Trim() : talk.Line("bundle.source.no-text")));
    }
}
