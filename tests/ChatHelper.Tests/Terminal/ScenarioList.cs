using System.Text.RegularExpressions;

namespace ChatHelper.Tests.Terminal;

/// <summary>One line of what the stories list (<c>checks.tsv</c>).</summary>
/// <param name="Story">Such as S01.</param>
/// <param name="Kind">slot, doc, channel, law, must or never.</param>
/// <param name="Item">What is listed.</param>
/// <param name="Check">How it is checked.</param>
/// <param name="Note">Why by hand, or why not met.</param>
internal sealed record Listed(string Story, string Kind, string Item, string Check, string Note)
{
    public bool ByHand => Check.StartsWith('-') || Check == "?-" && Kind != "slot";

    public bool Waits => Check.StartsWith('?');

    public override string ToString() => $"{Story} {Kind} '{Item}'";
}

/// <summary>The tables beside the plays.</summary>
internal static class ScenarioList
{
    public static IReadOnlyList<Listed> All { get; } = [.. Rows("checks.tsv").Select(cells =>
        new Listed(cells[0], cells[1], cells[2], Cell(cells, 3), Cell(cells, 4)))];

    /// <summary>How a channel or a point of law is known.</summary>
    public static IReadOnlyDictionary<string, string> Names { get; } = Rows("channels.tsv").ToDictionary(cells => cells[0], cells => cells[1], StringComparer.Ordinal);

    /// <summary>What is never said: rule, where, pattern, what is taken out before.</summary>
    public static IReadOnlyList<(string Rule, string Where, string Pattern, string Spare)> Never { get; } =
        [.. Rows("never.tsv").Select(cells => (cells[0], cells[1], cells[2], Cell(cells, 3)))];

    /// <summary>Whether the words hold the pattern.</summary>
    public static bool Holds(string text, string pattern, string spare = "") =>
        Regex.IsMatch(spare.Length == 0 ? text : Regex.Replace(text, spare, "", Options), pattern, Options);

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.Multiline | RegexOptions.ExplicitCapture;

    private static string Cell(string[] cells, int at) => cells.Length > at ? cells[at] : "";

    private static IEnumerable<string[]> Rows(string file) => File.ReadLines(Path.Combine(ScenarioTalk.Folder, file))
        .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'));
}
