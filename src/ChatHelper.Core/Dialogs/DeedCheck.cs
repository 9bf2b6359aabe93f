using ChatHelper.Core.Consents;
using ChatHelper.Core.Content;
using ChatHelper.Core.Crisis;
using ChatHelper.Core.Diary;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Filings;
using ChatHelper.Core.Reminders;
using ChatHelper.Core.Turns;
using ChatHelper.Core.Witness;

namespace ChatHelper.Core.Dialogs;

/// <summary>A deed must have a meaning, and what follows its first word must be there: a turn does not check again.</summary>
internal static class DeedCheck
{
    /// <summary>What is wrong with the words of a <c>do</c>; null when nothing is.</summary>
    public static (string Code, string Message)? Fault(Pack pack, string deed) => deed.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [] => (Codes.UnknownDeed, "does nothing"),
        [var first, ..] when !Deeds.Known.Contains(first) => (Codes.UnknownDeed, $"does '{deed}', which has no meaning"),
        ["start", .. var rest] when rest is not [var dialog] || !pack.Dialogs.ContainsKey(dialog) =>
            (Codes.UnknownDialog, $"starts '{string.Join(' ', rest)}', which is not there"),
        ["care", .. var rest] when rest is not [var tier] || !Enum.TryParse<Tier>(tier, out _) =>
            (Codes.UnknownDeed, "takes care of no tier that is known"),
        ["schedule", .. var rest] when rest is not [_, var how] || !Reminder.Knows(how) =>
            (Codes.UnknownDeed, $"does '{deed}'; 'schedule' needs a kind and a way known to it"),
        ["schedule" or "unschedule", var kind, ..] when !pack.DueDialogs.ContainsKey(kind) =>
            (Codes.UnknownDialog, $"does '{deed}', and 'due' in pack.yaml names no dialog for '{kind}'"),
        ["again", .. var rest] when rest is not ["bare" or "pdf"] => (Codes.UnknownDeed, $"does '{deed}'; 'again' needs bare or pdf"),
        ["filing", .. var rest] when rest is not [var what] || !FilingDeeds.Known.Contains(what) =>
            (Codes.UnknownDeed, $"does '{deed}'; a filing can be {string.Join(", ", FilingDeeds.Known)}"),
        ["chase", .. var rest] when rest is not [var what] || !Chase.Known.Contains(what) =>
            (Codes.UnknownDeed, $"does '{deed}'; chasing can be {string.Join(", ", Chase.Known)}"),
        ["chase", ..] or ["calendar", Chase.Kind] when !pack.DueDialogs.ContainsKey(Chase.Kind) =>
            (Codes.UnknownDialog, $"does '{deed}', and 'due' in pack.yaml names no dialog for '{Chase.Kind}'"),
        ["diary", .. var rest] when rest is not [var word] || !DiaryDeeds.Known.Contains(word) =>
            (Codes.UnknownDeed, $"does '{deed}'; 'diary' is followed by one of {string.Join(", ", DiaryDeeds.Known)}"),
        ["witness", .. var rest] when rest is not [var word] || !WitnessDeeds.Known.Contains(word) =>
            (Codes.UnknownDeed, $"does '{deed}'; 'witness' needs one of {string.Join(", ", WitnessDeeds.Known)}"),
        ["consent", .. var rest] when rest is not ["give" or "refuse" or "later" or "withdraw", _] and not ["read", _] || !ConsentDeeds.Fits(pack, rest[0], rest[1]) =>
            (Codes.UnknownDeed, $"does '{deed}'; 'consent' needs one of {string.Join(", ", ConsentDeeds.Known)} and a kind, 'read' the fact it asks again"),
        ["keep", .. var rest] when rest is not [var fact] || !pack.Facts.ContainsKey(fact) => (Codes.UnknownDeed, $"does '{deed}'; 'keep' needs the fact that holds a number of days"),
        ["set", .. var rest] when rest.Length != 2 => (Codes.UnknownDeed, $"does '{deed}'; 'set' needs a fact and a value"),
        ["forget" or "reopen" or "unschedule" or "calendar" or "language"] => (Codes.UnknownDeed, $"does '{deed}' to nothing"),
        ["set" or "forget" or "reopen", var fact, ..] when !pack.Facts.ContainsKey(fact) =>
            (Codes.UnknownFact, $"does '{deed}', and facts.yaml does not declare '{fact}'"),
        ["set", var fact, var value] when !pack.Facts[fact].CanHold(Fact.Said("", value)) =>
            (Codes.UnknownChoice, $"does '{deed}', but '{fact}' is never '{value}'"),
        ["evidence", .. var rest] when rest is not ["about" or "pick", _] and not ["copy" or "withdraw" or "told"] =>
            (Codes.UnknownDeed, $"does '{deed}'; 'evidence' knows {string.Join(", ", EvidenceDeeds.Known)}"),
        ["evidence", _, var fact] when !pack.Facts.ContainsKey(fact) => (Codes.UnknownFact, $"does '{deed}', and facts.yaml does not declare '{fact}'"),
        _ => null,
    };
}
