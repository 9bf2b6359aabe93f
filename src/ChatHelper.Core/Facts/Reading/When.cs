using NodaTime;

namespace ChatHelper.Core.Facts.Reading;

/// Reads all days and times of a text.
internal static class When
{
    private const int MostOptions = 4;

    public static IReadOnlyList<Found> Read(Scan scan, IReadOnlyList<Found> phones, LocalDateTime now, Tense tense)
    {
        var found = new List<Found>();
        DayFound? told = null;
        for (var at = 0; at < scan.Length;)
        {
            if (scan.Nothing(at))
            {
                at++;
                continue;
            }

            if (phones.FirstOrDefault(phone => phone.Start <= at && at < phone.End) is { } phone)
            {
                at = phone.End;
                continue;
            }

            if (Instant(scan, at, now) is { } instant)
            {
                found.Add(instant);
                at = instant.End;
                continue;
            }

            if (Moment(scan, at) is { } moment)
            {
                at = Add(scan, WithDay(moment, told, now, Tenses.Of(scan, moment.Start, moment.End, tense)), now, tense, found);
                told = moment.Day ?? told;
                continue;
            }

            at = Math.Max(at + 1, Numeral.Read(scan, at)?.End ?? 0);
        }

        return found;
    }

    // "yesterday at three, and again at nine": the second time is of the day told before, unless it is still to come.
    private static Moment WithDay(Moment moment, DayFound? told, LocalDateTime now, Tense tense) =>
        moment is { Day: null, Time.Clock: not null } && told is not null && tense != Tense.Deadline && told.Day.On(now.Date, tense) is [{ Length: 1 }]
            ? moment with { Day = told with { Part = null }, About = true }
            : moment;

    private static int Add(Scan scan, Moment moment, LocalDateTime now, Tense tense, List<Found> found)
    {
        var end = moment.End;
        if (moment.Time is not null && VagueDay(scan, moment.Start))
        {
            if (moment.OnUnknownDay() is { } time)
            {
                found.Add(scan.Found(moment.Start, end, time, moment.Precision([time])));
            }

            return end;
        }

        if (moment.Day is null && moment.Time?.Clock is null && !Alone(scan, moment))
        {
            return end;
        }

        var values = moment.Values(now, Tenses.Of(scan, moment.Start, end, tense));
        var (start, precision) = (moment.Start, values.Count == 0 ? Precision.Exact : moment.Precision(values));
        while (values.Count < MostOptions && moment.Day is { } before && scan.Find(scan.Spaces(end), Kind.Or) is { } or && Next(scan, scan.Spaces(or.End), before.Day) is { } other)
        {
            moment = other;
            end = other.End;
            values = [.. values.Union(other.Values(now, Tenses.Of(scan, other.Start, end, tense)), StringComparer.Ordinal)];
        }

        if (values.Count > 0)
        {
            found.Add(values.Count > 1 ? scan.Ask(start, end, values) : scan.Found(start, end, values[0], precision));
        }

        return end;
    }

    private static Moment? Next(Scan scan, int at, Day before) =>
        DayParser.OfSameMonth(scan, at, before) is { } same ? Timed(scan, same, at, about: false) : Moment(scan, at) is { Day: not null } other ? other : null;

    private static Moment? Moment(Scan scan, int at)
    {
        var first = ClockParser.Joined(scan, at, out var about);
        first = about || first == at ? first : at;
        if (DayParser.At(scan, first) is { } day)
        {
            return Timed(scan, day, at, about || scan.FindBefore(scan.SpacesBack(at), Kind.About) is not null);
        }

        if (ClockParser.At(scan, first) is not { } time)
        {
            return null;
        }

        // "9 pm yesterday"
        var next = ClockParser.Joined(scan, time.End, out _);
        return char.IsAsciiLetter(scan.At(next)) && DayParser.At(scan, next) is { } after
            ? new Moment(after, time, about, at, after.End)
            : new Moment(null, time, about, at, time.End);
    }

    private static Moment Timed(Scan scan, DayFound day, int start, bool about)
    {
        var next = ClockParser.Joined(scan, day.End, out var loose);
        return ClockParser.At(scan, next) is { } time
            ? new Moment(day, time, about || loose, start, time.End)
            : new Moment(day, null, about, start, day.End);
    }

    // "just now", "half an hour ago", "within two hours"
    private static Found? Instant(Scan scan, int at, LocalDateTime now)
    {
        if (scan.Find(at, Kind.Now) is { } word)
        {
            return scan.Found(at, word.End, Minute(now), Precision.About);
        }

        if (Durations.At(scan, at) is not { Unit.Second: Durations.Minutes } span)
        {
            return null;
        }

        var direction = DayParser.Direction(scan, scan.Spaces(span.End), out var end);
        return direction == 0 || span.Low > 1_000_000 ? null
            : scan.Found(at, end, Minute(now.PlusMinutes((long)(direction * span.Low))), Precision.About);
    }

    private static string Minute(LocalDateTime time) =>
        $"{time.Year:0000}-{time.Month:00}-{time.Day:00}T{time.Hour:00}:{time.Minute:00}";

    private static bool VagueDay(Scan scan, int at) => scan.FindBefore(scan.SpacesBack(at), Kind.VagueDay) is not null;

    // A bare "afternoon" in a sentence tells a habit, not a day; as the whole answer it means today's.
    private static bool Alone(Scan scan, Moment moment) => scan.Length - (moment.End - moment.Start) <= 2;
}
