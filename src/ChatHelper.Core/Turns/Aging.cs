using System.Globalization;
using ChatHelper.Core.Facts;
using NodaTime.Text;

namespace ChatHelper.Core.Turns;

/// <summary>A number of days that was told on one day is another on a later one: "fifteen days overdue", come back to the next
/// evening, is about sixteen. It grows when the person comes back, and the card then shows it.</summary>
internal static class Aging
{
    /// <summary>The sheet with the day of telling beside a number of days.</summary>
    public static FactSheet Told(Talk talk, FactSheet facts, string name) =>
        talk.Pack.Facts.GetValueOrDefault(name)?.ToldOn is { } day && facts[name] is { IsKnown: true }
            ? facts.With(day, Fact.Said("", LocalDatePattern.Iso.Format(talk.Local.Date)))
            : facts;

    /// <summary>Lets every such number grow to today and says so.</summary>
    public static void Grow(Talk talk)
    {
        foreach (var declared in talk.Pack.Facts.Values.Where(declared => declared.ToldOn is not null))
        {
            if (talk.Now.Facts[declared.Name] is { IsKnown: true } told
                && int.TryParse(told.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
                && DateSpan.Read(talk.Now.Facts[declared.ToldOn!]?.Value) is { } then
                && NodaTime.Period.DaysBetween(then.From, talk.Local.Date) is > 0 and var since)
            {
                var grown = told with { Value = (days + since).ToString(CultureInfo.InvariantCulture), Precision = Precision.About };
                talk.Now = talk.Now with { Facts = Told(talk, talk.Now.Facts.With(declared.Name, grown), declared.Name) };
                talk.Lead(talk.Line("aged", ("label", talk.Words.Label(declared.Name)), ("value", talk.Words.Words(declared.Name, grown))));
            }
        }
    }
}
