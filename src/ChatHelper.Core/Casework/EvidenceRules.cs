using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Facts.Hearing;

namespace ChatHelper.Core.Casework;

/// <summary>What a pack says about received files (<c>evidence.yaml</c>). Pictures are judged by the words with them and right
/// before them alone; nobody looks at their pixels, and nothing here guesses at what they show.</summary>
public sealed record EvidenceRules
{
    /// <summary>The fact whose choices are the kinds of evidence.</summary>
    public const string KindFact = "evidence";

    private const string File = "evidence.yaml";

    /// <summary>The rules of a pack that says nothing.</summary>
    public static EvidenceRules None { get; } = new();

    /// <summary>What a file most likely is, by how its media type begins; the first that fits.</summary>
    public IReadOnlyList<(string Mime, string Kind)> Kinds { get; init; } = [];

    /// <summary>What must not come to us.</summary>
    public IReadOnlyList<EvidenceRefusal> Refusals { get; init; } = [];

    /// <summary>Dialog that asks about a file that was kept without words; null: none.</summary>
    public string? After { get; init; }

    /// <summary>It asks only while this holds; null: always.</summary>
    public Condition? AskIf { get; init; }

    /// <summary>Most likely kind of a file; empty when its media type tells nothing.</summary>
    public string KindOf(string mime) => Kinds.FirstOrDefault(kind => mime.StartsWith(kind.Mime, StringComparison.Ordinal)).Kind ?? "";

    /// <summary>Why a file that comes with these words is not taken; null when nothing is against it.</summary>
    public string? With(string words) => Refusals.FirstOrDefault(refusal => refusal.With.Any(pattern => pattern.In(Cut(words))))?.Cause;

    /// <summary>Why a file that these words announce is not taken; null when they announce none that is refused.</summary>
    public string? Announced(string words) => Refusals.FirstOrDefault(refusal => refusal.Before.Any(pattern => pattern.In(Cut(words))))?.Cause;

    internal static EvidenceRules Read(PackSource source, Diagnostics diagnostics)
    {
        if (source.Yaml(File, diagnostics) is not { } root)
        {
            return None;
        }

        root.OnlyKeys("kinds", "refuse", "after", "ask-if");
        return new EvidenceRules
        {
            Kinds = [.. (root["kinds"]?.Pairs() ?? []).Select(pair => (pair.Key, pair.Value.Scalar ?? ""))],
            Refusals = [.. root.Items("refuse").Select(Refusal)],
            After = root.Text("after"),
            AskIf = DialogReader.ReadCondition(root, "ask-if"),
        };
    }

    /// <summary>Reports CH0108, CH0109 and CH0112: names that the pack does not have.</summary>
    internal void Check(Pack pack, Diagnostics diagnostics)
    {
        foreach (var (mime, kind) in Kinds)
        {
            if (pack.Facts.GetValueOrDefault(KindFact)?.CanHold(Fact.Said("", kind)) is not true)
            {
                diagnostics.Report(Codes.UnknownChoice, File, 0, $"'{mime}' is '{kind}', which the fact '{KindFact}' never is");
            }
        }

        if (After is not null && !pack.Dialogs.ContainsKey(After))
        {
            diagnostics.Report(Codes.UnknownDialog, File, 0, $"'after' names the dialog '{After}', which is not there");
        }

        foreach (var fact in AskIf?.Facts.Where(fact => !pack.Facts.ContainsKey(fact)) ?? [])
        {
            diagnostics.Report(Codes.UnknownFact, File, 0, $"'ask-if' reads '{fact}', which facts.yaml does not declare");
        }
    }

    private static EvidenceRefusal Refusal(Node node)
    {
        node.OnlyKeys("cause", "with", "before");
        return new EvidenceRefusal(node.Required("cause"), Patterns(node, "with"), Patterns(node, "before"));
    }

    private static IReadOnlyList<HeardPattern> Patterns(Node node, string key) =>
        [.. node.Texts(key).Select(text => HearingReader.Pattern(node, text)).OfType<HeardPattern>()];

    private static string Cut(string text) => text.Length > HeardPattern.LongestText ? text[..HeardPattern.LongestText] : text;
}

/// <summary>Pictures that are refused.</summary>
/// <param name="Cause">Such as <c>nude</c>; the line <c>evidence.refused.CAUSE</c> says it kindly, with another way.</param>
/// <param name="With">Words that come with the file.</param>
/// <param name="Before">Words right before it that announce it.</param>
public sealed record EvidenceRefusal(string Cause, IReadOnlyList<HeardPattern> With, IReadOnlyList<HeardPattern> Before);
