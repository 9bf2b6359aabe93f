using ChatHelper.Pages;
using ChatHelper.Watch;

namespace ChatHelper.Desk;

/// <summary>The alarms that stand, on the list of the desk.</summary>
internal static class AlarmSection
{
    /// <summary>Empty when all is fine.</summary>
    public static Markup Of(Alarms alarms, DeskWords words) => alarms.Standing is not { Count: > 0 } standing ? Markup.Empty : Markup.Of($"""
        <section class="card urgent" role="status"><strong>{words["alarms.title"]}</strong>
        <ul>{Markup.Join(standing.Select(alarm => Markup.Of($"<li>{words[$"alarms.{alarm.Name}"]}</li>")))}</ul></section>
        """);
}
