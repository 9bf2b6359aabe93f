using ChatHelper.Core.Casework;
using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Diary;

/// <summary>What became of entries that were put into a diary.</summary>
/// <param name="File">The case with them; the same one when nothing changed.</param>
/// <param name="Added">New entries.</param>
/// <param name="Merged">Entries that an earlier one already told; what they knew more was added to it.</param>
public sealed record Entered(CaseFile File, int Added, int Merged);

/// <summary>Puts entries into a diary. The same call told twice (typed, then found in the call log) stays one: same number, same
/// minute, same means, and nothing that speaks against it. An earlier entry takes up at most one of a batch, so that two calls
/// of one minute stay two.</summary>
public static class DiaryMerge
{
    /// <summary>The case with these entries, numbered after <see cref="CaseFile.Last"/>.</summary>
    public static Entered Into(CaseFile file, IReadOnlyList<DiaryEntry> more)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(more);
        var diary = file.Diary.ToList();
        var open = Enumerable.Range(0, diary.Count).Where(at => Key(diary[at]) is not null)
            .GroupBy(at => Key(diary[at])!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        var (last, merged) = (file.Last, 0);
        foreach (var entry in more)
        {
            if (Key(entry) is { } key && open.TryGetValue(key, out var candidates)
                && candidates.FindIndex(at => Agree(diary[at], entry)) is >= 0 and var found)
            {
                diary[candidates[found]] = Both(diary[candidates[found]], entry);
                candidates.RemoveAt(found);
                merged++;
                continue;
            }

            diary.Add(entry with { No = ++last });
        }

        return more.Count == 0 ? new Entered(file, 0, 0)
            : new Entered(file with { Diary = diary, Last = last, DiaryBefore = last > file.Last ? file.Last : file.DiaryBefore }, more.Count - merged, merged);
    }

    // A day without a minute is the same only in the lists of a telephone, where it stands for calls counted together.
    private static string? Key(DiaryEntry entry) => entry.Caller.Length == 0 || entry.Means.Length == 0 || DiaryTime.Of(entry.At) is not { Day: not null } time
        || (time.Minute is null && entry.Source == "typed")
            ? null
            : $"{entry.Caller} {entry.Means} {entry.At}";

    private static bool Agree(DiaryEntry one, DiaryEntry other) =>
        OneOrSame(one.Whom, other.Whom) && OneOrSame(one.WhomNamed, other.WhomNamed)
        && (one.Seconds is null || other.Seconds is null || one.Seconds == other.Seconds)
        && (OneOrSame(one.Words, other.Words) || one.Source == "typed" || other.Source == "typed");

    private static bool OneOrSame(string one, string other) => one.Length == 0 || other.Length == 0 || one == other;

    private static DiaryEntry Both(DiaryEntry one, DiaryEntry other) => one with
    {
        Precision = one.Precision == Precision.Exact ? one.Precision : other.Precision,
        Whom = Longer(one.Whom, other.Whom),
        WhomNamed = Longer(one.WhomNamed, other.WhomNamed),
        Words = one.Words.Contains(other.Words, StringComparison.Ordinal) ? one.Words : other.Words.Contains(one.Words, StringComparison.Ordinal) ? other.Words : $"{one.Words} / {other.Words}",
        Seconds = one.Seconds ?? other.Seconds,
        Hearsay = one.Hearsay && other.Hearsay,
        Response = Longer(one.Response, other.Response),
        Evidence = [.. one.Evidence.Concat(other.Evidence).Distinct()],
    };

    private static string Longer(string one, string other) => one.Length > 0 ? one : other;
}
