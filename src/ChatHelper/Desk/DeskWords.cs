using System.Globalization;
using ChatHelper.Core.Lines;

namespace ChatHelper.Desk;

/// <summary>The desk's words, from the lines <c>desk.*</c> in the pack's first language.</summary>
internal sealed class DeskWords(LineBook lines)
{
    public string Language => lines.Languages[0];

    public string this[string id] => lines.Find(Language, $"desk.{id}")?.Text ?? $"desk.{id}";

    public string With(string id, string name, string value) =>
        lines.Find(Language, $"desk.{id}")?.Fill(asked => asked == name ? value : null) ?? $"desk.{id}";

    /// <summary>How long somebody has waited, rounded down to what one says.</summary>
    public string Waited(TimeSpan time) =>
        time.TotalMinutes < 1 ? this["waited.now"]
        : time.TotalHours < 1 ? With("waited.minutes", "count", Whole(time.TotalMinutes))
        : time.TotalDays < 1 ? With("waited.hours", "count", Whole(time.TotalHours))
        : With("waited.days", "count", Whole(time.TotalDays));

    public string Urgency(string urgency) =>
        lines.Find(Language, $"desk.urgency.{urgency.ToLowerInvariant()}")?.Text ?? urgency;

    private static string Whole(double number) => ((int)number).ToString(CultureInfo.InvariantCulture);
}
