namespace ChatHelper.Core.Facts.Reading;

/// What a word of reading.yaml says. The section of the file bears the same name in kebab case.
internal enum Kind
{
    Ignored, Digit, PairDigit, Several, Half, Magnitude, Piece, WholeNumber, AtLeast,
    About, OrMore, Below, AboutAfter, OrMoreAfter, BeforeUnit, BelowAfter, Or, To,
    Currency, CurrencySign, MoneyCue, MoneyFiller, Rate, Ordinal,
    Measure, Article, CountNoun, Daily, PerDay, PerDayFiller, Age,
    TimeUnit, Ago, Later, Within,
    Day, Now, DaySpan, VagueDay, Week, LooseWeek, PlainWeek, BeforeWeekday, Weekday, WeekdayName, Every,
    Year, YearUnit, YearPart, Month, MonthUnit, MonthName, MonthPart, DayUnit, Festival, Occasion, OccasionAbout,
    Part, HalfDay, ClockUnit, AtHour, ClockEnd, QuarterHour, MinuteUnit, Joiner,
    DeadlineAfter, DeadlineBefore, DeadlineCue, PastCue, ClauseEnd,
    HiddenNumber, BeginsWith, Relation, Owner, And, Modifier,
}

/// One word with its meaning: at most two numbers and a name, as its kind needs.
internal sealed record Word(Kind Kind, string Text, int First, int Second, string Name, int Line);

/// A word found in a text, from Start up to End.
internal readonly record struct Hit(Word Word, int Start, int End)
{
    public int Length => End - Start;
}
