using ChatHelper.Core.Casework;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Lines;
using HandlebarsDotNet;
using NodaTime;

namespace ChatHelper.Core.Letters;

/// <summary>Everything a template may name, by name: every declared fact, the lists of the case,
/// <c>today</c>, <c>sources</c>.</summary>
internal sealed class LetterPage : Dictionary<string, object>
{
    private const int LongestText = 80;

    private readonly Func<string, string?> _numbers;
    private readonly Dictionary<string, int> _items;

    private LetterPage(FactSheet facts, Func<string, string?> numbers)
        : base(StringComparer.Ordinal) => (_numbers, Facts, _items) = (numbers, facts, new(StringComparer.Ordinal));

    private LetterPage(LetterPage page)
        : base(page, StringComparer.Ordinal) => (_numbers, Facts, Asked, _items) = (page._numbers, page.Facts, page.Asked, page._items);

    public FactSheet Facts { get; }

    /// <summary>Facts that the template asked about while it was rendered.</summary>
    public HashSet<string> Asked { get; } = new(StringComparer.Ordinal);

    public static LetterPage Of(Pack pack, FactWords words, FactSheet facts, CaseFile file, LocalDate today, string sources)
    {
        var page = new LetterPage(facts, id => pack.Number($"number.{id}", words.Language, today))
        {
            ["today"] = TracedText.Mark("today", words.Words(today)), ["sources"] = TracedText.Mark("sources", sources),
        };
        foreach (var (name, declared) in pack.Facts)
        {
            page[name] = Fact(words, declared, facts[name]);
        }

        foreach (var (name, rows) in LetterRows.Of(file, words).Concat(LetterRows.Of(pack, file, facts, words, today)))
        {
            page[name] = rows.Traced(name);
        }

        return page;
    }

    /// <summary>This page while one entry of a fact is at hand.</summary>
    public LetterPage With(LetterEntry entry, int number) =>
        new(this) { ["entry"] = entry.Words, ["full"] = entry.Full, ["no"] = TracedText.Mark(TracedText.Ours, $"{number}") };

    /// <summary>This page while one row of a list is at hand.</summary>
    public LetterPage With(IReadOnlyDictionary<string, string> row)
    {
        var page = new LetterPage(this);
        foreach (var (field, words) in row)
        {
            page[field] = words;
        }

        return page;
    }

    public string Number(string id) =>
        _numbers(id) is { } number ? TracedText.Mark(TracedText.Ours, number) : throw new HandlebarsException($"there is no number '{id}'");

    /// <summary>One of several wordings, always the same for the same facts: two persons' messages differ where their cases do,
    /// and what was handed out once comes out the same again.</summary>
    public string OneOf(IReadOnlyList<string> wordings)
    {
        // FNV-1a: the same on every machine and in every version.
        var hash = 2166136261u;
        foreach (var sign in string.Join('\n', Facts.Select(pair => $"{pair.Key}={pair.Value.Value}/{pair.Value.Raw}").Order(StringComparer.Ordinal).Concat(wordings)))
        {
            hash = unchecked((hash ^ sign) * 16777619u);
        }

        return wordings[(int)(hash % (uint)wordings.Count)];
    }

    /// <summary>The next number of that list: items that come and go with the facts are still numbered in a row.</summary>
    public string Item(string list) => TracedText.Mark(TracedText.Ours, $"{_items[list] = _items.GetValueOrDefault(list) + 1}");

    private static LetterFact Fact(FactWords words, FactDeclaration declared, Fact? fact)
    {
        var label = words.Label(declared.Name);
        var silence = fact is null ? "blank" : $"letter.silence.{fact.State.ToString().ToLowerInvariant()}";
        if (fact is not { IsKnown: true })
        {
            return new LetterFact(declared.Name, label, fact, Traced(words.Line(silence).Replace("{label}", label, StringComparison.Ordinal)), []);
        }

        var typed = declared.Kind is "text" or "list";
        var whole = words.Words(declared.Name, fact);
        return new LetterFact(
            declared.Name, label, fact, Traced(typed ? OwnWords.Plain(whole, LongestText) : whole),
            [.. Entries(words, declared, fact).Select(entry => new LetterEntry(Traced(entry.Words), Traced(entry.Full)))]);

        string Traced(string put) => TracedText.Mark(declared.Name, put);
    }

    private static IEnumerable<LetterEntry> Entries(FactWords words, FactDeclaration declared, Fact fact) =>
        declared.Gathers ? fact.Entries.Select(entry =>
        {
            var shown = words.Words(declared.Name, fact with { Value = entry });
            return declared.Kind switch
            {
                "phone" => new LetterEntry(shown, entry.All(sign => char.IsAsciiDigit(sign) || sign is '+' or '-' or '*') ? entry : shown),
                "many" => new LetterEntry(shown, shown),
                _ => new LetterEntry(OwnWords.Plain(shown, LongestText), OwnWords.Plain(shown, LongestText)),
            };
        })
        : [];
}
