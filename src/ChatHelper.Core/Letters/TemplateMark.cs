using System.Text.RegularExpressions;

namespace ChatHelper.Core.Letters;

/// <summary>What stands between double braces, read without rendering: rendering sees only the branches it takes.</summary>
/// <param name="File">File inside the pack.</param>
/// <param name="Line">Line in it, from 1.</param>
/// <param name="Block">True when it opens a block.</param>
/// <param name="Words">Its words; one in quotation marks keeps them.</param>
internal sealed partial record TemplateMark(string File, int Line, bool Block, IReadOnlyList<string> Words)
{
    public static IEnumerable<TemplateMark> Read(string file, string template)
    {
        var line = 1;
        var counted = 0;
        foreach (Match mark in Marks().Matches(template))
        {
            line += template.AsSpan(counted, mark.Index - counted).Count('\n');
            counted = mark.Index;
            if (mark.Groups["sign"].Value is "" or "#")
            {
                yield return new TemplateMark(
                    file, line, mark.Groups["sign"].Value == "#", [.. Parts().Matches(mark.Groups["body"].Value).Select(part => part.Value)]);
            }
        }
    }

    [GeneratedRegex(@"\{\{\{?\s*(?<sign>[#/>!^&]?)(?<body>[^{}]*)\}\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Marks();

    [GeneratedRegex("\"[^\"]*\"|[^\\s\"]+", RegexOptions.NonBacktracking)]
    private static partial Regex Parts();
}
