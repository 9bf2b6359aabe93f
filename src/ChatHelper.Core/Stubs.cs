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
namespace ChatHelper.Core.Crisis
{
    public enum Tier { None, AskOnce, Quoted, R1, R2, R3, V1, V2, ThirdR2, ThirdR3 }
    public sealed record Sign(Tier Tier, bool AgeCue);
    public sealed record CrisisState(Tier Tier, int Turns, int CalmTurns, bool Asked, IReadOnlyList<string> Said);
    public sealed record Care(CrisisState? Next, IReadOnlyList<string> Lines, IReadOnlyList<string> Choices, bool PageVolunteer, bool BlocksDialog, bool FlagMinor, bool ReturnsToDialog);
    public sealed class Lexicon { public Sign Detect(string text) => new(Tier.None, false); }
    public sealed class CareRules { public Care Open(Sign sign, bool volunteersOnDuty, bool deepNight) => null!; public Care Continue(CrisisState state, string text, Sign sign, bool volunteersOnDuty, bool deepNight) => null!; }
    public sealed record CrisisNumber(string Id, string Digits, DateOnly VerifiedOn, DateOnly ReviewBy, int Line);
    public sealed record CrisisPlan(Lexicon Lexicon, CareRules Rules, IReadOnlyList<CrisisNumber> Numbers, IReadOnlyCollection<string> LineIds);
    public static class CrisisReader { public static CrisisPlan Read(PackSource s, Diagnostics d) => new(new(), new(), [], []); }
}
namespace ChatHelper.Core.Reminders
{
    internal static class Reminder { public static void Schedule(Talk t, string kind, string how) { } public static void HandOutCalendar(Talk t, string kind) { } }
}
