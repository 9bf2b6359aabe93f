using System.Globalization;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Turns;
using NodaTime;
using NodaTime.Text;

namespace ChatHelper.Core.Reminders;

/// <summary>The reminder among the facts: <c>wish-…</c> is what the form was answered with, <c>reminder-…</c> what is in
/// force. A form left half-way changes nothing.</summary>
internal static class ReminderFacts
{
    public const string Monthly = "monthly";
    public const string Once = "once";

    private static readonly LocalTime Morning = new(9, 0);
    private static readonly LocalTime Noon = new(12, 30);
    private static readonly LocalTime Evening = new(20, 0);

    /// <summary>How the reminder in force repeats; null: none is.</summary>
    public static string? Repeat(Talk talk) => Value(talk, "reminder-repeat");

    public static DateTimeZone Zone(Talk talk) => Spoken.Zone(Value(talk, "reminder-zone") ?? "") ?? talk.Pack.Zone;

    public static ReminderPlan InForce(Talk talk)
    {
        var zone = Zone(talk);
        return ReminderPlan.Of(
            Number(Value(talk, "reminder-day")) ?? talk.Moment.Now.InZone(zone).Day,
            Spoken.Time(Value(talk, "reminder-hour") ?? "", talk.Pack.Readers, talk.Local) ?? Morning,
            zone);
    }

    public static ReminderPlan Wished(Talk talk)
    {
        var zone = Zone(talk);
        var today = talk.Moment.Now.InZone(zone).Day;
        return ReminderPlan.Of(WishedDay(talk) ?? today, WishedTime(talk) ?? Morning, zone);
    }

    /// <summary>The zone the person has named; null when the words name none.</summary>
    public static DateTimeZone? WishedZone(Talk talk) => Value(talk, "wish-zone") is { } zone && zone != "other"
        ? Spoken.Zone(zone)
        : Spoken.Zone(Value(talk, "wish-offset") ?? "");

    /// <summary>The cover phrase the person has written; null when the neutral one is wished.</summary>
    public static string? WishedCover(Talk talk) => Value(talk, "wish-cover") == "own" ? Value(talk, "wish-phrase") : null;

    public static string? CoverInForce(Talk talk) => Value(talk, CoverFact);

    /// <summary>The fact with the words that a reminder shows.</summary>
    public const string CoverFact = "reminder-cover";

    public static void Keep(Talk talk, string kind, string repeat, ReminderPlan plan, string cover)
    {
        Put(talk, "reminder-kind", kind);
        Put(talk, "reminder-repeat", repeat);
        Put(talk, "reminder-day", plan.Day.ToString(CultureInfo.InvariantCulture));
        Put(talk, "reminder-hour", LocalTimePattern.HourMinuteIso.Format(plan.Time));
        Put(talk, "reminder-zone", plan.Zone.Id);
        Put(talk, "reminder-cover", cover);
    }

    /// <summary>Forgets what is in force for a kind, the zone apart: it is where the person lives.</summary>
    public static void Drop(Talk talk, string kind)
    {
        if (Value(talk, "reminder-kind") == kind)
        {
            string[] names = ["reminder-kind", "reminder-repeat", "reminder-day", "reminder-hour", "reminder-cover", "reminder-next"];
            talk.Now = talk.Now with { Facts = names.Aggregate(talk.Now.Facts, (sheet, name) => sheet.Without(name)) };
        }
    }

    /// <summary>Remembers when the next one is, as the person's own clock will show it.</summary>
    public static void KeepNext(Talk talk, Instant at, DateTimeZone zone) =>
        Put(talk, "reminder-next", LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Format(at.InZone(zone).LocalDateTime));

    // Not an answer of the person: nothing to take back, nothing that leaves the path.
    public static void Put(Talk talk, string name, string value) =>
        talk.Now = talk.Now with { Facts = talk.Now.Facts.With(name, Fact.Said("", value)) };

    private static int? WishedDay(Talk talk) => Value(talk, "wish-day") switch
    {
        "first" => 1,
        "middle" => 15,
        "last" => ReminderPlan.LastDay,
        "other" => Number(Value(talk, "wish-date")),
        _ => null,
    };

    // "Nine thirty in the morning" picks the morning and says more; a bare number is the number of a choice.
    private static LocalTime? WishedTime(Talk talk) => talk.Now.Facts["wish-hour"] is { Raw: { Length: > 2 } raw }
        && Spoken.Time(raw, talk.Pack.Readers, talk.Local) is { } said
            ? said
            : Picked(talk);

    private static LocalTime? Picked(Talk talk) => Value(talk, "wish-hour") switch
    {
        "noon" => Noon,
        "evening" => Evening,
        "other" => Spoken.Time(Value(talk, "wish-clock") ?? "", talk.Pack.Readers, talk.Local),
        _ => null,
    };

    // "20~25" counts as its first day.
    private static int? Number(string? value) =>
        int.TryParse(value?.Split('~')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= ReminderPlan.LastDay
            ? number
            : null;

    private static string? Value(Talk talk, string name) => talk.Now.Facts[name] is { IsKnown: true } fact ? fact.Value : null;
}
