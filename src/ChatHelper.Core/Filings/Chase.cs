using ChatHelper.Core.Casework;
using ChatHelper.Core.Deadlines;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Reminders;
using ChatHelper.Core.Turns;
using NodaTime;
using NodaTime.Text;

namespace ChatHelper.Core.Filings;

/// <summary>The reminder to chase an authority, asked for and never started by itself. Its day follows from the filings: it moves
/// with them and ends with the last of them.</summary>
internal static class Chase
{
    /// <summary>Its kind in <c>pack.yaml</c>.</summary>
    public const string Kind = "chase";

    private const string Wanted = "chase";
    private const string NextOne = "chase-next";
    private const int DaysBefore = 2;
    private const int DaysLater = 7;
    private static readonly LocalTime Hour = new(9, 0);

    /// <summary>What <c>do: chase</c> can do.</summary>
    public static IReadOnlyList<string> Known { get; } = ["on", "off", "next", "later"];

    public static bool IsOn(Talk talk) => talk.Now.Facts[Wanted] is { IsKnown: true };

    public static void Do(Talk talk, string what)
    {
        switch (what)
        {
            case "on":
                ReminderFacts.Put(talk, Wanted, "on");
                Move(talk);
                break;
            case "later":
                At(talk, Morning(talk, talk.Local.Date.PlusDays(DaysLater)));
                break;
            case "next":
                Move(talk);
                break;
            default:
                Stop(talk);
                break;
        }
    }

    /// <summary>Puts the reminder where the filings now want it; nothing while it was not asked for.</summary>
    public static void Move(Talk talk)
    {
        if (!IsOn(talk))
        {
            return;
        }

        if (Days(talk).Select(day => Morning(talk, day)).Where(at => at > Instant.Max(talk.Moment.Now, talk.Due ?? Instant.MinValue)).ToList() is { Count: > 0 } next)
        {
            At(talk, next.Min());
        }
        else if (talk.Now.Case.Filings.Any(filing => filing.IsOpen))
        {
            At(talk, Morning(talk, talk.Local.Date.PlusDays(DaysLater)));
        }
        else
        {
            Stop(talk);
        }
    }

    /// <summary>Takes it back.</summary>
    public static void Stop(Talk talk)
    {
        talk.Effects.Add(new Unschedule(Kind));
        talk.Now = talk.Now with { Facts = talk.Now.Facts.Without(Wanted).Without(NextOne) };
    }

    /// <summary>What outlives the talk for the reminder's sake: where, when, under which number, and where it stands. Nothing told
    /// in words is among it.</summary>
    public static CaseFile Kept(CaseFile file) => new()
    {
        Last = file.Last,
        Filings = [.. file.Filings.Where(filing => filing.State != "closed").Select(filing => filing with { Asked = "", Answer = "" })],
    };

    // The day after theirs, so that nobody is chased within their time; two days before yours.
    private static IEnumerable<LocalDate> Days(Talk talk) => DeadlineList.Of(talk.Pack, talk.Now.Case, talk.Now.Facts)
        .Where(deadline => deadline.Filing is not null)
        .SelectMany(deadline => deadline.Term.Theirs ? new[] { deadline.Day.PlusDays(1), deadline.Latest.PlusDays(1) } : [deadline.Day.PlusDays(-DaysBefore)]);

    private static Instant Morning(Talk talk, LocalDate day) => ReminderFacts.Zone(talk).AtLeniently(day + Hour).ToInstant();

    private static void At(Talk talk, Instant at)
    {
        var local = at.InZone(ReminderFacts.Zone(talk)).LocalDateTime;
        ReminderFacts.Put(talk, NextOne, LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Format(local));
        talk.Effects.Add(new Schedule(Kind, at));
    }
}
