using System.Text;
using ChatHelper.Core.Consents;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Turns;

/// <summary>Puts a waiting step into words.</summary>
internal static class Asking
{
    /// <summary>Choice that takes up an answer set aside.</summary>
    public const string Previous = "(previous)";

    /// <summary>Step id under which an either-or of a fact is asked: the prefix before its name.</summary>
    public const string Which = "(which)";

    public static void Ask(Talk talk, Step step)
    {
        if (Unclear(talk) is { } unclear)
        {
            AskWhich(talk, unclear.Key, unclear.Value);
            return;
        }

        var text = step.Kind == StepKind.Confirm ? $"{talk.Line(LineOf(talk, step))}\n{Card(talk)}" : talk.Line(LineOf(talk, step));
        talk.Ask(text, Choices(talk, step), step.Id, step.Kind == StepKind.Many);
    }

    /// <summary>The choices of a step in words, with the answer set aside when there is one.</summary>
    public static IReadOnlyList<ShownChoice> Choices(Talk talk, Step step)
    {
        List<ShownChoice> shown = [.. step.Shown(talk.Now.Facts).Select(choice => new ShownChoice(choice.Id, ChoiceText(talk, step, choice.Id)))];
        if (step.Fact is { } fact && talk.Now.SetAside[fact] is { IsKnown: true } before)
        {
            shown.Add(new ShownChoice(Previous, talk.Line("choice.previous", ("value", talk.Words.Words(fact, before)))));
        }

        return shown;
    }

    public static string ChoiceText(Talk talk, Step step, string choice) => talk.Line(talk.Words.LineOf(step, choice));

    /// <summary>All facts of the card, one a line, with their label; a fact that is not exact is marked.</summary>
    public static string Card(Talk talk)
    {
        var card = new StringBuilder();
        foreach (var declared in talk.Pack.Facts.Values.Where(fact => fact.OnCard))
        {
            if (talk.Now.Facts[declared.Name] is { } fact)
            {
                var words = talk.Words.Words(declared.Name, fact);
                card.Append('\n').Append(talk.Line(
                    fact.Precision == Precision.Exact ? "card.line" : "card.line.unsure",
                    ("label", talk.Words.Label(declared.Name)), ("value", words)));
            }
        }

        return card.Length == 0 ? talk.Line("card.empty") : card.ToString().TrimStart('\n');
    }

    /// <summary>The first fact with two possible readings; null when all are clear, or while something that came due
    /// unasked is on top: it must not bring a question about the rest to a screen that others may see.</summary>
    public static KeyValuePair<string, Fact>? Unclear(Talk talk)
    {
        if (FallingDue.OnTop(talk) || Consenting.OnTop(talk))
        {
            return null;
        }

        foreach (var pair in talk.Now.Facts)
        {
            if (pair.Value.Precision == Precision.Ask)
            {
                return pair;
            }
        }

        return null;
    }

    private static void AskWhich(Talk talk, string name, Fact fact)
    {
        var options = fact.Value.Split('|');
        List<ShownChoice> choices = [.. options.Select(option =>
            new ShownChoice(option, talk.Words.Words(name, fact with { Value = option, Precision = Precision.Exact })))];
        choices.Add(new ShownChoice("both", talk.Line("which.both")));
        talk.Ask(talk.Line("which", ("label", talk.Words.Label(name)), ("raw", fact.Raw)), choices, $"{Which}{name}");
    }

    // The card of a letter has words of its own only when the author wrote them.
    private static string LineOf(Talk talk, Step step) =>
        step.Kind == StepKind.Confirm && !talk.Pack.Lines.Has(step.Id) ? "card" : step.Id;
}
