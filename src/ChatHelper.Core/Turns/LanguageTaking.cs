using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Lines;

namespace ChatHelper.Core.Turns;

/// <summary>Answers in the language that a person writes, and changes over when they do. One foreign word, a mixed line or a
/// quotation changes nothing; what else the message says is taken as always.</summary>
internal static class LanguageTaking
{
    /// <summary>What the channel knows counts until a word tells it.</summary>
    public static void Guess(Talk talk, string hint)
    {
        if (hint.Length > 0 && talk.Now.LanguageBy == LanguageBy.Guess && talk.Pack.Languages.Hinted(hint) is { } language && language != talk.Now.Language)
        {
            talk.Speak(language);
        }
    }

    /// <summary>A language asked for by name.</summary>
    public static void Wish(Talk talk, string language)
    {
        if (!Speaks(talk, language))
        {
            talk.Lead(talk.Line("language.missing"));
            return;
        }

        Change(talk, language, LanguageBy.Wish);
    }

    /// <summary>Notices which language a message wishes for or is written in.</summary>
    /// <returns>True when it wishes for one that the pack does not speak.</returns>
    public static bool Notice(Talk talk, string text)
    {
        if (talk.Pack.Languages.Wished(text) is { } wished)
        {
            talk.Wished = true;
            if (Speaks(talk, wished))
            {
                Change(talk, wished, LanguageBy.Wish);
                return false;
            }

            return talk.Now.Mode == Mode.Bot;
        }

        if (talk.Pack.Languages.Of(text) is { } spoken)
        {
            Weigh(talk, spoken);
        }

        return false;
    }

    private static void Weigh(Talk talk, Spoken spoken)
    {
        var now = talk.Now.Language;
        var language = spoken.Languages.Contains(now) ? now : spoken.Languages[0];
        var told = spoken.Languages.Count == 1;
        switch (talk.Now.LanguageBy)
        {
            case LanguageBy.Guess:
            case LanguageBy.Sound when LanguageBook.SameFamily(language, now):
                Change(talk, language, told ? LanguageBy.Words : LanguageBy.Sound);
                break;
            case var _ when language == now:
                talk.Now = talk.Now with { Leaning = spoken.Clear ? null : talk.Now.Leaning };
                break;

            // Words may be quoted; and whoever asked for a script keeps it, whatever their keyboard writes.
            case var _ when !spoken.Clear || talk.Step is { Kind: StepKind.Text }:
            case LanguageBy.Wish when LanguageBook.SameFamily(language, now):
                break;
            case var _ when talk.Now.Leaning == language || (spoken.Long && !LanguageBook.SameFamily(language, now)):
                Change(talk, language, told ? LanguageBy.Words : LanguageBy.Sound);
                talk.Lead(talk.Line("language.changed"));
                break;
            default:
                talk.Now = talk.Now with { Leaning = language };
                break;
        }
    }

    private static bool Speaks(Talk talk, string language) => talk.Pack.Lines.Languages.Contains(language);

    private static void Change(Talk talk, string language, LanguageBy by)
    {
        talk.Now = talk.Now with { LanguageBy = by, Leaning = null };
        talk.Speak(language);
    }
}
