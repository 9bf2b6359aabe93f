using System.Globalization;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Law;
using NodaTime;
using NodaTime.Text;

namespace ChatHelper.Core.Lines;

/// <summary>A fact as a person reads it: days with weekday, yuan, masked numbers, choice texts. All words come from the
/// pack's lines (<c>format.…</c>), so that another language is another file.</summary>
public sealed class FactWords(Pack pack, string language)
{
    private static readonly LocalDatePattern Day = LocalDatePattern.Iso;

    /// <summary>The language spoken.</summary>
    public string Language => language;

    /// <summary>The line of that id without placeholders; the id itself when the pack lacks it.</summary>
    public string Line(string id) => pack.Lines.Find(language, id)?.Text ?? id;

    /// <summary>The name of a fact for the card.</summary>
    public string Label(string fact) => Line($"fact.{fact}");

    /// <summary>The value in words; a silence in the words for that silence.</summary>
    public string Words(string name, Fact fact)
    {
        if (!fact.IsKnown)
        {
            return Line($"silence.{fact.State.ToString().ToLowerInvariant()}");
        }

        return (pack.Facts.GetValueOrDefault(name)?.Kind ?? "text") switch
        {
            "one" or "many" => Join(fact.Entries.Select(id => Choice(name, id))),
            "when" => Time(fact.Value, fact.Precision),
            "amount" => About(fact, Join(fact.Value.Split('|').Select(value => Bounded(value, "format.amount")), "format.or")),
            "phone" => Join(fact.Entries.Select(Phone)),
            "count" => About(fact, Join(fact.Value.Split('|').Select(value => Count(name, value)), "format.or")),
            "list" or "file" => Join(fact.Entries),
            _ => fact.Value,
        };
    }

    /// <summary>A day with its weekday, as <c>format.day</c> puts it.</summary>
    public string Words(LocalDate day) => DayWords(Day.Format(day));

    /// <summary>Id of the line that words a choice at a step. What is shown and what is understood when it is typed are the same line.</summary>
    public string LineOf(Step step, string choice) => LinesOf(pack, step, choice).FirstOrDefault(pack.Lines.Has) ?? $"choice.{choice}";

    /// <summary>Ids of the lines that may word a choice, the nearest first: that of the step, of its fact, of the letter it starts,
    /// of the question it lists, and the one that all dialogs share.</summary>
    internal static IEnumerable<string> LinesOf(Pack pack, Step step, string choice) => step.Fact is { } fact
        ? [$"{step.Id}/{choice}", $"fact.{fact}/{choice}", pack.Owners.TryGetValue(fact, out var owner) ? $"{owner.Id}/{choice}" : $"choice.{choice}"]
        : [$"{step.Id}/{choice}", .. step.Choices.Where(one => one.Id == choice && one.Letter is not null).Select(one => $"letter.{one.Letter}"),
            .. step.Choices.Where(one => one.Faq == choice).Select(one => $"faq.{one.Faq}.title"), $"choice.{choice}"];

    /// <summary>The text of a choice of a fact: its own line, else that of the step that asks it.</summary>
    public string Choice(string fact, string id) =>
        pack.Lines.Find(language, $"fact.{fact}/{id}")?.Text
        ?? (pack.Owners.TryGetValue(fact, out var owner) ? pack.Lines.Find(language, $"{owner.Id}/{id}")?.Text : null)
        ?? id;

    /// <summary>A citation as chat shows it.</summary>
    public string Citation(Citation citation) => citation.Text(Line, brief: true);

    /// <summary>A canonical time; empty for none.</summary>
    public string Time(string value, Precision precision) =>
        value.Length == 0 ? "" : About(Fact.Said("", value, precision), Join(value.Split('|').Select(When), "format.or"));

    /// <summary>A canonical number as it may be shown; empty for none.</summary>
    public string Caller(string value) => value.Length == 0 ? "" : Phone(value);

    /// <summary>A size in bytes, rounded as people say it.</summary>
    public string Size(long bytes) => bytes < 100_000
        ? Line("format.size.small")
        : Fill("format.size.mb", ("value", (bytes / 1_000_000.0).ToString("0.0", CultureInfo.InvariantCulture)));

    /// <summary>A size to the byte.</summary>
    public string Bytes(long bytes) => Fill("format.size.bytes", ("value", bytes.ToString(CultureInfo.InvariantCulture)));

    /// <summary>An instant by the clock of the pack's zone, with its distance from UTC.</summary>
    public string Moment(DateTimeOffset at) =>
        ZonedDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm':'ss '('o<g>')'", null).Format(Instant.FromDateTimeOffset(at).InZone(pack.Zone));

    /// <summary>Things in a row, joined as the language does.</summary>
    public string Join(IEnumerable<string> things, string separator = "format.and") => string.Join(Line(separator), things);

    private string About(Fact fact, string words) =>
        fact.Precision == Precision.About && !words.Contains('~') ? Fill("format.about", ("value", words)) : words;

    // "<10000", "5000+", "20~30", "23000"
    private string Bounded(string value, string form) => value switch
    {
        ['<', .. var upper] => Fill("format.less-than", ("value", Bounded(upper, form))),
        [.. var lower, '+'] => Fill("format.more-than", ("value", Bounded(lower, form))),
        _ => Fill(form, ("value", value.Replace("~", Line("format.to")))),
    };

    private string Phone(string value) => value == "HIDDEN" ? Line("format.hidden-number") : Masked.Phone(value);

    // What is counted stands in format.count.FACT.
    private string Count(string name, string value) => value == "daily" ? Line("format.daily")
        : value.EndsWith("/day", StringComparison.Ordinal) ? Bounded(value[..^"/day".Length], "format.per-day")
        : Bounded(value, pack.Lines.Has($"format.count.{name}") ? $"format.count.{name}" : "format.count");

    // T23:00~23:59 (no day told), 2026-11-11, 2026-11-11T21:00, 2026-11-11T21:00~21:59, 2026-11-17 evening, 2026-10-11~2026-10-20
    private string When(string value)
    {
        if (value is ['T', .. var time])
        {
            return Clock(time);
        }

        if (value.Length == 21 && value[10] == '~')
        {
            return $"{DayWords(value[..10])}{Line("format.to")}{DayWords(value[11..])}";
        }

        var day = DayWords(value.Length >= 10 ? value[..10] : value);
        return value.Length <= 10 ? day
            : Fill("format.moment", ("day", day), ("time", value[10] == ' ' ? Line($"format.part.{value[11..].ToLowerInvariant()}") : Clock(value[11..])));
    }

    // A whole hour, "nine something", is said as such where the language has a word for it.
    private string Clock(string time) => time is [var tens, var ones, ':', '0', '0', '~', _, _, ':', '5', '9'] && time[..2] == time[6..8] && pack.Lines.Has("format.hour")
        ? Fill("format.hour", ("hour", $"{tens}{ones}"))
        : time.Replace("~", Line("format.to"));

    private string DayWords(string iso) => Day.Parse(iso) is { Success: true } parsed
        ? Fill("format.day", ("day", iso), ("weekday", Line($"format.weekday.{((int)parsed.Value.DayOfWeek).ToString(CultureInfo.InvariantCulture)}")))
        : iso;

    private string Fill(string id, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var copy = values.ToArray();
        return pack.Lines.Find(language, id)?.Fill(name => Array.Find(copy, pair => pair.Name == name).Value) ?? copy[0].Value;
    }
}
