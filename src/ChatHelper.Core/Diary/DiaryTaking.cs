using ChatHelper.Core.Casework;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Facts.Hearing;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Diary;

/// <summary>Words that are an entry of the diary, more of the last one, or a pasted list. Only at the questions of the diary and
/// at menus: in the middle of another question a story stays an answer.</summary>
internal static class DiaryTaking
{
    /// <summary>The dialog that logs one call or message.</summary>
    public const string Log = "log";

    private const string Means = "entry-means", Whom = "entry-whom", Said = "entry-said", More = "entry-more", Pasted = "log-text";
    private const int LongestPasted = 200_000, LongestSentence = 200, ShortestLog = 30;

    /// <summary>Takes words when they are the diary's; the caller settles.</summary>
    /// <param name="typed">The words as they came: a list needs its lines.</param>
    /// <param name="text">The same, repaired.</param>
    /// <returns>False when they are for others.</returns>
    public static bool Take(Talk talk, string typed, string text)
    {
        if (talk.Now.Mode != Mode.Bot || talk.Now.At.Length == 0 || talk.Step is not { } step || !talk.Pack.Dialogs.ContainsKey(Log))
        {
            return false;
        }

        switch (step.Fact)
        {
            case Pasted:
                return Paste(talk, typed, alone: true);
            case More when !Picks(talk, step, text) && !OfAnother(talk, Hear(talk, text)):
                Amend(talk, text);
                return true;
            case Means or Whom when !Picks(talk, step, text) && DiarySentence.Read(text, talk.Pack, talk.Local).Tells > 1:
                Tell(talk, text);
                return true;
            default:
                return step.Kind == StepKind.Menu && (Paste(talk, typed, alone: false) || Again(talk, step, text));
        }
    }

    private static bool Picks(Talk talk, Step step, string text) =>
        new AnswerReader(talk.Pack, talk.Now.Language).Read(step, talk.Now.Facts, text, talk.Local, alone: text.Length <= 6) is Answer.Given;

    private static bool Paste(Talk talk, string typed, bool alone)
    {
        if (!alone && (typed.Length < ShortestLog || !typed.AsSpan().Contains('\n')))
        {
            return false;
        }

        var log = PastedLog.Read(typed.Length > LongestPasted ? typed[..LongestPasted] : typed, new LogReading(talk.Pack.Diary.Words, talk.Pack.Readers, talk.Local));
        if (log.Entries.Count + log.Outgoing > (alone ? 0 : 1))
        {
            DiaryImport.Offer(talk, log, "pasted");
            return true;
        }

        if (alone)
        {
            talk.Lead(talk.Line("diary.paste.none"));
        }

        return alone;
    }

    private static bool Again(Talk talk, Step step, string text)
    {
        if (text.Length > LongestSentence || !talk.Pack.Diary.Words.Again.Any(pattern => pattern.In(talk.Pack.Script.Standard(text)))
            || DiarySentence.Read(text, talk.Pack, talk.Local).Tells < 2 || talk.Pack.Faq.Heard(text, talk.Now.Facts).Count > 0)
        {
            return false;
        }

        var all = Hear(talk, text);
        if (OfAnother(talk, all))
        {
            return false;
        }

        // What the sentence tells of the case is kept as ever.
        Answers.Keep(talk, step.Dialog == talk.Pack.Opening ? all : []);
        Tell(talk, text);
        return true;
    }

    // "Yesterday I called the regulator" is told of the person's own doing: a fact that starts a dialog of its own.
    private static bool OfAnother(Talk talk, IReadOnlyList<Heard> all) => all.Any(heard => talk.Pack.Facts[heard.Name].Starts is not null);

    private static IReadOnlyList<Heard> Hear(Talk talk, string text) => talk.Pack.Hearing.Hear(text, talk.Local, talk.Now.Facts);

    private static void Tell(Talk talk, string text)
    {
        var told = DiarySentence.Read(text, talk.Pack, talk.Local);
        talk.Start(Log);
        talk.Put(Said, Fact.Said(text, text));
        Put(talk, Means, told.Means);
        Put(talk, Whom, told.Whom);
    }

    private static void Put(Talk talk, string fact, string value)
    {
        if (value.Length > 0 && talk.Pack.Facts[fact].CanHold(Fact.Said("", value)))
        {
            talk.Put(fact, Fact.Said("", value));
        }
    }

    // More of the entry just made: what was not known is filled, what is said anew replaces.
    private static void Amend(Talk talk, string text)
    {
        if (talk.Now.Case.Diary is not [.., var last])
        {
            return;
        }

        var told = DiarySentence.Read(text, talk.Pack, talk.Local, added: true);
        var entry = last with
        {
            At = told.At.Length > 0 ? told.At : last.At,
            Precision = told.At.Length > 0 ? told.Precision : last.Precision,
            Caller = told.Caller.Length > 0 ? told.Caller : last.Caller,
            WhomNamed = told.WhomNamed.Length > 0 && (told.Whom == last.Whom || last.Whom.Length == 0) ? told.WhomNamed : last.WhomNamed,
            Whom = last.Whom.Length > 0 ? last.Whom : told.Whom,
            Words = told.Words.Length == 0 ? last.Words : last.Words.Length == 0 ? told.Words : $"{last.Words} / {told.Words}",
            Hearsay = last.Hearsay || told.Hearsay,
        };
        talk.File(talk.Now.Case with { Diary = [.. talk.Now.Case.Diary.SkipLast(1), entry] });
        talk.Lead(talk.Line("diary.amended", ("entry", DiaryTelling.Line(talk, entry))));
    }
}
