using ChatHelper.Core.Casework;
using ChatHelper.Core.Reminders;
using ChatHelper.Core.Turns;
using NodaTime;

namespace ChatHelper.Core.Witness;

/// <summary>What reaches a person from witnesses, and when they hear of it: at once by day while the dialog speaks with them,
/// otherwise when they next talk. It never comes into a crisis, a pause, a talk with a human or the question whether to erase.</summary>
internal static class Witnessing
{
    /// <summary>Kind of the due row that brings by day what came at night, and so the pack's name for the dialog.</summary>
    public const string Kind = "witness";

    /// <summary>A witness has told something. An invitation that is not open any more takes nothing.</summary>
    public static void Take(Talk talk, WitnessTold told)
    {
        var file = talk.Now.Case;
        if (file.Invitations.FirstOrDefault(one => one.No == told.No) is not { } used || used.Until <= talk.Moment.Now.ToDateTimeOffset())
        {
            if (told.Picture is { Id: { Length: > 0 } id })
            {
                talk.Effects.Add(new Discard(id));
            }

            return;
        }

        var testimony = WitnessReader.Read(talk.Pack, told.Words, talk.Local) with { No = told.No, GivenAt = talk.Moment.Now.ToDateTimeOffset() };
        talk.File(file with
        {
            Invitations = [.. file.Invitations.Where(one => one.No != told.No)],
            Waiting = [.. file.Waiting, new WaitingTestimony(testimony, told.Picture)],
        });
        talk.Effects.Add(new MarkWitness(told.No, WitnessState.Waiting));
        var morning = Reminder.Later(talk, Duration.Zero);
        if (morning > talk.Moment.Now)
        {
            talk.Effects.Add(new Schedule(Kind, morning));
        }
        else if (Comes(talk))
        {
            talk.Settle();
        }
    }

    /// <summary>A witness takes back what they told: it leaves the case whether it was taken up or not.</summary>
    public static void Withdraw(Talk talk, int no)
    {
        var file = talk.Now.Case;
        var waiting = file.Waiting.FirstOrDefault(one => one.Told.No == no);
        if (waiting is null && !file.Testimonies.Any(one => one.No == no))
        {
            return;
        }

        var known = waiting is null or { Announced: true };
        talk.File((waiting is null ? WitnessCase.Without(talk, file, no) : WitnessCase.Dropped(talk, file, waiting)) with
        {
            TakenBack = known ? [.. file.TakenBack, no] : file.TakenBack,
        });
        talk.Effects.Add(new MarkWitness(no, WitnessState.Withdrawn));
        if (!known || !Free(talk))
        {
            return;
        }

        if (talk.Frame?.Dialog == Dialog(talk))
        {
            talk.Leave();
        }

        Comes(talk);
        talk.Settle();
    }

    /// <summary>Before anything is asked: whether something of a witness comes first. Says what was taken back; begins the dialog
    /// that asks about the next one.</summary>
    /// <returns>True when a dialog was begun.</returns>
    public static bool Comes(Talk talk)
    {
        if (!Free(talk) || Dialog(talk) is not { } dialog || FallingDue.OnTop(talk))
        {
            return false;
        }

        foreach (var no in talk.Now.Case.TakenBack)
        {
            talk.SayText(talk.Line("witness.withdrawn", ("no", $"{no}")));
        }

        var file = talk.Now.Case.TakenBack.Count == 0 ? talk.Now.Case : talk.Now.Case with { TakenBack = [] };
        var next = file.Waiting.FirstOrDefault(one => !one.Announced);
        if (next is not null)
        {
            file = file with { Waiting = [next with { Announced = true }, .. file.Waiting.Where(one => one != next)] };
        }

        if (file != talk.Now.Case)
        {
            talk.File(file);
        }

        if (next is null)
        {
            return false;
        }

        talk.Start(dialog);
        return true;
    }

    private static string? Dialog(Talk talk) => talk.Pack.DueDialogs.GetValueOrDefault(Kind);

    private static bool Free(Talk talk) => talk.Now.Mode == Mode.Bot && talk.Now.Crisis is null && talk.Now.Frames.Count > 0
        && (talk.Frame is not { } frame || !talk.Pack.AnyTime.Values.Contains(frame.Dialog));
}
