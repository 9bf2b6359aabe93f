using System.Globalization;
using System.Text.RegularExpressions;
using ChatHelper.Core.Content;

namespace ChatHelper.Core.Crisis;

/// <summary>Reads the numbers that help, and holds them against the lines that name them.</summary>
public static class NumberReader
{
    private static readonly Regex Placeholder = new(@"\{number\.(?<id>[^}]*)\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    /// <summary>Reports every number whose check no longer holds on a day (CH0505).</summary>
    public static void Review(CrisisPlan plan, DateOnly today, Diagnostics diagnostics)
    {
        foreach (var number in plan.Numbers.Where(number => number.ReviewBy < today))
        {
            diagnostics.Report(Codes.NumberPastReview, "crisis.yaml", number.Line,
                $"number {number.Id} was to be checked again by {number.ReviewBy:yyyy-MM-dd}");
        }
    }

    internal static IReadOnlyList<CrisisNumber> Read(Node root, PackSource source, Diagnostics diagnostics)
    {
        var found = new List<CrisisNumber>();
        foreach (var (id, node) in root["numbers"]?.Pairs() ?? [])
        {
            node.OnlyKeys("digits", "verified_on", "review_by", "source");
            found.Add(new CrisisNumber(id, node.Required("digits"), Day(node, "verified_on"), Day(node, "review_by"), node.Line));
        }

        var known = found.Select(number => number.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var path in source.Paths("lines/", ".crisis.yaml"))
        {
            foreach (var (line, text) in source.Yaml(path, diagnostics)?.Pairs() ?? [])
            {
                foreach (var id in Placeholder.Matches(text.Scalar ?? "").Select(match => match.Groups["id"].Value).Where(id => !known.Contains(id)))
                {
                    text.Report(Codes.NumberMissing, $"line '{line}' names number {id}, which crisis.yaml does not have");
                }
            }
        }

        return found;
    }

    private static DateOnly Day(Node node, string key)
    {
        var text = node.Required(key);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        node.Report(Codes.WrongShape, $"'{key}' must be a day such as 2026-11-21");
        return DateOnly.MinValue;
    }
}
