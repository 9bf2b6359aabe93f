using System.Globalization;
using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Dialogs;

/// <summary>Reads the words of a condition. Grammar: <c>or</c> binds weaker than <c>and</c>, then <c>not</c>, then
/// parentheses or <c>fact is …</c>, <c>fact has …</c>.</summary>
internal sealed class ConditionReader
{
    private readonly string _text;
    private readonly List<string> _words;
    private readonly List<string> _facts = [];
    private readonly List<(string, string)> _compared = [];
    private int _at;

    private ConditionReader(string text)
    {
        _text = text;
        _words = Words(text);
    }

    /// <summary>The condition, or null with the reason when the words do not fit.</summary>
    public static (Condition? Condition, string? Fault) Read(string text)
    {
        var reader = new ConditionReader(text);
        try
        {
            var holds = reader.Or();
            return reader._at == reader._words.Count
                ? (new Condition(text, [.. reader._facts.Distinct(StringComparer.Ordinal)], holds) { Compared = reader._compared }, null)
                : (null, $"'{reader._words[reader._at]}' is not expected here");
        }
        catch (FormatException fault)
        {
            return (null, fault.Message);
        }
    }

    private static List<string> Words(string text) =>
        [.. text.Replace("(", " ( ").Replace(")", " ) ").Replace(",", " , ")
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    private Func<FactSheet, bool> Or()
    {
        var left = And();
        while (Taken("or"))
        {
            var (one, two) = (left, And());
            left = facts => one(facts) || two(facts);
        }

        return left;
    }

    private Func<FactSheet, bool> And()
    {
        var left = Not();
        while (Taken("and"))
        {
            var (one, two) = (left, Not());
            left = facts => one(facts) && two(facts);
        }

        return left;
    }

    private Func<FactSheet, bool> Not()
    {
        if (Taken("not"))
        {
            var inner = Not();
            return facts => !inner(facts);
        }

        if (!Taken("("))
        {
            return Comparison();
        }

        var holds = Or();
        return Taken(")") ? holds : throw new FormatException($"a ')' is missing in '{_text}'");
    }

    private Func<FactSheet, bool> Comparison()
    {
        var name = Word();
        _facts.Add(name);
        if (Taken("has"))
        {
            Taken("any", "of");
            var wanted = List(name);
            return facts => facts[name] is { IsKnown: true } fact && fact.Entries.Any(wanted.Contains);
        }

        Expect("is");
        if (Taken("not"))
        {
            var value = Value(name);
            return facts => facts[name] is { IsKnown: true } fact && fact.Value != value;
        }

        return Is(name);
    }

    private Func<FactSheet, bool> Is(string name)
    {
        switch (_at < _words.Count ? _words[_at] : "")
        {
            case "known":
                _at++;
                return facts => facts[name] is { IsKnown: true };
            case "unknown":
                _at++;
                return facts => facts[name] is { State: FactState.Unknown };
            case "refused":
                _at++;
                return facts => facts[name] is { State: FactState.Refused };
            case "silent":
                _at++;
                return facts => facts[name] is not { IsKnown: true };
            case "open":
                _at++;
                return facts => facts[name] is null;
            case "only":
                _at++;
                var only = Value(name);
                return facts => facts[name] is { IsKnown: true } fact && fact.Value == only;
            case "one":
                Expect("one");
                Expect("of");
                var wanted = List(name);
                return facts => facts[name] is { IsKnown: true } fact && wanted.Contains(fact.Value);
            case "before" or "after" or "more" or "less":
                return Measured(name);
            default:
                var value = Value(name);
                return facts => facts[name] is { IsKnown: true } fact && fact.Value == value;
        }
    }

    private Func<FactSheet, bool> Measured(string name)
    {
        var how = Word();
        if (how is "before" or "after")
        {
            // Canonical days sort as text: 2025-12-31 < 2026-01-01T09:00.
            var day = Word();
            return how == "before"
                ? facts => facts[name] is { IsKnown: true } fact && string.CompareOrdinal(fact.Value, day) < 0
                : facts => facts[name] is { IsKnown: true } fact && string.CompareOrdinal(fact.Value, day) >= 0;
        }

        Expect("than");
        var bound = decimal.TryParse(Word(), CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"'{_text}' needs a number after 'than'");
        return how == "more"
            ? facts => Number(facts[name]) > bound
            : facts => Number(facts[name]) < bound;
    }

    // "20~30" counts as its lower end, "5000+" as 5000: a rule must not fire on a guess upwards.
    private static decimal? Number(Fact? fact)
    {
        var digits = fact is { IsKnown: true } ? new string([.. fact.Value.TakeWhile(c => char.IsAsciiDigit(c) || c == '.')]) : "";
        return decimal.TryParse(digits, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private HashSet<string> List(string fact)
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal) { Value(fact) };
        while (Taken(","))
        {
            wanted.Add(Value(fact));
        }

        return wanted;
    }

    private string Value(string fact)
    {
        var value = Word();
        _compared.Add((fact, value));
        return value;
    }

    private string Word() => _at < _words.Count && _words[_at] is not ("(" or ")" or ",")
        ? _words[_at++]
        : throw new FormatException($"'{_text}' ends too early");

    private bool Taken(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (_at + i >= _words.Count || _words[_at + i] != words[i])
            {
                return false;
            }
        }

        _at += words.Length;
        return true;
    }

    private void Expect(string word)
    {
        if (!Taken(word))
        {
            throw new FormatException($"'{word}' is expected in '{_text}'");
        }
    }
}
