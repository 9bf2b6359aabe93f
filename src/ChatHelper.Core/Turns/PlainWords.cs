using ChatHelper.Core.Facts.Hearing;

namespace ChatHelper.Core.Turns;

/// <summary>Some need short sentences. Where a text has a plain wording (the line <c>ID.plain</c>), it is said to those whom the
/// pack's <c>plain</c> describes; the full one can be asked for.</summary>
internal static class PlainWords
{
    /// <summary>The command that asks for the full wording.</summary>
    public const string InFull = "in-full";

    /// <summary>End of the ids of plain wordings.</summary>
    public const string Suffix = ".plain";

    /// <summary>Keeps what a message tells of the way to speak, before anything is answered: the first words are answered
    /// plainly already. It is no answer and no story.</summary>
    /// <returns>What else was heard.</returns>
    public static IReadOnlyList<Heard> Listen(Talk talk, IReadOnlyList<Heard> heard)
    {
        var bySpeech = heard.ToLookup(one => OfSpeech(talk, one));
        Answers.Keep(talk, bySpeech[true]);
        return [.. bySpeech[false]];
    }

    /// <summary>The id of the wording for this person.</summary>
    public static string Chosen(Talk talk, string line)
    {
        if (talk.Pack.Plain?.Holds(talk.Now.Facts) != true || !talk.Pack.Lines.Has(line + Suffix))
        {
            return line;
        }

        talk.Now = talk.Now with { SaidPlain = talk.SaidPlain ? [.. talk.Now.SaidPlain.Except([line]), line] : [line] };
        talk.SaidPlain = true;
        return line + Suffix;
    }

    /// <summary>A plain wording with the word that asks for the full one.</summary>
    public static string WithMore(Talk talk, string plain) => $"{talk.Line(plain)}\n{talk.Line("plain.more")}";

    /// <summary>The same before the next question, when this alone was said plainly in the turn.</summary>
    public static void LeadToMore(Talk talk, string line)
    {
        if (talk.SaidPlain && talk.Now.SaidPlain is [var only] && only == line)
        {
            talk.Lead(talk.Line("plain.more"));
        }
    }

    /// <summary>Says in full what was last said plainly.</summary>
    public static void SayInFull(Talk talk)
    {
        var lines = talk.Now.SaidPlain;
        if (lines.Count == 0)
        {
            talk.Lead(talk.Line("plain.none"));
        }

        talk.Now = talk.Now with { SaidPlain = [] };
        foreach (var line in lines)
        {
            if (talk.Pack.Faq.Entries.FirstOrDefault(entry => Questioning.Line(entry) == line) is { } entry)
            {
                Questioning.SayInFull(talk, entry);
            }
            else
            {
                talk.SayText(talk.Line(line));
            }
        }
    }

    private static bool OfSpeech(Talk talk, Heard heard) =>
        talk.Pack.Plain?.Facts.Contains(heard.Name) == true && !talk.Pack.Facts[heard.Name].OnCard;
}
