using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Diary;

/// <summary>A rule that a pattern touches (<c>diary-pointers.yaml</c>).</summary>
/// <param name="If">When it is touched: a condition on facts, those that follow from the diary among them.</param>
/// <param name="Point">Point of <c>law/points.yaml</c>.</param>
/// <param name="Line">Line that says it.</param>
public sealed record DiaryPointer(Condition If, string Point, string Line);

/// <summary>What a pack says of diaries: words of lists, and the rules that a pattern touches.</summary>
public sealed class DiaryBook
{
    /// <summary>The file of pointers.</summary>
    public const string File = "diary-pointers.yaml";

    private DiaryBook(DiaryWords words, IReadOnlyList<DiaryPointer> pointers) => (Words, Pointers) = (words, pointers);

    /// <summary>Rules in the order in which they are said.</summary>
    public IReadOnlyList<DiaryPointer> Pointers { get; }

    internal DiaryWords Words { get; }

    /// <summary>The pointers that these facts touch.</summary>
    public IEnumerable<DiaryPointer> Touched(FactSheet facts) => Pointers.Where(pointer => pointer.If.Holds(facts));

    internal static DiaryBook Read(PackSource source, Diagnostics diagnostics) => new(
        DiaryWords.Read(source, diagnostics),
        [.. (source.Yaml(File, diagnostics)?.Items() ?? []).Select(Pointer).OfType<DiaryPointer>()]);

    private static DiaryPointer? Pointer(Node node)
    {
        node.OnlyKeys("if", "point", "say");
        node.Required("if");
        var (point, line) = (node.Required("point"), node.Required("say"));
        return DialogReader.ReadCondition(node, "if") is { } condition ? new DiaryPointer(condition, point, line) : null;
    }
}
