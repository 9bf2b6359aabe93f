namespace ChatHelper.Core.Facts.Reading;

/// A section of reading.yaml: words of one kind, grouped by what they mean. Numbers says how many numbers head a group
/// (none: the section is a plain list); Names, which name may follow them.
internal sealed record Section(string Key, Kind Kind, int Numbers, bool Named = false, IReadOnlyList<string>? Names = null)
{
    private static readonly string[] Parts = ["AM", "PM", "evening", "night"];

    private static readonly string[] Groups = ["family", "friend", "colleague", "boss", "client", "landlord", "school", "village", "stranger"];

    public static IReadOnlyList<Section> All { get; } =
    [
        List("ignored", Kind.Ignored), new("digits", Kind.Digit, 1), new("pair-digits", Kind.PairDigit, 1),
        List("several", Kind.Several), List("half", Kind.Half), new("magnitudes", Kind.Magnitude, 1), List("pieces", Kind.Piece),
        new("whole-numbers", Kind.WholeNumber, 1), new("at-least", Kind.AtLeast, 1),
        List("about", Kind.About), List("or-more", Kind.OrMore), List("below", Kind.Below), List("about-after", Kind.AboutAfter),
        List("or-more-after", Kind.OrMoreAfter), List("before-unit", Kind.BeforeUnit), List("below-after", Kind.BelowAfter),
        List("or", Kind.Or), List("to", Kind.To),
        List("currency", Kind.Currency), List("currency-signs", Kind.CurrencySign), List("money-cues", Kind.MoneyCue),
        List("money-fillers", Kind.MoneyFiller), List("rates", Kind.Rate), List("ordinals", Kind.Ordinal),
        List("measures", Kind.Measure), List("articles", Kind.Article), List("count-nouns", Kind.CountNoun), List("daily", Kind.Daily), List("per-day", Kind.PerDay),
        List("per-day-fillers", Kind.PerDayFiller), List("ages", Kind.Age),
        new("time-units", Kind.TimeUnit, 2), List("ago", Kind.Ago), List("later", Kind.Later), List("within", Kind.Within),
        new("days", Kind.Day, 1, Named: true, Parts), List("now", Kind.Now), new("day-spans", Kind.DaySpan, 2), List("vague-days", Kind.VagueDay),
        new("weeks", Kind.Week, 1), new("loose-weeks", Kind.LooseWeek, 1), List("plain-weeks", Kind.PlainWeek), new("before-weekday-names", Kind.BeforeWeekday, 1),
        new("weekdays", Kind.Weekday, 2), new("weekday-names", Kind.WeekdayName, 2), List("every", Kind.Every),
        new("years", Kind.Year, 1), List("year-units", Kind.YearUnit), new("year-parts", Kind.YearPart, 2),
        new("months", Kind.Month, 1), List("month-units", Kind.MonthUnit), new("month-names", Kind.MonthName, 1),
        new("month-parts", Kind.MonthPart, 2), List("day-units", Kind.DayUnit),
        List("occasion", Kind.Occasion), List("occasion-about", Kind.OccasionAbout),
        new("parts", Kind.Part, 2, Named: true, Parts), new("half-days", Kind.HalfDay, 2), List("clock-units", Kind.ClockUnit),
        List("at-hours", Kind.AtHour), List("clock-ends", Kind.ClockEnd), new("quarter-hours", Kind.QuarterHour, 1), List("minute-units", Kind.MinuteUnit), List("joiners", Kind.Joiner),
        List("deadline-after", Kind.DeadlineAfter), List("deadline-before", Kind.DeadlineBefore), List("deadline-cues", Kind.DeadlineCue),
        List("past-cues", Kind.PastCue), List("clause-ends", Kind.ClauseEnd),
        List("hidden-numbers", Kind.HiddenNumber), List("begins-with", Kind.BeginsWith),
        new("relations", Kind.Relation, 0, Named: true, Groups),
        List("owners", Kind.Owner), List("and", Kind.And), List("modifiers", Kind.Modifier),
    ];

    private static Section List(string key, Kind kind) => new(key, kind, 0);

    /// Reads the head of a group, such as "-1 evening": its numbers and its name; false when it does not fit.
    public bool Head(string text, out int first, out int second, out string name)
    {
        var pieces = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        (first, second, name) = (0, 0, "");
        if (pieces.Length < Numbers || pieces.Length > Numbers + (Named ? 1 : 0)
            || (Numbers > 0 && !int.TryParse(pieces[0], out first)) || (Numbers > 1 && !int.TryParse(pieces[1], out second)))
        {
            return false;
        }

        name = pieces.Length > Numbers ? pieces[^1] : "";
        return true;
    }
}
