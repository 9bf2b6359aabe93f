using System.Collections.Frozen;

namespace ChatHelper.Core.Content;

/// <summary>Which of the two ways of writing a text uses, as far as its characters tell.</summary>
/// <param name="Traditional">Characters that only Traditional script has.</param>
/// <param name="Simplified">Characters that only Simplified script has.</param>
/// <param name="Characters">Chinese characters in all.</param>
public sealed record ScriptMarks(int Traditional, int Simplified, int Characters);

/// <summary>One spelling for what two scripts write differently (<c>variants.yaml</c>). Sign for sign, so that a place in the
/// standard form is the same place in the typed text. Everything that understands words looks at the standard form.</summary>
public sealed class Script
{
    /// <summary>The file of the pack that holds the pairs.</summary>
    public const string File = "variants.yaml";

    private const string Traditional = "traditional", Alike = "alike", Shared = "shared";
    private readonly FrozenDictionary<char, char> _standard;
    private readonly FrozenSet<char> _traditional;
    private readonly FrozenSet<char> _simplified;

    private Script(Dictionary<char, char> pairs, HashSet<char> traditional, IEnumerable<char> shared)
    {
        _standard = pairs.ToFrozenDictionary();
        _traditional = traditional.ToFrozenSet();
        _simplified = traditional.Select(variant => pairs[variant]).Except(shared).ToFrozenSet();
    }

    /// <summary>A script that changes nothing.</summary>
    public static Script None { get; } = new([], [], []);

    /// <summary>All pairs, the variant first.</summary>
    public IReadOnlyDictionary<char, char> Pairs => _standard;

    /// <summary>Reads the pairs of a pack. What is no pair, or reads one variant in two ways, is reported (CH0601).</summary>
    public static Script Read(PackSource source, Diagnostics diagnostics)
    {
        var pairs = new Dictionary<char, char>();
        var root = source.Yaml(File, diagnostics);
        root?.OnlyKeys(Traditional, Alike, Shared);
        List<char> traditional = [.. Put(pairs, root?[Traditional])];
        _ = Put(pairs, root?[Alike]).Count();
        return pairs.Count == 0 ? None : new Script(pairs, [.. traditional], root?.Text(Shared) ?? "");
    }

    /// <summary>The text in the standard form, of the same length.</summary>
    public string Standard(string text)
    {
        var at = 0;
        while (at < text.Length && !_standard.ContainsKey(text[at]))
        {
            at++;
        }

        return at == text.Length ? text : string.Create(text.Length, (text, this), static (to, from) =>
        {
            for (var at = 0; at < to.Length; at++)
            {
                to[at] = from.Item2.Standard(from.text[at]);
            }
        });
    }

    /// <summary>One sign in the standard form.</summary>
    public char Standard(char sign) => sign < '\u2E80' ? sign : _standard.GetValueOrDefault(sign, sign);

    /// <summary>Counts the characters that tell the scripts apart.</summary>
    public ScriptMarks Marks(string text)
    {
        var (traditional, simplified, characters) = (0, 0, 0);
        foreach (var sign in text)
        {
            traditional += _traditional.Contains(sign) ? 1 : 0;
            simplified += _simplified.Contains(sign) ? 1 : 0;
            characters += sign is >= '\u3400' and <= '\u9FFF' ? 1 : 0;
        }

        return new ScriptMarks(traditional, simplified, characters);
    }

    private static IEnumerable<char> Put(Dictionary<char, char> pairs, Node? node)
    {
        foreach (var pair in (node?.Scalar ?? "").Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (pair.Length != 2 || pair[0] == pair[1] || (!pairs.TryAdd(pair[0], pair[1]) && pairs[pair[0]] != pair[1]))
            {
                node!.Report(Codes.ReadingValue, $"'{pair}' must be two characters, a variant that is read in one way and its standard form");
                continue;
            }

            yield return pair[0];
        }
    }
}
