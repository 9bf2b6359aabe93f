using System.Text;
using System.Text.RegularExpressions;
using ChatHelper.Tests.Rules;

namespace ChatHelper.Tests.Contract;

/// <summary>What of a text is the same however it was asked for.</summary>
internal static partial class Wordings
{
    // A short text takes one of several wordings, by all that is known of the person: a number typed counts otherwise than a button.
    private static readonly IReadOnlyList<string> s_oneOf = [.. Directory.EnumerateFiles(Path.Combine(Checkout.Root, "dialogs/china/letters"), "*.txt")
        .SelectMany(file => OneOf().Matches(File.ReadAllText(file))).SelectMany(match => match.Groups["wording"].Captures.Select(wording => Unstopped(wording.Value)))
        .Distinct().OrderByDescending(wording => wording.Length)];

    /// <summary>A text to copy, without what is worded one way or another; a page may end between two lines.</summary>
    public static string Bare(string text) => Joined(s_oneOf.Aggregate(Unstopped(text), (rest, wording) => rest.Replace(wording, "", StringComparison.Ordinal)));

    public static string Joined(string text) => new StringBuilder().AppendJoin("", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToString();

    /// <summary>A list of evidence, without the channel that things came by, their names, and the links of the chain over both.</summary>
    public static string Unnamed(string list) => Named().Replace(list, match => match.Value == Way.PictureHash ? match.Value : "…");

    // A wording may end the sentence.
    private static string Unstopped(string text) => text.Replace("。", "", StringComparison.Ordinal);

    [GeneratedRegex("""\{\{one-of(\s+"(?<wording>[^"]+)")+\}\}""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OneOf();

    [GeneratedRegex("[0-9a-f]{64}|(?<=｜)(微信|终端|网页|Telegram)(?=｜)|(?<=｜)[^｜\n]+\\.jpg(?=｜)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
