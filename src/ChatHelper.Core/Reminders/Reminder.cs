using System.Globalization;
using ChatHelper.Core.Turns;
using NodaTime;

namespace ChatHelper.Core.Reminders;

/// <summary>Reminders that a person has asked for. Nothing here starts by itself: the deeds of a dialog call it.</summary>
internal static class Reminder
{
    private static readonly string[] Ways = ["monthly", "once", "next", "snooze", "changed", "moved"];

    /// <summary>Whether a deed's second word has a meaning: one of the ways, or a span such as <c>7d</c> or <c>24h</c>.</summary>
    public static bool Knows(string how) => Ways.Contains(how) || Span(how) is not null;

    /// <summary>Puts the due row of a kind.</summary>
    /// <param name="how"><c>monthly</c>, <c>once</c>: as the form says. <c>next</c>: the month after this one has come due.
    /// <c>snooze</c>: tomorrow at the same hour. <c>changed</c>: in 24 hours; what is in force goes on afterwards.
    /// <c>moved</c>: the same in another time zone. <c>7d</c>, <c>24h</c>: once, so long from now.</param>
    public static void Schedule(Talk talk, string kind, string how)
    {
        switch (how)
        {
            case ReminderFacts.Monthly or ReminderFacts.Once:
                Begin(talk, kind, how);
                break;
            case "next":
                Next(talk, kind);
                break;
            case "snooze":
                Keep(talk, kind, ReminderFacts.InForce(talk).Tomorrow(talk.Moment.Now));
                break;
            case "changed":
                Keep(talk, kind, Later(talk, Duration.FromHours(24)));
                break;
            case "moved":
                Move(talk, kind);
                break;
            default:
                if (Span(how) is { } span)
                {
                    talk.Effects.Add(new Schedule(kind, Later(talk, span)));
                }

                break;
        }
    }

    /// <summary>Takes the due row of a kind back, and what is in force for it.</summary>
    public static void Stop(Talk talk, string kind)
    {
        talk.Effects.Add(new Unschedule(kind));
        ReminderFacts.Drop(talk, kind);
    }

    /// <summary>Hands out a calendar file for the person's own calendar: nothing is kept here and nothing is sent later.</summary>
    public static void HandOutCalendar(Talk talk, string kind)
    {
        var cover = ChooseCover(talk);
        var text = CalendarFile.Write(ReminderFacts.Wished(talk), cover, kind, talk.Moment.Now);
        talk.Add(new Reply(talk.Line("reminder.calendar"), ReplyClass.Advice)
        {
            Files = [new ReplyFile("reminder.ics", "text/calendar; charset=utf-8", text)],
        });
    }

    /// <summary>The reminder in force, or else a monthly one, for the person's own calendar.</summary>
    public static string Calendar(Talk talk) =>
        CalendarFile.Write(ReminderFacts.InForce(talk), CoverNow(talk), talk.Now.Facts["reminder-kind"]?.Value ?? "", talk.Moment.Now);

    /// <summary>So long from now, or the morning after when that is at night.</summary>
    public static Instant Later(Talk talk, Duration span) => QuietHours.Allowed(talk.Moment.Now + span, ReminderFacts.Zone(talk));

    private static void Begin(Talk talk, string kind, string repeat)
    {
        var plan = ReminderFacts.Wished(talk);
        ReminderFacts.Keep(talk, kind, repeat, plan, ChooseCover(talk));
        Put(talk, kind, plan.Next(talk.Moment.Now), plan.Zone);
    }

    // Strictly after the one that has come due: a clock set back must not bring the same month twice.
    private static void Next(Talk talk, string kind)
    {
        ReminderFacts.Put(talk, "reminder-cover", CoverNow(talk));
        if (ReminderFacts.Repeat(talk) != ReminderFacts.Monthly)
        {
            talk.Now = talk.Now with { Facts = talk.Now.Facts.Without("reminder-repeat").Without("reminder-next") };
            return;
        }

        var plan = ReminderFacts.InForce(talk);
        Put(talk, kind, plan.Next(Instant.Max(talk.Moment.Now, talk.Due ?? talk.Moment.Now)), plan.Zone);
    }

    private static void Move(Talk talk, string kind)
    {
        if (ReminderFacts.WishedZone(talk) is not { } zone)
        {
            talk.Lead(talk.Line("reminder.zone-unknown"));
            return;
        }

        var plan = ReminderFacts.InForce(talk) with { Zone = zone };
        ReminderFacts.Keep(talk, kind, ReminderFacts.Repeat(talk) ?? ReminderFacts.Once, plan, CoverNow(talk));
        Put(talk, kind, plan.Next(talk.Moment.Now), zone);
    }

    // Snoozed or brought forward; without a reminder in force it comes once and ends.
    private static void Keep(Talk talk, string kind, Instant at)
    {
        var plan = ReminderFacts.InForce(talk);
        ReminderFacts.Keep(talk, kind, ReminderFacts.Repeat(talk) ?? ReminderFacts.Once, plan, CoverNow(talk));
        Put(talk, kind, at, plan.Zone);
    }

    private static void Put(Talk talk, string kind, Instant at, DateTimeZone zone)
    {
        ReminderFacts.KeepNext(talk, at, zone);
        talk.Effects.Add(new Schedule(kind, at));
    }

    private static string CoverNow(Talk talk) => Cover.Own(talk, ReminderFacts.CoverInForce(talk) ?? "") ?? Cover.Neutral(talk);

    private static string ChooseCover(Talk talk)
    {
        if (ReminderFacts.WishedCover(talk) is not { } wished)
        {
            return Cover.Neutral(talk);
        }

        if (Cover.Own(talk, wished) is { } own)
        {
            return own;
        }

        talk.Say("reminder.cover-refused", ("cover", Cover.Neutral(talk)));
        return Cover.Neutral(talk);
    }

    private static Duration? Span(string how) => how is [.. var digits, 'd' or 'h']
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1000
            ? how[^1] == 'd' ? Duration.FromDays(number) : Duration.FromHours(number)
            : null;
}
