#pragma warning disable
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Reminders
{
    internal static class Reminder { public static void Schedule(Talk t, string kind, string how) { } public static void HandOutCalendar(Talk t, string kind) { } }
}
