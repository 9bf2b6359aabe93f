#pragma warning disable
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Turns;
using NodaTime;

namespace ChatHelper.Core.Letters
{
    internal static class LetterReader { public static IReadOnlyList<LetterForm> Read(PackSource s, Diagnostics d) => []; }
    internal static class LetterWriter { public static Letter Write(Pack pack, LetterForm form, Facts.FactSheet facts, LocalDate today, string language) => new(form.Id, form.Id, "", "", false); }
}
namespace ChatHelper.Core.Reminders
{
    internal static class Reminder { public static void Schedule(Talk t, string kind, string how) { } public static void HandOutCalendar(Talk t, string kind) { } }
}
