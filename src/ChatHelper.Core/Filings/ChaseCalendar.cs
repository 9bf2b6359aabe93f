using ChatHelper.Core.Deadlines;
using ChatHelper.Core.Reminders;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Filings;

/// <summary>Hands out all days of the case for the person's own calendar; each bears the number it has in the list, and nothing else.</summary>
internal static class ChaseCalendar
{
    public static void HandOut(Talk talk)
    {
        if (Write(talk) is not { } text)
        {
            talk.Say("deadlines.none");
            return;
        }

        talk.Add(new Reply(talk.Line("deadlines.calendar"), ReplyClass.Advice)
        {
            Files = [new ReplyFile("reminder.ics", "text/calendar; charset=utf-8", text)],
        });
    }

    /// <summary>The calendar as text; null when the case has no days.</summary>
    public static string? Write(Talk talk) => DeadlineList.Of(talk.Pack, talk.Now.Case, talk.Now.Facts) is { Count: > 0 } deadlines
        ? DeadlineCalendar.Write(deadlines, (_, no) => talk.Line("deadlines.entry", ("cover", Cover.Neutral(talk)), ("no", $"{no}")), talk.Moment.Now)
        : null;
}
