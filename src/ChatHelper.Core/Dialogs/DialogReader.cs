using ChatHelper.Core.Content;

namespace ChatHelper.Core.Dialogs;

/// <summary>Reads <c>*.dialog.yaml</c>, one dialog or a list of small ones: a dialog's steps in the order in which a person meets them.</summary>
internal static class DialogReader
{
    private static readonly Dictionary<string, StepKind> Asks = new(StringComparer.Ordinal)
    {
        ["one"] = StepKind.One, ["many"] = StepKind.Many, ["text"] = StepKind.Text, ["when"] = StepKind.When,
        ["amount"] = StepKind.Amount, ["phone"] = StepKind.Phone, ["count"] = StepKind.Count, ["file"] = StepKind.File,
        ["menu"] = StepKind.Menu, ["confirm"] = StepKind.Confirm,
    };

    public static IReadOnlyList<Dialog> Read(PackSource source, Diagnostics diagnostics) =>
        [.. source.Paths("", ".dialog.yaml").Select(path => source.Yaml(path, diagnostics)).OfType<Node>()
            .SelectMany(root => root.IsList ? root.Items() : [root]).Select(ReadDialog)];

    /// <summary>The condition under a key; null when absent or faulty (reported).</summary>
    public static Condition? ReadCondition(Node node, string key)
    {
        if (node.Text(key) is not { } text)
        {
            return null;
        }

        var (condition, fault) = ConditionReader.Read(text);
        if (fault is not null)
        {
            node.Report(Codes.BrokenCondition, $"'{text}': {fault}");
        }

        return condition;
    }

    private static Dialog ReadDialog(Node root)
    {
        root.OnlyKeys("dialog", "fresh", "steps");
        var id = root.Required("dialog");
        var nodes = root.Items("steps");
        if (nodes.Count == 0)
        {
            root.Report(Codes.EmptyDialog, $"the dialog '{id}' has no steps");
        }

        var names = nodes.Select(node => $"{id}.{node.Required("step")}").ToList();
        List<Step> steps = [];
        for (var i = 0; i < nodes.Count; i++)
        {
            steps.Add(ReadStep(nodes[i], id, names[i], i + 1 < names.Count ? names[i + 1] : Next.End));
        }

        return new Dialog(id, root.Yes("fresh"), steps);
    }

    private static Step ReadStep(Node node, string dialog, string id, string following)
    {
        node.OnlyKeys("step", "ask", "tell", "offer", "do", "choices", "parts", "fact", "if", "yields", "next");
        var kind = Kind(node);
        var step = new Step(
            id, dialog, kind, node.Text("fact"), [.. node.Items(kind == StepKind.Tell ? "parts" : "choices").Select(ReadChoice)],
            ReadCondition(node, "if"), Nexts(node, dialog, following),
            kind switch
            {
                StepKind.Offer => string.Join(',', node.Texts("offer")),
                StepKind.Do => node.Text("do"),
                StepKind.Tell => node.Text("tell"),
                _ => null,
            },
            node.File, node.Line) { Yields = node.Yes("yields") };
        Check(node, step);
        return step;
    }

    private static StepKind Kind(Node node)
    {
        if (node.Has("tell"))
        {
            return StepKind.Tell;
        }

        if (node.Has("offer"))
        {
            return StepKind.Offer;
        }

        if (node.Has("do"))
        {
            return StepKind.Do;
        }

        var ask = node.Required("ask");
        if (!Asks.TryGetValue(ask, out var kind) && ask.Length > 0)
        {
            node.Report(Codes.UnknownWord, $"'ask: {ask}' is not one of {string.Join(", ", Asks.Keys)}");
        }

        return kind;
    }

    private static void Check(Node node, Step step)
    {
        var stores = step.Waits && step.Kind is not (StepKind.Menu or StepKind.Confirm);
        if (stores && step.Fact is null)
        {
            node.Report(Codes.MissingFact, $"'{step.Id}' asks but names no fact to keep the answer in");
        }

        if (!stores && step.Fact is not null)
        {
            node.Report(Codes.FactNotKept, $"'{step.Id}' keeps no answer, so 'fact' has no meaning here");
        }

        if (step.Kind is StepKind.One or StepKind.Many or StepKind.Menu && step.Choices.Count == 0)
        {
            node.Report(Codes.NoChoices, $"'{step.Id}' has no choices");
        }

        foreach (var twice in step.Choices.GroupBy(choice => choice.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            node.Report(Codes.Duplicate, $"the choice '{twice.Key}' stands twice in '{step.Id}'");
        }
    }

    private static Choice ReadChoice(Node node)
    {
        if (!node.IsMap)
        {
            return new Choice(node.Scalar ?? "");
        }

        if (node.Has("part"))
        {
            node.OnlyKeys("part", "if");
            return new Choice(node.Required("part"), ReadCondition(node, "if"));
        }

        node.OnlyKeys("choice", "if", "call", "letter", "command", "faq");
        return new Choice(
            node.Text("faq") ?? node.Required("choice"), ReadCondition(node, "if"), node.Text("call"), node.Text("letter"), node.Text("command"))
        {
            Faq = node.Text("faq"),
        };
    }

    // "next" is a step, or a list of "if … go …" whose first that holds is taken; left out, the next step in the file.
    private static IReadOnlyList<Next> Nexts(Node node, string dialog, string following)
    {
        if (node["next"] is not { } next)
        {
            return [new Next(null, following)];
        }

        if (next.Scalar is { Length: > 0 } one)
        {
            return [new Next(null, Full(dialog, one))];
        }

        List<Next> nexts = [];
        foreach (var entry in next.Items())
        {
            entry.OnlyKeys("if", "go");
            nexts.Add(new Next(ReadCondition(entry, "if"), Full(dialog, entry.Required("go"))));
        }

        var open = nexts.FindIndex(entry => entry.If is null);
        if (open >= 0 && open < nexts.Count - 1)
        {
            next.Report(Codes.NextAfterOtherwise, $"what follows 'go: {nexts[open].Go}' can never be taken");
        }

        if (open < 0)
        {
            nexts.Add(new Next(null, following));
        }

        return nexts;
    }

    private static string Full(string dialog, string go) =>
        go == Next.End || go.Contains('.') ? go : $"{dialog}.{go}";
}
