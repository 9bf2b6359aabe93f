#pragma warning disable
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Turns;
using NodaTime;

namespace ChatHelper.Core.Facts
{
    public enum Precision { Exact, About, Range, Ask }
    public enum Tense { Unsure, Past, Deadline }
    public sealed record Found(string Raw, string Value, Precision Precision, int Start, int Length, IReadOnlyList<string> Options);
    public static class Masked { public static string Phone(string p) => p; public static string All(string t) => t; }
    public sealed class Readers
    {
        public static Readers Read(PackSource s, Diagnostics d) => new();
        public IReadOnlyList<Found> When(string text, LocalDateTime now, Tense tense) => [];
        public IReadOnlyList<Found> Amounts(string text) => [];
        public IReadOnlyList<Found> Phones(string text) => [];
        public IReadOnlyList<Found> Counts(string text) => [];
        public IReadOnlyList<Found> Durations(string text) => [];
        public string Repair(string text) => text;
        public IReadOnlyList<(string Group, string Label)> Relations(string text) => [];
    }
}
namespace ChatHelper.Core.Letters
{
    internal static class LetterReader { public static IReadOnlyList<LetterForm> Read(PackSource s, Diagnostics d) => []; }
    internal static class LetterWriter { public static Letter Write(Pack pack, LetterForm form, Facts.FactSheet facts, LocalDate today, string language) => new(form.Id, form.Id, "", "", false); }
}
namespace ChatHelper.Core.Reminders
{
    internal static class Reminder { public static void Schedule(Talk t, string kind, string how) { } public static void HandOutCalendar(Talk t, string kind) { } }
}
