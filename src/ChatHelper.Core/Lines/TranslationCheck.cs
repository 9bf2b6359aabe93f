using System.Text.RegularExpressions;
using ChatHelper.Core.Content;

namespace ChatHelper.Core.Lines;

/// <summary>A translation fills in what its source fills in (CH0231), calls statutes by their own names (CH0230), and has a source
/// (CH0232). Whether it is complete is proven later.</summary>
internal static partial class TranslationCheck
{
    public static void Check(LineBook lines, Script script, Diagnostics diagnostics)
    {
        var first = lines.Languages[0];
        foreach (var language in lines.Languages.Skip(1))
        {
            // Words that stand for a choice differ from language to language.
            foreach (var id in lines.Ids(language).Where(id => !id.EndsWith(".words", StringComparison.Ordinal)))
            {
                var own = lines.Own(language, id)!;
                if (lines.Own(first, id) is not { } source)
                {
                    diagnostics.Report(Codes.TranslationOfNothing, own.File, own.Line, $"'{id}' is not a line of {first}");
                    continue;
                }

                if (source.Names.ToHashSet(StringComparer.Ordinal) is var names && !names.SetEquals(own.Names))
                {
                    diagnostics.Report(
                        Codes.OtherPlaceholders, own.File, own.Line, $"'{id}' must fill in {{{string.Join("}, {", names.Order(StringComparer.Ordinal))}}} and nothing else");
                }

                var statutes = LanguageBook.SameFamily(first, language) ? Statutes(script, own.Text).Except(Statutes(script, source.Text)) : [];
                foreach (var other in statutes)
                {
                    diagnostics.Report(Codes.StatuteRenamed, own.File, own.Line, $"'{id}' names {other}, which the source does not; names of statutes are never reworded");
                }
            }
        }
    }

    // A name may stand in either script; other words for the same thing would be another name.
    private static HashSet<string> Statutes(Script script, string text) =>
        [.. TitleMarks().Matches(text).Select(match => script.Standard(match.Value))];

    [GeneratedRegex(@"\u300A[^\u300A\u300B{}]*\u300B", RegexOptions.NonBacktracking)]
    private static partial Regex TitleMarks();
}
