using ChatHelper.Core.Content;
using ChatHelper.Core.Lines.Tone;

namespace ChatHelper.Core.Tests.Tone;

/// <summary>The rules of the pack as it stands, and sentences that they must find or leave alone.</summary>
internal static class ToneTables
{
    private static readonly PackSource China = new("china", PackFiles.Read(Path.Combine(PackFiles.Root, "dialogs", "china")));

    public static IReadOnlyDictionary<string, ToneBook> Books { get; } = Read();

    public static IReadOnlyList<string> Languages { get; } = ["zh-Hans", "zh-Hant", "en"];

    public static IEnumerable<string[]> Rows(string table, string language) => File
        .ReadLines(Path.Combine(PackFiles.Root, "tests", "ChatHelper.Core.Tests", "Tone", $"{table}.{language}.tsv"))
        .Skip(1).Select(line => line.Split('\t'));

    private static Dictionary<string, ToneBook> Read()
    {
        var diagnostics = new Diagnostics();
        var books = ToneReader.Read(China, diagnostics).ToDictionary(book => book.Language, StringComparer.Ordinal);
        Assert.Empty(diagnostics.Found);
        return books;
    }
}
