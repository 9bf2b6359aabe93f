using ChatHelper.Core.Deadlines;
using ChatHelper.Core.Reminders;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Filings;

/// <summary>Hands out all days of the case for the person's own calendar; each bears the number it has in the list, and nothing else.</summary>
internal static class ChaseCalendar
{
    public static void HandOut(Talk talk)
    {
        var deadlines = DeadlineList.Of(talk.Pack, talk.Now.Case, talk.Now.Facts);
        if (deadlines.Count == 0)
        {
            talk.Say("deadlines.none");
            return;
        }

        var text = DeadlineCalendar.Write(deadlines, (_, no) => talk.Line("deadlines.entry", ("cover", Cover.Neutral(talk)), ("no", $"{no}")), talk.Moment.Now);
        talk.Add(new Reply(talk.Line("deadlines.calendar"), ReplyClass.Advice)
        {
            Files = [new ReplyFile("reminder.ics", "text/calendar; charset=utf-8", text)],
        });
    }
}
