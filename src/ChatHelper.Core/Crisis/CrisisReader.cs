using System.Collections.Frozen;
using ChatHelper.Core.Content;

namespace ChatHelper.Core.Crisis;

/// <summary>Reads <c>crisis.yaml</c> of a pack: how a crisis is heard and what is said then.</summary>
public static class CrisisReader
{
    private const string Path = "crisis.yaml";

    /// <summary>The plan of a pack; null when the file is absent, not YAML, or a tier has no response (each reported:
    /// CH0004, CH0001, CH0503). Other faults (CH0501, CH0502, CH0504, CH0506) leave a plan that works without the faulty part.</summary>
    public static CrisisPlan? Read(PackSource source, Diagnostics diagnostics) => Read(source, Script.Read(source, diagnostics), diagnostics);

    internal static CrisisPlan? Read(PackSource source, Script script, Diagnostics diagnostics)
    {
        if (!source.Files.ContainsKey(Path))
        {
            diagnostics.Report(Codes.MissingKey, Path, 0, "every pack has a crisis.yaml");
            return null;
        }

        if (source.Yaml(Path, diagnostics) is not { } root)
        {
            return null;
        }

        root.OnlyKeys("fold", "words", "signs", "under-way", "age", "not-my-age", "cues", "choices", "responses", "replies", "frame", "numbers");
        var pairs = Pairs(root, script);
        var patterns = new PatternReader(root, pairs);
        patterns.ReadWords();
        var lexicon = Lexicon(root, patterns, pairs);
        var cues = root["cues"]?.Pairs().Select(cue => (cue.Key, Pattern: patterns.One(cue.Value))).ToList() ?? [];
        var choices = root["choices"]?.Pairs().ToDictionary(pair => pair.Key, pair => pair.Value.Scalar ?? "", StringComparer.Ordinal) ?? [];
        var words = new WordsReader(root, cues.Select(cue => cue.Key).ToHashSet(StringComparer.Ordinal), choices);
        words.CheckCues();
        var hearing = new Hearing(lexicon, [.. from cue in cues where cue.Pattern is not null select new Cue(cue.Key, cue.Pattern)], choices);
        var rules = words.Responses() is { } responses ? new CareRules(responses, words.Replies(), hearing, words.Frame()) : null;
        var numbers = NumberReader.Read(root, source, diagnostics);
        return rules is null ? null : new CrisisPlan(lexicon, rules, numbers, words.LineIds);
    }

    // What is heard here alone (dialects, characters chosen to dodge a filter) wins over the pack's pairs.
    private static FrozenDictionary<char, char> Pairs(Node root, Script script)
    {
        var pairs = script.Pairs.ToDictionary();
        foreach (var pair in root.Texts("fold"))
        {
            if (pair.Length == 2)
            {
                pairs[pair[0]] = pair[1];
            }
            else
            {
                root["fold"]!.Report(Codes.WrongShape, $"'{pair}' must be two characters: written, read as");
            }
        }

        return pairs.ToFrozenDictionary();
    }

    private static Lexicon Lexicon(Node root, PatternReader patterns, FrozenDictionary<char, char> pairs)
    {
        var passes = new List<Pass>();
        foreach (var node in root.Items("signs"))
        {
            node.OnlyKeys("tier", "masks", "patterns");
            var tier = WordsReader.Tier(node, node.Required("tier"), allowNone: true);
            var pattern = tier is null ? null : patterns.One(node["patterns"]);
            if (pattern is not null)
            {
                passes.Add(new Pass(tier!.Value, node.Yes("masks"), pattern));
            }
        }

        return new Lexicon(new Folding(pairs), passes,
            patterns.One(root["under-way"]), patterns.One(root["age"]), patterns.One(root["not-my-age"]));
    }
}
