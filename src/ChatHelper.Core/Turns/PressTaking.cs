using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Turns;

/// <summary>A pressed button. It is taken only where the person stands; an older one shows where that is.</summary>
internal static class PressTaking
{
    /// <summary>A choice of this form chooses a language at any time: <c>language:en</c>.</summary>
    private const string LanguageChoice = "language:";

    public static void Take(Talk talk, Pressed pressed)
    {
        if (talk.Now.Mode == Mode.Human && pressed.Choices is not ["leave-human" or "erase" or CommandTaking.EraseNow])
        {
            return;
        }

        // Erasing stays possible in a crisis, and so does one's own language; everything else is its own matter.
        var single = pressed.Choices is [var one] ? one : "";
        var speaks = single.StartsWith(LanguageChoice, StringComparison.Ordinal);
        if (talk.Now.Crisis is not null && !speaks && single is not ("erase" or CommandTaking.EraseNow) && CrisisTaking.Press(talk, pressed))
        {
            return;
        }

        if (speaks)
        {
            CommandTaking.Take(talk, new Command("language", single[LanguageChoice.Length..]));
            return;
        }

        // A command may be pressed at any time: its button never grows old.
        if (talk.Pack.Commands.Ids.Contains(single))
        {
            CommandTaking.Take(talk, new Command(single, ""));
            return;
        }

        talk.Wake();
        if (pressed.Choices is [var question] && question.StartsWith(Questioning.Choice, StringComparison.Ordinal) && Questioning.Press(talk, question))
        {
            return;
        }

        if (Asking.Unclear(talk) is { } unclear && pressed.Choices is [var which] && IsHere(talk, pressed, $"{Asking.Which}{unclear.Key}"))
        {
            Answers.Which(talk, unclear.Key, unclear.Value, which);
            talk.Settle();
            return;
        }

        var step = talk.Step;
        var picked = step is null ? [] : step.Shown(talk.Now.Facts).Where(choice => pressed.Choices.Contains(choice.Id)).ToList();
        if (step is null || !IsHere(talk, pressed, step.Id) || (picked.Count == 0 && !(pressed.Choices is [Asking.Previous] && step.Fact is { } fact && talk.Now.SetAside[fact] is not null)))
        {
            Stale(talk, step is not null && IsHere(talk, pressed, step.Id) ? "unknown-choice" : "stale");
            return;
        }

        Pick(talk, step, picked);
        talk.Settle();
    }

    private static void Pick(Talk talk, Step step, List<Choice> picked)
    {
        if (picked.Count == 0)
        {
            talk.Put(step.Fact!, talk.Now.SetAside[step.Fact!]!);
            return;
        }

        talk.Picked = talk.Words.Join(picked.Select(choice => Asking.ChoiceText(talk, step, choice.Id)));
        if (step.Kind is StepKind.Menu or StepKind.Confirm)
        {
            Choosing.Take(talk, step, picked[0]);
        }
        else
        {
            var ids = step.Kind == StepKind.One ? picked[0].Id : string.Join(',', picked.Select(choice => choice.Id));
            Answers.Take(talk, step, Fact.Said("", ids), others: false);
        }
    }

    private static void Stale(Talk talk, string line)
    {
        talk.Lead(talk.Line(line));
        talk.Settle();
    }

    // The turn has already raised the version; buttons carry the one before.
    private static bool IsHere(Talk talk, Pressed pressed, string step) =>
        (pressed.Version is null || pressed.Version == talk.Now.Version - 1)
        && (pressed.Step is null || pressed.Step == step || pressed.Step == StepCode.Of(step));
}
