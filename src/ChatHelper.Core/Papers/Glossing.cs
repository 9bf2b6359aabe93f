using ChatHelper.Core.Letters;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Papers;

/// <summary>Letters in another language than that of the talk: a message to one's own contacts is written anew, a paper for an
/// office keeps its language and is explained to its reader.</summary>
internal static class Glossing
{
    private const string Wish = "gloss";

    /// <summary>After a letter in a language of its own: its gloss for who asked for one, else the offer where there is one.</summary>
    public static void Follow(Talk talk, LetterForm form, string? wished)
    {
        var language = wished ?? talk.Now.Language;
        if (form.Language is not { } own || own == language)
        {
            return;
        }

        if (wished is not null || talk.Now.Facts[Wish]?.Value == "yes")
        {
            Explain(talk, form, language);
        }
        else if (form.For(talk.Now.Facts).Glosses.ContainsKey(language))
        {
            talk.Say("letter.gloss.offer");
        }
    }

    /// <summary>The letter just handed out, once more in another language. With none at hand the talk itself changes over.</summary>
    public static void MessageIn(Talk talk, string language)
    {
        if (talk.Now.GivenAt < talk.Now.Version - 1 || !talk.Pack.Lines.Languages.Contains(language) || Last(talk) is not { } form)
        {
            LanguageTaking.Wish(talk, language);
        }
        else if (form.Language is null)
        {
            HandingOut.Give(talk, form.Id, language);
        }
        else
        {
            Explain(talk, form, language);
        }
    }

    /// <summary>The gloss of the letter handed out last.</summary>
    /// <param name="language">Language of the gloss; empty: that of the talk.</param>
    public static void Gloss(Talk talk, string language)
    {
        if (Last(talk) is { Language: not null } form)
        {
            Explain(talk, form, language.Length == 0 ? talk.Now.Language : language);
        }
        else
        {
            talk.Say("letter.gloss.none");
        }
    }

    private static LetterForm? Last(Talk talk) => talk.Now.Given is [.., var id] ? talk.Pack.Letters.GetValueOrDefault(id) : null;

    private static void Explain(Talk talk, LetterForm form, string language)
    {
        if (LetterWriter.Gloss(talk.Pack, form, talk.Now.Facts, talk.Now.Case, talk.Local.Date, language) is { } gloss)
        {
            talk.Add(new Reply(talk.Line("letter.gloss.given", ("title", gloss.Title)), ReplyClass.Advice) { Files = [ReplyFile.Plain(gloss)] });
        }
        else
        {
            talk.Say("letter.gloss.missing");
        }
    }
}
