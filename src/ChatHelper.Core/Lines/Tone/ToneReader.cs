using System.Globalization;
using System.Text.RegularExpressions;
using ChatHelper.Core.Content;

namespace ChatHelper.Core.Lines.Tone;

/// <summary>Reads <c>tone.LANGUAGE.yaml</c>, and <c>tone.LANGUAGE.topic.yaml</c> after it. A file may wait for a language that
/// the pack does not speak yet.</summary>
internal sealed class ToneReader
{
    private const string Nothing = @"[^\s\S]";

    // The many rules are looked for in short texts of the pack's own. Automata without backtracking would take longer to build
    // than all of them to search; the bound in time stands against a pattern that is written badly.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2); // a busy machine may stop a thread for longer than any search lasts
    private static readonly string[] Counted = ["long", "sentences", "questions", "numbers"];
    private static readonly string[] Heads = ["sentence", "question", "item", "quotes", "brackets", "limits", "known", "jargon", "except"];
    private readonly IReadOnlyList<Node> _roots;

    private ToneReader(IReadOnlyList<Node> roots) => _roots = roots;

    public static IReadOnlyList<ToneBook> Read(PackSource source, Diagnostics diagnostics) =>
    [
        .. source.Paths("tone.", ".yaml").GroupBy(path => path.Split('.')[1], StringComparer.Ordinal).Select(language =>
            new ToneReader([.. language.Select(path => source.Yaml(path, diagnostics)).OfType<Node>()]).Book(language.Key)),
    ];

    private ToneBook Book(string language)
    {
        foreach (var root in _roots)
        {
            root.OnlyKeys([.. Heads, .. ToneKind.All.Select(kind => kind.Name)]);
            root["limits"]?.OnlyKeys("ask", "tell", "crisis");
        }

        var quotes = Pairs("quotes").Select(pair => $"{Regex.Escape(pair[..1])}[^{Regex.Escape(pair[1..])}]*{Regex.Escape(pair[1..])}");
        var signs = new ToneSigns(
            Sign("sentence"), Sign("question"), Sign("item"), new Regex(string.Join('|', quotes.DefaultIfEmpty(Nothing)), RegexOptions.NonBacktracking), Pairs("brackets"));
        return new ToneBook(
            language,
            signs,
            [.. ToneKind.All.SelectMany(kind => _roots.SelectMany(root => root.Items(kind.Name)).Select(node => Rule(kind, node, signs)).OfType<ToneRule>())],
            [.. _roots.SelectMany(root => root["jargon"]?.Pairs() ?? []).Select(pair => new Jargon(pair.Key, pair.Value.Texts()))],
            _roots.SelectMany(root => root.Texts("known")).ToHashSet(StringComparer.Ordinal),
            Enum.GetValues<Speaking>().ToDictionary(speaking => speaking, Limits),
            [.. _roots.SelectMany(root => root.Items("except")).Select(Exception)]);
    }

    private static ToneRule? Rule(ToneKind kind, Node node, ToneSigns signs)
    {
        node.OnlyKeys("find", "spare", "say", "bad", "good");
        var spare = node.Texts("spare") is { Count: > 0 } spared ? string.Join('|', spared) : Nothing;
        if (Make(node.Required("find"), node) is not { } find || Make(spare, node["spare"]) is not { } spares)
        {
            return null;
        }

        var rule = new ToneRule(kind, find, spares, node.Text("say"));
        foreach (var missing in ((string[])["bad", "good"]).Where(key => node.Texts(key).Count == 0))
        {
            node.Report(Codes.MissingKey, $"'{missing}' is missing: an example for whoever reads the rule");
        }

        foreach (var bad in node.Texts("bad").Where(bad => Found(bad) is null))
        {
            node.Report(Codes.ToneExampleFails, $"the rule of '{kind.Name}' does not find its bad example '{bad}'");
        }

        foreach (var good in node.Texts("good").Where(good => Found(good) is not null))
        {
            node.Report(Codes.ToneExampleFails, $"the rule of '{kind.Name}' finds '{Found(good)}' in its good example '{good}'");
        }

        return rule;

        string? Found(string example) => rule.In(kind.Quotes ? example : signs.Unquoted(example));
    }

    private static ToneException Exception(Node node)
    {
        node.OnlyKeys("line", "rule", "reason");
        var rule = node.Required("rule");
        if (rule.Length > 0 && rule is not (ToneKind.Jargon or ToneKind.Abbreviation) && !Counted.Contains(rule) && !ToneKind.All.Any(kind => kind.Name == rule))
        {
            node.Report(Codes.UnknownWord, $"there is no rule '{rule}'");
        }

        node.Required("reason");
        return new ToneException(node.Required("line"), rule, node.File, node.Line);
    }

    private ToneLimits Limits(Speaking speaking)
    {
        if (_roots.Select(root => root["limits"]?[speaking.ToString().ToLowerInvariant()]).FirstOrDefault(node => node is not null) is not { } node)
        {
            return new ToneLimits();
        }

        node.OnlyKeys("characters", "sentences", "questions", "numbers");
        return new ToneLimits(Most("characters"), Most("sentences"), Most("questions"), Most("numbers"));

        int Most(string key)
        {
            if (int.TryParse(node.Text(key) ?? "0", CultureInfo.InvariantCulture, out var most) && most >= (node.Has(key) ? 1 : 0))
            {
                return most;
            }

            node[key]!.Report(Codes.WrongShape, $"'{key}' is a number above 0");
            return 0;
        }
    }

    private IReadOnlyList<string> Pairs(string key) => [.. _roots.SelectMany(root => root.Texts(key)).Where(pair => pair.Length == 2)];

    private Regex Sign(string key)
    {
        var root = _roots.FirstOrDefault(root => root.Has(key));
        return Make(root?.Text(key) ?? Nothing, root?[key], RegexOptions.NonBacktracking) ?? new Regex(Nothing, RegexOptions.NonBacktracking);
    }

    private static Regex? Make(string pattern, Node? at, RegexOptions options = RegexOptions.None)
    {
        try
        {
            return new Regex(pattern, options | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Longest);
        }
        catch (Exception broken) when (broken is ArgumentException or NotSupportedException)
        {
            at?.Report(Codes.BrokenToneRule, $"the pattern does not compile: {broken.Message}");
            return null;
        }
    }
}
