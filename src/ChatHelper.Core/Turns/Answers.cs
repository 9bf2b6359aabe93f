using ChatHelper.Core.Consents;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Facts.Hearing;

namespace ChatHelper.Core.Turns;

/// <summary>Puts answers into the facts and says back what was understood.</summary>
internal static class Answers
{
    private const int SkipsBeforeRest = 3;

    /// <summary>The answer to the step that waits.</summary>
    public static void Take(Talk talk, Step step, Fact fact, bool others)
    {
        var declared = talk.Pack.Facts[step.Fact!];
        if (Doubted(talk, step.Fact!, fact))
        {
            return;
        }

        var left = talk.Put(step.Fact!, declared.Kind == "list" ? HearingBook.Gather(talk.Now.Facts[step.Fact!], fact) : fact);
        talk.Now = talk.Now with { Misreads = 0, Skips = Consenting.OnTop(talk) ? talk.Now.Skips : 0 };
        if (!others)
        {
            talk.From = step.Dialog == talk.Frame?.Dialog && left.Count == 0 ? step.Id : null;
        }

        // A picked choice is visible as picked; a typed value is read back as it was understood.
        if (step.Kind is StepKind.When or StepKind.Amount or StepKind.Phone or StepKind.Count && fact.Precision != Precision.Ask)
        {
            talk.Note(step.Fact!, fact);
        }

        SayLeft(talk, left);
    }

    /// <summary>What was heard in passing, one after the other.</summary>
    public static void Keep(Talk talk, IEnumerable<Heard> heard)
    {
        foreach (var one in heard)
        {
            Keep(talk, one);
        }
    }

    /// <summary>Something heard in passing. The newest word wins; what it replaces is shown once.</summary>
    public static void Keep(Talk talk, Heard heard)
    {
        var before = talk.Now.Facts[heard.Name];
        var fact = talk.Pack.Facts[heard.Name].Gathers ? HearingBook.Gather(before, heard.Fact) : heard.Fact;
        if (Consenting.Bars(talk, heard.Name))
        {
            talk.NotKept = true;
            return;
        }

        if ((before is not null && before.Value == fact.Value && before.IsKnown) || Doubted(talk, heard.Name, heard.Fact))
        {
            return;
        }

        var left = talk.Put(heard.Name, fact);
        talk.Now = talk.Now with { Misreads = 0, Skips = 0 };
        if (fact.Precision != Precision.Ask && talk.Pack.Facts[heard.Name].OnCard)
        {
            if (before is { IsKnown: true } && !talk.Pack.Facts[heard.Name].Gathers)
            {
                talk.Lead(talk.Line(
                    "changed",
                    ("label", talk.Words.Label(heard.Name)),
                    ("value", talk.Words.Words(heard.Name, fact)),
                    ("before", talk.Words.Words(heard.Name, before))));
            }
            else
            {
                talk.Note(heard.Name, fact);
            }
        }

        SayLeft(talk, left);
    }

    private static bool Doubted(Talk talk, string name, Fact fact)
    {
        if (Plausible.Doubt(talk.Pack.Facts[name], fact, talk.Local.Date) is not { } line)
        {
            return false;
        }

        talk.Lead(talk.Line(line, ("value", talk.Words.Words(name, fact))));
        return true;
    }

    /// <summary>Keeps what is new in something heard, without a word and without changing what is known.</summary>
    public static void KeepSilently(Talk talk, IReadOnlyList<Heard> heard)
    {
        foreach (var one in heard.Where(one => !Consenting.Bars(talk, one.Name) && Plausible.Doubt(talk.Pack.Facts[one.Name], one.Fact, talk.Local.Date) is null))
        {
            var before = talk.Now.Facts[one.Name];
            if (talk.Pack.Facts[one.Name].Gathers)
            {
                talk.Put(one.Name, HearingBook.Gather(before, one.Fact));
            }
            else if (before is null)
            {
                talk.Put(one.Name, one.Fact);
            }
        }
    }

    /// <summary>One of the three silences. After three skips in a row nothing is asked until the person wishes it.</summary>
    public static void Silence(Talk talk, Step step, FactState state)
    {
        talk.Put(step.Fact!, Fact.Silence(state));
        var skips = state == FactState.Unknown ? 0 : talk.Now.Skips + 1;
        talk.Now = talk.Now with { Misreads = 0, Skips = skips };
        if (skips >= SkipsBeforeRest && !talk.Now.AskNoMore)
        {
            AskNoMore(talk);
        }
    }

    /// <summary>Nothing is asked from now on until the person wishes it; what can be given without answers is.</summary>
    public static void AskNoMore(Talk talk)
    {
        talk.Now = talk.Now with { AskNoMore = true, Skips = 0 };
        if (talk.Pack.AfterSkips is { } dialog)
        {
            talk.Start(dialog);
        }
    }

    /// <summary>An answer to "which of the two": one of them, or both stay.</summary>
    /// <returns>False when the words are about something else; the fact then stays as an either-or.</returns>
    public static bool Which(Talk talk, string name, Fact fact, string text)
    {
        var options = fact.Value.Split('|');
        var number = text.Trim() is [>= '1' and <= '9' and var digit] ? digit - '0' : 0;
        var index = number > 0 ? number - 1 : Array.IndexOf(options, text.Trim());
        var typed = index < 0 ? talk.Pack.Readers.When(text, talk.Local, Tense.Past) : [];
        var value = index >= 0 && index < options.Length ? options[index]
            : typed is [{ Precision: not Precision.Ask } one, ..] && !Holds(one.Value, options) ? one.Value
            : null;

        // Asked once is enough: an unclear day stays as "the one or the other" in every document.
        talk.Put(name, value is null ? fact with { Precision = Precision.Range } : fact with { Value = value, Precision = Precision.Exact });
        var answered = value is not null || index == options.Length || text.Trim() == "both" || typed.Any(found => Holds(found.Value, options));
        if (answered)
        {
            talk.Note(name, talk.Now.Facts[name]!);
        }

        return answered;
    }

    // "Those days around the festival" says nothing new about two days of it.
    private static bool Holds(string span, string[] options) => DateSpan.Read(span) is { } around
        && Array.TrueForAll(options, option => DateSpan.Read(option) is { } day && around.From <= day.From && day.To <= around.To);

    private static void SayLeft(Talk talk, IReadOnlyList<string> left)
    {
        if (left.Count > 0)
        {
            talk.Lead(talk.Line("set-aside", ("facts", talk.Words.Join(left.Select(talk.Words.Label)))));
        }
    }
}
