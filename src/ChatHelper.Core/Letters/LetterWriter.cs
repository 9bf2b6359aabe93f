using System.Text.RegularExpressions;
using ChatHelper.Core.Casework;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Lines;
using NodaTime;
using NodaTime.Text;

namespace ChatHelper.Core.Letters;

/// <summary>Writes a letter from what is known.</summary>
internal static partial class LetterWriter
{
    /// <summary>The letter in the variant that these facts choose.</summary>
    /// <param name="pack">Pack of the form.</param>
    /// <param name="form">What to write.</param>
    /// <param name="facts">What is known; blanks and silences are worded.</param>
    /// <param name="file">What the case has gathered.</param>
    /// <param name="today">Today where the person is.</param>
    /// <param name="language">Language spoken: that of the title, and of the text unless the form has one of its own.</param>
    public static Letter Write(Pack pack, LetterForm form, FactSheet facts, CaseFile file, LocalDate today, string language) =>
        Draft(pack, form, form.For(facts), facts, file, today, language).Letter;

    /// <summary>The letter in a given variant, with its trace.</summary>
    public static LetterDraft Draft(Pack pack, LetterForm form, LetterVariant variant, FactSheet facts, CaseFile file, LocalDate today, string language)
    {
        var written = new[] { form.Language ?? language, pack.Lines.Languages[0] }.First(variant.Texts.ContainsKey);
        var words = new FactWords(pack, written);
        var sources = LetterSources.Of(pack, form, words, facts, today);
        var page = LetterPage.Of(pack, words, facts, file, today, sources.Text);
        var text = variant.Texts[written].Render(page) + (form.Footer ? Footer(words, today, sources) : "");
        var trace = TracedText.Read(EmptyLines().Replace(text, "\n\n").Trim());
        var letter = new Letter(
            form.Id,
            pack.Lines.Find(language, $"letter.{form.Id}")?.Text ?? form.Id,
            trace.Text,
            $"{form.Id}-{LocalDatePattern.Iso.Format(today)}.txt",
            form.AsFile)
        {
            Language = written, Landscape = form.Landscape, Footer = form.Footer,
        };
        return new LetterDraft(letter, variant, trace, page.Asked, sources);
    }

    /// <summary>What a letter in a language of its own says, in the reader's, from the same facts; null when nobody has written that gloss.</summary>
    public static Letter? Gloss(Pack pack, LetterForm form, FactSheet facts, CaseFile file, LocalDate today, string language) =>
        form.For(facts) is var variant && variant.Glosses.ContainsKey(language) ? Gloss(pack, form, variant, facts, file, today, language) : null;

    /// <summary>The gloss of a given variant, under a head that says what it is.</summary>
    public static Letter Gloss(Pack pack, LetterForm form, LetterVariant variant, FactSheet facts, CaseFile file, LocalDate today, string language)
    {
        var words = new FactWords(pack, language);
        var page = LetterPage.Of(pack, words, facts, file, today, LetterSources.Of(pack, form, words, facts, today).Text);
        var title = words.Line($"letter.{form.Id}");
        var head = words.Line("letter.gloss").Replace("{title}", title, StringComparison.Ordinal);
        return new Letter(
            form.Id, title, TracedText.Read(EmptyLines().Replace($"{head}\n\n{variant.Glosses[language].Render(page)}", "\n\n").Trim()).Text,
            $"{form.Id}-{LocalDatePattern.Iso.Format(today)}.gloss.txt", AsFile: true) { Language = language };
    }

    private static string Footer(FactWords words, LocalDate today, LetterSources sources) =>
        "\n\n" + words.Line(sources.CheckedOn is null ? "letter.footer" : "letter.footer.law")
            .Replace("{today}", TracedText.Mark("today", words.Words(today)), StringComparison.Ordinal)
            .Replace("{law}", TracedText.Mark("sources", sources.CheckedOn is { } day ? LocalDatePattern.Iso.Format(day) : ""), StringComparison.Ordinal);

    // A block that says nothing leaves its empty lines behind.
    [GeneratedRegex(@"\n[ \t]*(?:\n[ \t]*)+\n", RegexOptions.NonBacktracking)]
    private static partial Regex EmptyLines();
}
