using YamlDotNet.RepresentationModel;

namespace ChatHelper.Core.Content;

/// <summary>A YAML value that knows its file and line and reports what does not fit instead of throwing.
/// Readers of every pack file are written with it.</summary>
public sealed class Node
{
    private readonly YamlNode? _yaml;
    private readonly Diagnostics _diagnostics;

    internal Node(string file, YamlNode? yaml, Diagnostics diagnostics) =>
        (File, _yaml, _diagnostics) = (file, yaml, diagnostics);

    /// <summary>Path of the file inside the pack.</summary>
    public string File { get; }

    /// <summary>Line of the value, from 1.</summary>
    public int Line => _yaml is null ? 0 : (int)_yaml.Start.Line;

    /// <summary>True for a mapping.</summary>
    public bool IsMap => _yaml is YamlMappingNode;

    /// <summary>True for a list.</summary>
    public bool IsList => _yaml is YamlSequenceNode;

    /// <summary>The scalar text, or null when this is a map, a list or empty.</summary>
    public string? Scalar => (_yaml as YamlScalarNode)?.Value;

    /// <summary>The value under a key, or null when absent.</summary>
    public Node? this[string key] =>
        _yaml is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var child)
            ? new Node(File, child, _diagnostics)
            : null;

    /// <summary>True when the key stands in the map.</summary>
    public bool Has(string key) => this[key] is not null;

    /// <summary>The text under a key; null when absent. A map or list there is reported (CH0002).</summary>
    public string? Text(string key)
    {
        var node = this[key];
        if (node is { IsMap: true } or { IsList: true })
        {
            node.Report(Codes.WrongShape, $"'{key}' must be a text");
        }

        return node?.Scalar;
    }

    /// <summary>The text under a key; a missing one is reported (CH0004) and read as the empty text.</summary>
    public string Required(string key)
    {
        if (Text(key) is { Length: > 0 } text)
        {
            return text;
        }

        Report(Codes.MissingKey, $"'{key}' is missing");
        return "";
    }

    /// <summary>True for <c>yes</c> or <c>true</c> under a key.</summary>
    public bool Yes(string key) => Text(key) is "yes" or "true";

    /// <summary>The texts under a key: a list of texts, or one text as a list of one; empty when absent.</summary>
    public IReadOnlyList<string> Texts(string key) => this[key] is { } node ? node.Texts() : [];

    /// <summary>This value as texts: a list of texts, or one text as a list of one.</summary>
    public IReadOnlyList<string> Texts() => IsList
        ? [.. Items().Select(item => item.Scalar ?? "").Where(text => text.Length > 0)]
        : Scalar is { Length: > 0 } one ? [one] : [];

    /// <summary>The items of the list under a key; empty when absent. Anything but a list is reported (CH0002).</summary>
    public IReadOnlyList<Node> Items(string key)
    {
        var node = this[key];
        if (node is { IsList: false, Scalar: not null and not "" } or { IsMap: true })
        {
            node.Report(Codes.WrongShape, $"'{key}' must be a list");
        }

        return node?.Items() ?? [];
    }

    /// <summary>The items of this list; empty for anything else.</summary>
    public IReadOnlyList<Node> Items() => _yaml is YamlSequenceNode list
        ? [.. list.Children.Select(child => new Node(File, child, _diagnostics))]
        : [];

    /// <summary>The pairs of this map in file order; empty for anything else.</summary>
    public IReadOnlyList<(string Key, Node Value)> Pairs() => _yaml is YamlMappingNode map
        ? [.. map.Children.Select(pair => ((pair.Key as YamlScalarNode)?.Value ?? "", new Node(File, pair.Value, _diagnostics)))]
        : [];

    /// <summary>Reports every key of this map that is not one of these (CH0003): a misspelt key must not be silence.</summary>
    public void OnlyKeys(params ReadOnlySpan<string> known)
    {
        foreach (var (key, value) in Pairs())
        {
            if (!known.Contains(key))
            {
                value.Report(Codes.UnknownKey, $"'{key}' is not a key known here");
            }
        }
    }

    /// <summary>Reports a fault at this value's line.</summary>
    public void Report(string code, string message) => _diagnostics.Report(code, File, Line, message);
}
