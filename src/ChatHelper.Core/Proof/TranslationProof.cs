using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Letters;
using ChatHelper.Core.Lines;

namespace ChatHelper.Core.Proof;

/// <summary>Every other language has every line and letter, made from the wording that the source has now (CH0202).</summary>
public static class TranslationProof
{
    /// <summary>Proves all languages but the first.</summary>
    public static void Prove(Pack pack, Diagnostics diagnostics)
    {
        foreach (var language in pack.Lines.Languages.Skip(1))
        {
            Lines(pack, language, diagnostics);
            foreach (var (id, source, own) in Letters(pack, language))
            {
                Stamp(pack.Lines, language, id, source.Mark, own.Path, 0, diagnostics);
            }
        }
    }

    /// <summary>Texts of letters in a language, each with the text it was made from: glosses, and letters that follow the talk.</summary>
    private static IEnumerable<(string Id, LetterText Source, LetterText Own)> Letters(Pack pack, string language) =>
        from form in pack.Letters.Values
        from variant in form.Variants
        let source = variant.Texts.GetValueOrDefault(form.Language ?? pack.Lines.Languages[0])
        let own = variant.Glosses.GetValueOrDefault(language) ?? (form.Language is null ? variant.Texts.GetValueOrDefault(language) : null)
        where source is not null && own is not null && own != source
        group (source, own) by variant.Name into texts
        select ($"letters/{texts.Key}", texts.First().source, texts.First().own);

    /// <summary>The marks of a language whose lines and letters have all been looked through.</summary>
    public static string Stamps(Pack pack, string language) =>
        Translation.Stamps(pack.Lines, language, Letters(pack, language).Select(letter => (letter.Id, letter.Source.Mark)));

    private static void Lines(Pack pack, string language, Diagnostics diagnostics)
    {
        var lines = pack.Lines;
        // Words that stand for a choice differ from language to language and need no counterpart.
        foreach (var id in lines.Ids(lines.Languages[0]).Where(id => !id.EndsWith(".words", StringComparison.Ordinal)))
        {
            var source = lines.Own(lines.Languages[0], id)!;
            if (lines.Own(language, id) is not { } own)
            {
                diagnostics.Report(Codes.StaleTranslation, $"lines/{language}.yaml", 1, $"'{id}' is not translated");
                continue;
            }

            Stamp(lines, language, id, Translation.Mark(source.Text), own.File, own.Line, diagnostics);
        }
    }

    private static void Stamp(LineBook lines, string language, string id, string mark, string file, int line, Diagnostics diagnostics)
    {
        if (lines.Stamp(language, id) != mark)
        {
            diagnostics.Report(Codes.StaleTranslation, file, line, $"'{id}' was not made from the source as it stands ({mark} in {Translation.StampFile(language)})");
        }
    }
}
