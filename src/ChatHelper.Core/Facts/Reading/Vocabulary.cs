using NodaTime;

namespace ChatHelper.Core.Facts.Reading;

/// What reading.yaml says, ready for use.
internal sealed record Vocabulary(Folding Folding, WordTree Words, IReadOnlyList<FestivalDay> Festivals, IReadOnlyDictionary<string, DayPart> Parts, IReadOnlyDictionary<string, string> Labels, Repairs Repairs);

/// A festival: from one date of every year for some days, or from a date told for each year (the lunar ones).
internal sealed record FestivalDay(AnnualDate? Every, IReadOnlyDictionary<int, AnnualDate> Years, int Days) : Day
{
    public override IReadOnlyList<DateInterval> On(LocalDate today, Tense tense) =>
        Toward.Pick(today, tense, In);

    public DateInterval? In(int year) => Start(year) is { } start ? new DateInterval(start, start.PlusDays(Days - 1)) : null;

    /// The day of a month told together with the festival ("National Day, the 3rd").
    public override Day? At(int from, int to) => Every is { } date ? new MonthDay(Year: null, date.Month, from, to) : null;

    private LocalDate? Start(int year) =>
        Every is { } every ? every.InYear(year) : Years.TryGetValue(year, out var date) ? date.InYear(year) : null;
}
