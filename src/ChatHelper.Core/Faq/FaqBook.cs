using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Facts.Hearing;

namespace ChatHelper.Core.Faq;

/// <summary>A short answer to something said in between; the dialog stays where it was.</summary>
/// <param name="Id">Its name; its text is the line <c>faq.NAME</c>.</param>
/// <param name="Patterns">Words it answers to.</param>
/// <param name="If">Answers only while this holds; null: always.</param>
/// <param name="Points">Legal points cited under the text.</param>
/// <param name="First">Said before all else (stop a payment, refuse a look-up), and alone.</param>
/// <param name="Deaf">What else the message says is not kept (another person's numbers, facts made up).</param>
public sealed record FaqEntry(string Id, IReadOnlyList<HeardPattern> Patterns, Condition? If, IReadOnlyList<string> Points, bool First, bool Deaf);

/// <summary>The questions of <c>faq.yaml</c>. Pure.</summary>
public sealed class FaqBook
{
    private readonly IReadOnlyList<FaqEntry> _entries;

    private FaqBook(IReadOnlyList<FaqEntry> entries) => _entries = entries;

    /// <summary>All entries in file order.</summary>
    public IReadOnlyList<FaqEntry> Entries => _entries;

    /// <summary>The entries that a message asks for: one that is said first alone, else the earliest two.</summary>
    public IReadOnlyList<FaqEntry> Asked(string text, FactSheet facts)
    {
        var cut = text.Length > HeardPattern.LongestText ? text[..HeardPattern.LongestText] : text;
        List<FaqEntry> asked = [];
        foreach (var entry in _entries)
        {
            if ((entry.If?.Holds(facts) ?? true) && entry.Patterns.Any(pattern => pattern.In(cut)))
            {
                if (entry.First)
                {
                    return [entry];
                }

                if (asked.Count < 2)
                {
                    asked.Add(entry);
                }
            }
        }

        return asked;
    }

    internal static FaqBook Read(PackSource source, Diagnostics diagnostics) => new(
        [.. source.Paths("faq", ".yaml").SelectMany(path => source.Yaml(path, diagnostics)?.Items() ?? []).Select(Entry)]);

    private static FaqEntry Entry(Node entry)
    {
        entry.OnlyKeys("faq", "hear", "if", "cite", "first", "deaf");
        return new FaqEntry(
            entry.Required("faq"),
            [.. entry.Texts("hear").Select(text => HearingReader.Pattern(entry, text)).OfType<HeardPattern>()],
            DialogReader.ReadCondition(entry, "if"),
            entry.Texts("cite"),
            entry.Yes("first"),
            entry.Yes("deaf"));
    }
}
