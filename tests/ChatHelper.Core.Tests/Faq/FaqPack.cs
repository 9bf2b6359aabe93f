using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Tests.Faq;

/// <summary>The real pack and what a message comes to in it.</summary>
internal static class FaqPack
{
    private static readonly Lazy<Pack> Read = new(() =>
    {
        var diagnostics = new Diagnostics();
        var pack = PackReader.Read(new PackSource("china", PackFiles.Read(Path.Combine(PackFiles.Root, "dialogs", "china"))), diagnostics);
        Assert.Empty(diagnostics.Found);
        return pack!;
    });

    public static Pack China => Read.Value;

    /// <summary>Somebody who was asked about safety.</summary>
    public static FactSheet Asked { get; } = FactSheet.Empty.With("safety", Fact.Said("", "safe"));

    /// <summary>Rows of a table beside the tests, cells apart by tabs.</summary>
    public static IReadOnlyList<string[]> Rows(string table) =>
        [.. File.ReadLines(Path.Combine(PackFiles.Root, "tests", "ChatHelper.Core.Tests", "Faq", table))
            .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))];

    /// <summary>How a message fares whose question is known.</summary>
    public static Outcome Ask(string typed, string expected)
    {
        var text = China.Readers.Repair(typed);
        if (China.Faq.Heard(text, Asked) is [var first, ..] heard)
        {
            return new Outcome(first.Id == expected, heard.Any(one => one.Id == expected), heard.Any(one => one.Id == expected) ? Came.Answered : Came.Wrong, $"heard {first.Id}");
        }

        var ranked = China.Faq.Ranked(text);
        var found = China.Faq.Find(text, Asked);
        var came = found.Answer is { } answer ? answer.Id == expected ? Came.Answered : Came.Wrong
            : found.Near.Any(near => near.Id == expected) ? Came.Offered
            : found.Near.Count > 0 ? Came.OfferedOthers
            : Came.Unknown;
        return new Outcome(
            ranked is [var top, ..] && top.Entry.Id == expected,
            ranked.Take(3).Any(one => one.Entry.Id == expected),
            came,
            string.Join(", ", ranked.Select(one => FormattableString.Invariant($"{one.Entry.Id} {one.Score:0.00}"))));
    }
}

internal enum Came
{
    Answered,
    Offered,
    OfferedOthers,
    Unknown,
    Wrong,
}

internal sealed record Outcome(bool First, bool AmongThree, Came Came, string Because);
