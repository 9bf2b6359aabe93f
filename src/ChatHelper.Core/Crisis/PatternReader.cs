using ChatHelper.Core.Content;

namespace ChatHelper.Core.Crisis;

/// <summary>Makes patterns of the texts in a pack: <c>&lt;name&gt;</c> in a pattern stands for a list under <c>words</c>.</summary>
internal sealed class PatternReader(Node root, IReadOnlyDictionary<char, char> pairs)
{
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    public void ReadWords()
    {
        foreach (var (name, list) in root["words"]?.Pairs() ?? [])
        {
            // A list may name the lists before it.
            _words[$"<{name}>"] = $"(?:{string.Join('|', Texts(list).Select(Text))})";
        }
    }

    /// <summary>One automaton for a list of patterns. Only when it does not compile is each tried alone, to name the broken one;
    /// the others still count.</summary>
    public HeardPattern? One(Node? list)
    {
        if (list is null)
        {
            return null;
        }

        Node[] all = [.. Texts(list)];
        return Compiled([.. all.Select(Text)], out _)
            ?? Compiled([.. all.Where(Sound).Select(Text)], out var broken) ?? Reported(list, broken);
    }

    // YAML reads an unquoted pattern with ": " or "?" in it as a map: that must not be silence.
    private static IEnumerable<Node> Texts(Node list)
    {
        foreach (var node in list.IsList ? list.Items() : [list])
        {
            if (node.Scalar is { Length: > 0 })
            {
                yield return node;
            }
            else
            {
                node.Report(Codes.WrongShape, "a pattern must be a text; put it in quotes");
            }
        }
    }

    private string Text(Node node) => Filled(string.Concat(node.Scalar!.Select(sign => pairs.GetValueOrDefault(sign, sign))));

    private bool Sound(Node node) => Compiled([Text(node)], out var broken) is not null || Reported(node, broken) is not null;

    private static HeardPattern? Reported(Node place, string? broken)
    {
        if (broken is not null)
        {
            place.Report(Codes.BrokenCrisisPattern, $"the pattern does not compile: {broken}");
        }

        return null;
    }

    private string Filled(string pattern)
    {
        foreach (var (name, words) in _words)
        {
            pattern = pattern.Replace(name, words, StringComparison.Ordinal);
        }

        return pattern;
    }

    private static HeardPattern? Compiled(string[] patterns, out string? broken)
    {
        broken = null;
        try
        {
            return patterns.Length == 0 ? null : new HeardPattern(string.Join('|', patterns));
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            broken = refused.Message;
            return null;
        }
    }
}
