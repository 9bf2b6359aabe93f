using ChatHelper.Core.Content;

namespace ChatHelper.Core.Crisis;

/// <summary>Reads what is said: responses by tier, replies by cue, and the words around them.</summary>
internal sealed class WordsReader(Node root, IReadOnlySet<string> cues, IReadOnlyDictionary<string, string> choices)
{
    private readonly SortedSet<string> _lines = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> LineIds => _lines;

    public static Tier? Tier(Node place, string word, bool allowNone = false)
    {
        if (Enum.TryParse<Tier>(word, out var tier) && tier.ToString() == word && (allowNone || tier != Crisis.Tier.None))
        {
            return tier;
        }

        place.Report(Codes.UnknownTier, $"'{word}' is not a tier");
        return null;
    }

    public void CheckCues()
    {
        foreach (var known in Hearing.Known.Where(known => !cues.Contains(known)))
        {
            root.Report(Codes.UnknownCue, $"the rules listen for '{known}', and 'cues' has no such entry");
        }

        foreach (var (choice, cue) in choices.Where(choice => !cues.Contains(choice.Value)))
        {
            root["choices"]!.Report(Codes.UnknownCue, $"choice '{choice}' stands for '{cue}', and 'cues' has no such entry");
        }
    }

    public IReadOnlyDictionary<Tier, Response>? Responses()
    {
        var found = new Dictionary<Tier, Response>();
        foreach (var (word, node) in root["responses"]?.Pairs() ?? [])
        {
            node.OnlyKeys("lasts", "asks", "pages", "open", "under-way", "steps", "stay", "ends");
            if (Tier(node, word) is { } tier)
            {
                found[tier] = new Response(tier, Lasting(node), node.Yes("asks"), node.Yes("pages"), Saying(node["open"]),
                    node["under-way"] is { } now ? Saying(now) : null, [.. node.Items("steps").Select(Saying)],
                    Lines(node["stay"]), Saying(node["ends"]));
            }
        }

        bool Silent(Tier tier) => !found.TryGetValue(tier, out var response) || response.Open.Lines.Count == 0;
        var silent = Enum.GetValues<Tier>().Where(tier => tier != Crisis.Tier.None && Silent(tier)).ToList();
        silent.ForEach(tier => root.Report(Codes.TierWithoutResponse, $"tier {tier} has no response that opens with a line"));
        return silent.Count == 0 ? found : null;
    }

    public IReadOnlyList<Reply> Replies()
    {
        var found = new List<Reply>();
        foreach (var node in root.Items("replies"))
        {
            node.OnlyKeys("cue", "for", "lines", "choices", "hushes", "goes-on", "again", "pages", "calm");
            var cue = node.Required("cue");
            if (!cues.Contains(cue))
            {
                node.Report(Codes.UnknownCue, $"'{cue}' is not a cue");
            }

            var tiers = node.Texts("for").Select(word => Tier(node, word)).OfType<Tier>();
            found.Add(new Reply(cue, [.. tiers], Saying(node), node.Texts("hushes"),
                node.Yes("goes-on"), node.Yes("again"), node.Yes("pages"), node.Yes("calm")));
        }

        return found;
    }

    public Frame Frame()
    {
        var node = root["frame"];
        node?.OnlyKeys("on-duty", "off-duty", "before-going-on", "ask-to-resume", "back", "young", "for-the-young");
        var swaps = node?["for-the-young"]?.Pairs() ?? [];
        return new Frame(Line(node, "on-duty"), Line(node, "off-duty"), Saying(node?["before-going-on"]), Saying(node?["ask-to-resume"]),
            Saying(node?["back"]), Saying(node?["young"]),
            swaps.ToDictionary(pair => pair.Key, pair => Lines(pair.Value).FirstOrDefault(pair.Key), StringComparer.Ordinal));
    }

    // Either a list of lines, or lines with choices.
    private Saying Saying(Node? node)
    {
        if (node is null)
        {
            return Crisis.Saying.Nothing;
        }

        var offered = node.IsMap ? node.Texts("choices") : [];
        foreach (var choice in offered.Where(choice => !choices.ContainsKey(choice)))
        {
            node.Report(Codes.UnknownCue, $"choice '{choice}' stands for no cue under 'choices'");
        }

        _lines.UnionWith(offered);
        return new Saying(Lines(node.IsMap ? node["lines"] : node), offered);
    }

    private IReadOnlyList<string> Lines(Node? node)
    {
        var lines = node?.Texts() ?? [];
        _lines.UnionWith(lines.Where(line => line != Crisis.Frame.Duty));
        return lines;
    }

    private string Line(Node? node, string key)
    {
        var line = (node ?? root).Required(key);
        _lines.Add(line);
        return line;
    }

    private static Lasts Lasting(Node node) => node.Required("lasts") switch
    {
        "passing" => Lasts.Passing,
        "until-answered" => Lasts.UntilAnswered,
        "until-safe" => Lasts.UntilSafe,
        "until-clear" => Lasts.UntilClear,
        var word => Unknown(node, word),
    };

    private static Lasts Unknown(Node node, string word)
    {
        node.Report(Codes.UnknownWord, $"'{word}' must be passing, until-answered, until-safe or until-clear");
        return Lasts.UntilClear;
    }
}
