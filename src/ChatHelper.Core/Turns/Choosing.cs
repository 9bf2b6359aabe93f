using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Turns;

/// <summary>Choices of menus and of the confirm card.</summary>
internal static class Choosing
{
    public static void Take(Talk talk, Step step, Choice choice)
    {
        talk.Now = talk.Now with { Misreads = 0, Skips = 0 };
        if (step.Kind == StepKind.Confirm)
        {
            Confirm(talk, step, choice);
        }
        else if (choice.Faq is { } question)
        {
            Questioning.Say(talk, talk.Pack.Faq.Question(question)!);
        }
        else if (choice.Command is { } command)
        {
            CommandTaking.Apply(talk, new Command(command, ""));
        }
        else if (choice.Letter is { } letter)
        {
            talk.Start($"letter/{letter}");
        }
        else if (choice.Call is { } dialog)
        {
            talk.Start(dialog);
        }
    }

    private static void Confirm(Talk talk, Step step, Choice choice)
    {
        switch (choice.Id)
        {
            case "ok":
                talk.Now = talk.Now with
                {
                    Facts = FactSheet.Of(talk.Now.Facts.Select(pair => pair.Value.State == FactState.Stated
                        ? KeyValuePair.Create(pair.Key, pair.Value with { State = FactState.Confirmed })
                        : pair)),
                };
                break;
            case "change":
                CommandTaking.Apply(talk, new Command("change", ""));
                break;
            default:
                // "As it is": go on without confirming; the drafts then say which values are not confirmed.
                var frame = talk.Frame!;
                talk.Now = talk.Now with { Frames = [.. talk.Now.Frames.SkipLast(1), frame with { Told = [.. frame.Told, step.Id] }] };
                break;
        }
    }
}
