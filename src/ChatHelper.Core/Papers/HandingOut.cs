using ChatHelper.Core.Facts;
using ChatHelper.Core.Letters;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Papers;

/// <summary>Hands letters out, once more in another form, or all together.</summary>
internal static class HandingOut
{
    /// <summary>What can still be made of the letter handed out last: <c>bare</c>, <c>pdf</c>, <c>bundle</c>. Menus read it; a pack
    /// that has no such menu need not declare it.</summary>
    public const string Forms = "paper-forms";

    private const int LongestPreview = 300;

    /// <summary>A short message is handed out whole, to copy; a document as files, with its beginning in the chat, masked:
    /// numbers in full belong into the paper, not on a screen that others may see.</summary>
    /// <param name="wished">Language asked for; null: that of the talk. A letter with a language of its own keeps it and is explained in this one.</param>
    /// <param name="amongOthers">Several come at once: each message says first for whom it is.</param>
    public static void Give(Talk talk, string id, string? wished = null, bool amongOthers = false)
    {
        if (Write(talk, talk.Pack.Letters[id], wished) is not { } letter)
        {
            return;
        }

        Remember(talk, letter);
        talk.Letters.Add(letter);
        if (amongOthers && !letter.AsFile)
        {
            talk.SayText(letter.Title);
        }

        talk.Add(letter.AsFile
            ? Files(talk.Line("letter.preview", ("title", letter.Title), ("start", Beginning(Masked.All(letter.Text))), ("more", More(talk, letter))), Editable(letter))
            : new Reply(letter.Text, ReplyClass.Advice) { Copy = letter.Text });
        Glossing.Follow(talk, talk.Pack.Letters[id], wished);
    }

    /// <summary>The letter handed out last, written as things stand now.</summary>
    /// <param name="how"><c>bare</c>: without its footer. <c>pdf</c>: as a PDF.</param>
    public static void Again(Talk talk, string how)
    {
        if (LastDocument(talk) is not { } form)
        {
            talk.Lead(talk.Line("paper.none"));
            return;
        }

        if (Write(talk, how == "bare" ? form with { Footer = false } : form) is not { } letter)
        {
            return;
        }

        talk.Letters.Add(letter);
        var said = how == "bare" ? "paper.bare" : talk.Moment.Pdf ? "paper.pdf" : "paper.pdf-none";
        talk.Add(Files(
            talk.Line(said, ("title", letter.Title)),
            how == "bare" ? Editable(letter) : [talk.Moment.Pdf ? ReplyFile.Pdf(letter) : ReplyFile.Docx(letter)]));
    }

    /// <summary>All that was handed out, with lists, dates, numbers and sources, in one file.</summary>
    public static void Bundle(Talk talk) => talk.Add(Files(talk.Line("paper.bundle"), [Papers.Bundle.Of(talk)]));

    /// <summary>A letter as things stand now. The proof has held every text against what it foresaw; what it did not foresee is
    /// held back here: the person is told, and nothing is handed out.</summary>
    public static Letter? Write(Talk talk, LetterForm form, string? wished = null)
    {
        var facts = talk.Now.Facts;
        var draft = LetterWriter.Draft(talk.Pack, form, form.For(facts), facts, talk.Now.Case, talk.Local.Date, form.Language is null ? wished ?? talk.Now.Language : talk.Now.Language);
        if (talk.Pack.Guard.Check(draft, facts) is not { Count: > 0 } breaches)
        {
            return draft.Letter;
        }

        talk.Withheld.AddRange(breaches);
        talk.SayText(talk.Line("letter.withheld", ("title", draft.Letter.Title)));
        return null;
    }

    /// <summary>Both forms in which a letter can be changed.</summary>
    public static ReplyFile[] Editable(Letter letter) => [ReplyFile.Docx(letter), ReplyFile.Plain(letter)];

    private static void Remember(Talk talk, Letter letter)
    {
        talk.Now = talk.Now with { LastGiven = letter.Id, Given = [.. talk.Now.Given.Where(id => id != letter.Id), letter.Id], GivenAt = talk.Now.Version };
        if (talk.Pack.Facts.ContainsKey(Forms))
        {
            var forms = LastDocument(talk) is { } last ? new[] { last.Footer ? "bare" : null, talk.Moment.Pdf ? "pdf" : null, "bundle" } : ["bundle"];
            talk.Now = talk.Now with { Facts = talk.Now.Facts.With(Forms, Fact.Said("", string.Join(',', forms.OfType<string>()))) };
        }
    }

    private static LetterForm? LastDocument(Talk talk) => talk.Now.Given.Reverse()
        .Select(id => talk.Pack.Letters.GetValueOrDefault(id)).FirstOrDefault(form => form is { AsFile: true });

    private static string More(Talk talk, Letter letter) =>
        talk.Line(letter.Footer ? "paper.more" : "paper.more.bare") + (talk.Moment.Pdf ? talk.Line("paper.more.pdf") : "");

    private static Reply Files(string text, IReadOnlyList<ReplyFile> files) => new(text, ReplyClass.Advice) { Files = files };

    private static string Beginning(string text)
    {
        if (text.Length <= LongestPreview)
        {
            return text;
        }

        var end = text.LastIndexOf('\n', LongestPreview);
        return end > 0 ? text[..end] : text[..(char.IsHighSurrogate(text[LongestPreview - 1]) ? LongestPreview - 1 : LongestPreview)];
    }
}
