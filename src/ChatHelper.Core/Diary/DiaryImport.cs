using ChatHelper.Core.Casework;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Diary;

/// <summary>Lists of calls and messages on their way into the diary: read, offered, and taken once it is known whose telephone
/// they come from. Of a received file only the numbers that the person named, or picks, get in.</summary>
internal static class DiaryImport
{
    /// <summary>The dialog that asks.</summary>
    public const string Dialog = "diary-import";

    private const int Most = 2000, MostPicked = 9;

    /// <summary>Offers what was read. Entries wait in the case until they are taken or dropped.</summary>
    /// <param name="source"><c>pasted</c> or <c>file</c>.</param>
    public static void Offer(Talk talk, ReadLog log, string source)
    {
        var told = Told(talk);
        var others = source == "file" ? Strangers(log, told) : [];
        var waiting = log.Entries.Where(entry => source != "file" || IsTold(told, entry.Caller) || others.Contains(entry.Caller))
            .OrderByDescending(entry => IsTold(told, entry.Caller)).ToList();
        var kept = waiting.Take(Most).ToList();
        talk.File(talk.Now.Case with { Offered = kept });
        talk.Now = talk.Now with { Frames = [.. talk.Now.Frames.Where(frame => frame.Dialog != "diary-paste")] };
        talk.Start(Dialog);
        talk.Now = talk.Now with
        {
            Facts = others.Count == 0
                ? talk.Now.Facts.With("log-source", Fact.Said("", source)).Without("log-others")
                : talk.Now.Facts.With("log-source", Fact.Said("", source)).With("log-others", Fact.Said("", $"{others.Count}")),
        };
        talk.Lead(talk.Line("diary.read", ("count", $"{log.Entries.Count + log.Over}")));
        LeadIf(talk, log.Outgoing, "diary.read.outgoing");
        LeadIf(talk, log.Repeated, "diary.read.repeated");
        LeadIf(talk, log.Entries.Count - waiting.Count, "diary.read.others");
        LeadIf(talk, waiting.Count - kept.Count + log.Over, "diary.read.over");
        LeadIf(talk, log.Unread, "diary.read.unread", ("first", Masked.All(log.FirstUnread)));
        if (log.Broken)
        {
            talk.Lead(talk.Line("diary.read.broken"));
        }
    }

    /// <summary>Numbers that may be picked, most frequent first.</summary>
    public static IReadOnlyList<Tally> Pickable(Talk talk)
    {
        var told = Told(talk);
        return [.. DiaryPattern.Of(talk.Now.Case.Offered).Numbers.Where(number => !IsTold(told, number.Key)).Take(MostPicked)];
    }

    /// <summary>Takes what waits into the diary.</summary>
    public static void Take(Talk talk)
    {
        var facts = talk.Now.Facts;
        var whom = facts["log-whose"] is { IsKnown: true } whose ? whose.Value : "";
        var wanted = facts["log-source"]?.Value != "file" ? null : Wanted(talk);
        var entered = DiaryMerge.Into(
            talk.Now.Case with { Offered = [] },
            [.. talk.Now.Case.Offered.Where(entry => wanted is null || IsTold(wanted, entry.Caller)).Select(entry => entry with { Whom = whom })]);
        talk.File(entered.File);
        Close(talk);
        talk.Now = talk.Now with { LastChange = entered.Added > 0 ? new LastChange(DiaryDeeds.Change, null) : talk.Now.LastChange };
        talk.Lead(talk.Line("diary.imported", ("count", $"{entered.Added}"), ("all", $"{entered.File.Diary.Count}")));
        LeadIf(talk, entered.Merged, "diary.imported.merged");
    }

    /// <summary>Forgets what waits.</summary>
    public static void Drop(Talk talk)
    {
        talk.File(talk.Now.Case with { Offered = [] });
        Close(talk);
        talk.Lead(talk.Line("diary.dropped"));
    }

    // Its answers were about this list alone.
    private static void Close(Talk talk) => talk.Now = talk.Now with
    {
        Facts = FactSheet.Of(talk.Now.Facts.Where(pair => !pair.Key.StartsWith("log-", StringComparison.Ordinal))),
        Frames = [.. talk.Now.Frames.SkipLast(1)],
    };

    private static IReadOnlyList<string> Told(Talk talk) => talk.Now.Facts["callers"] is { IsKnown: true } callers ? callers.Entries : [];

    // A number of which only the beginning was told stands for all that begin so.
    private static bool IsTold(IReadOnlyList<string> told, string caller) => caller.Length > 0 && told.Any(one =>
        one == caller || (one is [.. var begin, '*'] && caller.StartsWith(begin, StringComparison.Ordinal)));

    private static IReadOnlyList<string> Strangers(ReadLog log, IReadOnlyList<string> told) => [.. log.Entries
        .Where(entry => entry.Caller.Length > 0 && !IsTold(told, entry.Caller))
        .GroupBy(entry => entry.Caller, StringComparer.Ordinal)
        .OrderBy(group => log.InBook.Contains(group.Key)).ThenByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
        .Take(MostPicked).Select(group => group.Key)];

    // "1 3", a number, or "all"; silence leaves those named before.
    private static List<string> Wanted(Talk talk)
    {
        var wanted = Told(talk).ToList();
        if (talk.Now.Facts["log-picked"] is not { IsKnown: true } picked)
        {
            return wanted;
        }

        var shown = Pickable(talk);
        var numbers = picked.Raw.Split([' ', ',', '.', '\u3001', '\uFF0C', '\u3002', '\u548C', '+'], StringSplitOptions.RemoveEmptyEntries);
        wanted.AddRange(talk.Pack.Readers.Phones(picked.Raw).Select(found => found.Value));
        wanted.AddRange(talk.Pack.Diary.Words.All.Contains(picked.Raw.Trim())
            ? shown.Select(number => number.Key)
            : numbers.Select(word => int.TryParse(word, out var at) && at >= 1 && at <= shown.Count ? shown[at - 1].Key : "").Where(key => key.Length > 0));
        return wanted;
    }

    private static void LeadIf(Talk talk, int count, string line, params ReadOnlySpan<(string Name, string Value)> more)
    {
        if (count > 0)
        {
            talk.Lead(talk.Line(line, [("count", $"{count}"), .. more]));
        }
    }
}
