using System.Globalization;
using System.Text;
using ChatHelper.Core.Lines;

namespace ChatHelper.Evidence;

/// <summary>Tells phone books from other texts: they hold the numbers of people who never asked us anything, so none is kept.</summary>
internal sealed class PhoneBook
{
    private const int Looked = 4096;
    private const string Card = "BEGIN:VCARD";
    private readonly HashSet<string> _names;
    private readonly HashSet<string> _numbers;
    private readonly HashSet<string> _others;

    /// <param name="lines">Of the pack: how tables of contacts name their columns (<c>tool.csv.*.words</c>).</param>
    public PhoneBook(LineBook lines) => (_names, _numbers, _others) = (
        Titles(lines, "name", "family", "given"), Titles(lines, "phone"), Titles(lines, "not-contacts"));

    /// <summary>Cards of any version, or a table whose first row names persons and numbers and nothing of calls.</summary>
    public bool Is(ReadOnlySpan<byte> bytes) => IsCards(bytes) || IsTable(bytes);

    // Wide characters are the same letters with noughts between them.
    private static bool IsCards(ReadOnlySpan<byte> bytes)
    {
        var letters = new StringBuilder(Looked);
        foreach (var value in bytes[..Math.Min(bytes.Length, Looked)])
        {
            if (value is > 0x20 and < 0x7F)
            {
                letters.Append((char)value);
            }
        }

        return letters.ToString().Contains(Card, StringComparison.OrdinalIgnoreCase);
    }

    private bool IsTable(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, Looked)]).TrimStart('\uFEFF', ' ', '\r', '\n');
        var end = start.IndexOfAny(['\r', '\n']);
        var titles = (end < 0 ? start : start[..end]).Split(',', ';', '\t').Select(Plain).ToList();
        return titles.Exists(_names.Contains) && titles.Exists(_numbers.Contains) && !titles.Exists(_others.Contains);
    }

    private static HashSet<string> Titles(LineBook lines, params IEnumerable<string> kinds) => kinds
        .SelectMany(kind => lines.Languages.Select(language => lines.Find(language, $"tool.csv.{kind}.words")?.Text ?? ""))
        .SelectMany(words => words.Split('|'))
        .Select(Plain)
        .Where(word => word.Length > 0)
        .ToHashSet(StringComparer.Ordinal);

    // 'Phone 1 - Value' and 'Home Phone 2' are Phone and Home Phone.
    private static string Plain(string title)
    {
        var word = title.Trim().Trim('"').ToLower(CultureInfo.InvariantCulture);
        var dash = word.IndexOf(" - ", StringComparison.Ordinal);
        return (dash < 0 ? word : word[..dash]).TrimEnd(' ', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
    }
}
