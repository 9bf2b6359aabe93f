using System.Text.RegularExpressions;
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;

namespace ChatHelper.Core.Letters;

internal static class GuardReader
{
    public const string File = "letters/guard.yaml";

    public static LetterGuard Read(PackSource source, Diagnostics diagnostics) =>
        new([.. (source.Files.ContainsKey(File) ? source.Yaml(File, diagnostics) : null)?.Items().Select(Rule) ?? []]);

    private static GuardRule Rule(Node node)
    {
        node.OnlyKeys("rule", "says", "if", "beside", "in", "not-in");
        if (node.Texts("says").Count == 0)
        {
            node.Report(Codes.MissingKey, "'says' needs at least one pattern");
        }

        return new GuardRule(
            node.Required("rule"), Patterns(node, "says"), DialogReader.ReadCondition(node, "if"), Patterns(node, "beside"),
            node.Texts("in"), node.Texts("not-in"), node.Line);
    }

    private static List<Regex> Patterns(Node node, string key)
    {
        List<Regex> patterns = [];
        foreach (var text in node.Texts(key))
        {
            try
            {
                patterns.Add(new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));
            }
            catch (Exception broken) when (broken is ArgumentException or NotSupportedException)
            {
                node.Report(Codes.BrokenPattern, $"'{text}' does not compile: {broken.Message}");
            }
        }

        return patterns;
    }
}
