using System.Text.RegularExpressions;

namespace ChatHelper.Core.Lines.Tone;

/// <summary>How texts of one language are to sound, for people who read in panic: <c>tone.zh-Hans.yaml</c>.</summary>
internal sealed partial class ToneBook
{
    private readonly ToneSigns _signs;
    private readonly IReadOnlyList<ToneRule> _rules;
    private readonly IReadOnlyList<Jargon> _jargon;
    private readonly IReadOnlySet<string> _known;
    private readonly IReadOnlyDictionary<Speaking, ToneLimits> _limits;

    internal ToneBook(
        string language,
        ToneSigns signs,
        IReadOnlyList<ToneRule> rules,
        IReadOnlyList<Jargon> jargon,
        IReadOnlySet<string> known,
        IReadOnlyDictionary<Speaking, ToneLimits> limits,
        IReadOnlyList<ToneException> exceptions)
    {
        Language = language;
        (_signs, _rules, _jargon, _known, _limits, Exceptions) = (signs, rules, jargon, known, limits, exceptions);
    }

    /// <summary>The language as a BCP 47 tag.</summary>
    public string Language { get; }

    internal IReadOnlyList<ToneException> Exceptions { get; }

    /// <summary>What a text does that it should not; empty when it is fine.</summary>
    /// <param name="text">A line with its <c>{placeholders}</c>, or a line of a letter without its template marks.</param>
    /// <param name="speaking">Who hears it, and when.</param>
    public IReadOnlyList<ToneFault> Faults(string text, Speaking speaking)
    {
        var whole = Placeholder().Replace(text, "_");
        var own = _signs.Unquoted(whole);
        List<ToneFault> found = [];
        foreach (var rule in _rules.Where(rule => rule.Kind.HoldsIn(speaking)))
        {
            if (rule.In(rule.Kind.Quotes ? whole : own) is { } words)
            {
                found.Add(new ToneFault(rule.Kind.Code, rule.Kind.Name, $"{rule.Kind.Says}: '{words}'{(rule.Say is { } say ? $"; better: {say}" : "")}"));
            }
        }

        if (speaking != Speaking.Letter)
        {
            found.AddRange(Unexplained(whole));
            found.AddRange(TooMuch(text, whole, speaking));
        }

        return found;
    }

    private IEnumerable<ToneFault> Unexplained(string text)
    {
        foreach (var jargon in _jargon.Where(jargon => text.Contains(jargon.Word, StringComparison.OrdinalIgnoreCase)
            && !_signs.Explains(text, jargon.Word) && !jargon.Plain.Any(plain => text.Contains(plain, StringComparison.OrdinalIgnoreCase))))
        {
            yield return new ToneFault(
                Content.Codes.Jargon, ToneKind.Jargon, $"says '{jargon.Word}' without plain words; one of these, or brackets after it: {string.Join(", ", jargon.Plain)}");
        }

        var quiet = _rules.Where(rule => rule.Kind == ToneKind.Capitals).Aggregate(text, (rest, rule) => rule.Without(rest));
        foreach (var word in Latin().Matches(quiet).Select(match => match.Value).Distinct(StringComparer.Ordinal))
        {
            if (word.Count(char.IsAsciiLetterUpper) > 1 && !word.Any(char.IsAsciiLetterLower) && !_known.Contains(word) && !_signs.Explains(text, word))
            {
                yield return new ToneFault(Content.Codes.Abbreviation, ToneKind.Abbreviation, $"does not explain '{word}'");
            }
        }
    }

    private IEnumerable<ToneFault> TooMuch(string text, string whole, Speaking speaking)
    {
        var limit = _limits.GetValueOrDefault(speaking) ?? new ToneLimits();
        var asks = speaking == Speaking.Ask;
        (int Is, int Most, string Code, string Rule, string What)[] counts =
        [
            (whole.Count(sign => sign != '\n'), limit.Characters, asks ? Content.Codes.LongQuestion : Content.Codes.LongMessage, "long", "characters"),
            (_signs.Sentences(whole), limit.Sentences, Content.Codes.ManySentences, "sentences", "sentences"),
            (_signs.Questions(whole), limit.Questions, Content.Codes.TwoQuestions, "questions", "questions"),
            (Number().Count(text), limit.Numbers, Content.Codes.ManyNumbers, "numbers", "telephone numbers"),
        ];
        return counts.Where(count => count.Most > 0 && count.Is > count.Most)
            .Select(count => new ToneFault(count.Code, count.Rule, $"has {count.Is} {count.What}, more than {count.Most}"));
    }

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\{number\.[^{}]*\}|[0-9]{5,}", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex("[A-Za-z][A-Za-z0-9]*", RegexOptions.NonBacktracking)]
    private static partial Regex Latin();
}
