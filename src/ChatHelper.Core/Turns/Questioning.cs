using System.Globalization;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Faq;

namespace ChatHelper.Core.Turns;

/// <summary>Questions at any time: answered with what they rest on, then back to the step that waits. Where several are meant
/// they are offered; what is not known is said to be so.</summary>
internal static class Questioning
{
    /// <summary>A choice of this form is a question offered: <c>faq:credit</c>. It may be pressed at any time.</summary>
    public const string Choice = "faq:";
    private const string Offer = "(questions)";

    /// <summary>Says an answer, in its plain wording to whom the pack says so.</summary>
    public static void Say(Talk talk, FaqEntry entry)
    {
        if (entry.Flag && !talk.Now.Flagged.Contains(entry.Id))
        {
            talk.Now = talk.Now with { Flagged = [.. talk.Now.Flagged, entry.Id] };
            talk.Effects.Add(new FlagForReview(entry.Id));
        }

        var line = Line(entry);
        if (PlainWords.Chosen(talk, line) is var plain && plain != line)
        {
            Remember(talk, entry);
            talk.SayText(PlainWords.WithMore(talk, plain));
            return;
        }

        SayInFull(talk, entry);
    }

    /// <summary>Says an answer with all it rests on.</summary>
    public static void SayInFull(Talk talk, FaqEntry entry)
    {
        Remember(talk, entry);

        // What is refused would happen from today on, whenever the person's own case was.
        talk.SayText(Explaining.WithSources(
            talk, talk.Line(Line(entry)), entry.Points, entry.Deaf ? talk.Today : Explaining.Conduct(talk.Now.Facts)));
    }

    /// <summary>Id of the line of an answer.</summary>
    public static string Line(FaqEntry entry) => $"faq.{entry.Id}";

    private static void Remember(Talk talk, FaqEntry entry)
    {
        if (entry.Points.Count > 0)
        {
            talk.Now = talk.Now with { LastGiven = Why.Entry(entry) };
        }
    }

    /// <summary>What the words ask beside all else they say: patterns first; then, when they put a question, the one that it surely is.</summary>
    public static IReadOnlyList<FaqEntry> Asides(Talk talk, string text)
    {
        var asked = talk.Pack.Faq.Heard(text, talk.Now.Facts);
        return asked.Count == 0 && talk.Pack.Faq.IsQuestion(text) && talk.Pack.Faq.Find(text, talk.Now.Facts).Answer is { } answer ? [answer] : asked;
    }

    public static void Say(Talk talk, IReadOnlyList<FaqEntry> asides)
    {
        foreach (var entry in asides)
        {
            Say(talk, entry);
        }
    }

    /// <summary>Words that nothing else explains: a word that names a question, several questions that may be meant, or a
    /// question that is not known.</summary>
    public static bool Take(Talk talk, Step? step, string text)
    {
        var asks = talk.Pack.Faq.IsQuestion(text);
        if (!asks && step is { Kind: StepKind.One or StepKind.Many })
        {
            // Words that none of the choices knows are still more likely meant as one of them.
            return false;
        }

        var found = talk.Pack.Faq.Find(text, talk.Now.Facts);
        if (found.Answer is { } answer)
        {
            Say(talk, answer);
        }
        else if (found.Near.Count > 0)
        {
            talk.Now = talk.Now with { Offered = [.. found.Near.Select(entry => Choice + entry.Id)] };
            talk.Ask(talk.Line("faq.near"), [.. talk.Now.Offered.Select(id => new ShownChoice(id, Title(talk, id)))], Offer);
            return true;
        }
        else if (asks)
        {
            talk.Lead(talk.Line("faq.unknown"));
        }
        else
        {
            return false;
        }

        talk.Settle();
        return true;
    }

    /// <summary>A number or the words of a question just offered; anything else is meant for the step that waits.</summary>
    public static bool Picked(Talk talk, string text)
    {
        var said = text.Trim();
        var picked = int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= talk.Offered.Count
            ? talk.Offered[number - 1]
            : talk.Offered.FirstOrDefault(id => Title(talk, id) == said);
        return picked?.StartsWith(Choice, StringComparison.Ordinal) == true && Press(talk, picked);
    }

    public static bool Press(Talk talk, string choice)
    {
        if (talk.Pack.Faq.Question(choice[Choice.Length..]) is not { } entry)
        {
            return false;
        }

        Say(talk, entry);
        talk.Settle();
        return true;
    }

    private static string Title(Talk talk, string choice) => talk.Line($"faq.{choice[Choice.Length..]}.title");
}
