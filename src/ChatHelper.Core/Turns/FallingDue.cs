using ChatHelper.Core.Consents;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Reminders;
using ChatHelper.Core.Witness;
using NodaTime;

namespace ChatHelper.Core.Turns;

/// <summary>Something scheduled has come due: its dialog starts on top of whatever waits. While a human is speaking or a
/// crisis lasts it comes again an hour later, and never at night.</summary>
internal static class FallingDue
{
    public static void Take(Talk talk, FellDue due)
    {
        if (due.Kind == Unkept.Due)
        {
            Keeping.Drop(talk);
            return;
        }

        if (!talk.Pack.DueDialogs.TryGetValue(due.Kind, out var dialog) || (due.Kind == Keeping.Ending && !Keeping.Warns(talk)))
        {
            return;
        }

        var busy = talk.Now.Mode == Mode.Human || talk.Now.Crisis is not null;
        var at = Reminder.Later(talk, busy ? Duration.FromHours(1) : Duration.Zero);
        if (at > talk.Moment.Now)
        {
            talk.Effects.Add(new Schedule(due.Kind, at));
            return;
        }

        if (due.Kind == Witnessing.Kind)
        {
            if (Witnessing.Comes(talk))
            {
                talk.Settle();
            }

            return;
        }

        talk.Due = due.At;
        talk.Now = talk.Now with { Mode = Mode.Bot };
        talk.Start(dialog);
        talk.Settle();
    }

    /// <summary>Whether the question that waits was put by something that came due.</summary>
    public static bool OnTop(Talk talk) => talk.Frame is { } frame && talk.Pack.DueDialogs.Values.Contains(frame.Dialog);

    /// <summary>Words that are no answer to what came due are meant for the question below it.</summary>
    public static void StepAside(Talk talk, string text)
    {
        if (OnTop(talk) && talk.Step is { } step
            && new AnswerReader(talk.Pack, talk.Now.Language).Read(step, talk.Now.Facts, text, talk.Local) is Answer.NotUnderstood)
        {
            talk.Leave();
        }
    }
}
