using ChatHelper.Core.Casework;
using ChatHelper.Core.Content;
using ChatHelper.Core.Diary;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Tests.Facts;

namespace ChatHelper.Core.Tests.Diary;

/// <summary>The real pack's words for lists, and lists that tests make.</summary>
internal static class Logs
{
    public static readonly Pack Pack = ReadPack();

    public static LogReading With => new(Pack.Diary.Words, Pack.Readers, China.Now);

    /// <summary>An entry as a diary holds it.</summary>
    public static DiaryEntry Entry(string at, string whom = "me", string caller = "19900001234", string means = "call", string source = "typed", Precision precision = Precision.Exact) =>
        new(0, at, means, whom) { Caller = caller, Source = source, Precision = precision };

    /// <summary>These entries, numbered.</summary>
    public static CaseFile Case(params DiaryEntry[] entries) => DiaryMerge.Into(CaseFile.Empty, entries).File;

    /// <summary>Entries in a line each, short.</summary>
    public static string Short(ReadLog log) => string.Join("; ", log.Entries.Select(entry =>
        $"{entry.At} {entry.Means} {entry.Caller} {entry.Seconds}{(entry.Precision == Precision.Exact ? "" : $" {entry.Precision}")}"
        + (entry.Words.Length > 0 ? $" “{entry.Words.Replace("\n", "⏎", StringComparison.Ordinal)}”" : "")));

    private static Pack ReadPack()
    {
        var files = PackFiles.Read(Path.Combine(PackFiles.Root, "dialogs", "china"));
        return PackReader.Read(new PackSource("china", files), new Diagnostics())!;
    }
}
