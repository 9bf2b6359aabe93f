using ChatHelper.Core.Content;
using ChatHelper.Core.Diary;
using ChatHelper.Core.Tests.Facts;

namespace ChatHelper.Core.Tests.Diary;

internal static class Logs
{
    public static readonly DiaryWords Words = DiaryWords.Read(
        new PackSource("china", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [DiaryWords.File] = File.ReadAllText(Path.Combine(PackFiles.Root, "dialogs", "china", DiaryWords.File)),
        }),
        new Diagnostics());

    public static readonly LogReading With = new(Words, China.Readers, China.Now);
}

public sealed class PastedTests(Xunit.Abstractions.ITestOutputHelper output)
{
    [Fact]
    public void Show()
    {
        foreach (var line in File.ReadLines(Path.Combine(PackFiles.Root, "tests/ChatHelper.Core.Tests/Diary/pasted.txt")))
        {
            if (line.StartsWith('#')) { continue; }
            var log = PastedLog.Read(line.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal), Logs.With);
            output.WriteLine($"{line}\t{string.Join("; ", log.Entries.Select(e => $"{e.At} {e.Means} {e.Caller} {e.Seconds}{(e.Precision == ChatHelper.Core.Facts.Precision.Exact ? "" : " " + e.Precision)}{(e.Words.Length > 0 ? " “" + e.Words.Replace("\n", "⏎", StringComparison.Ordinal) + "”" : "")}"))}\t{log.Outgoing}\t{log.Unread}");
        }
    }
}
