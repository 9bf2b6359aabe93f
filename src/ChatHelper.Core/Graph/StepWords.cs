using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Proof;

namespace ChatHelper.Core.Graph;

/// <summary>What a step says, cut to the size of a box.</summary>
internal static class StepWords
{
    public const int Short = 26;

    public static string Of(Pack pack, Step step, int longest)
    {
        var text = pack.Lines.Find(pack.Lines.Languages[0], step.Id)?.Text ?? step.Word ?? "";
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= longest ? line : $"{line[..(char.IsHighSurrogate(line[longest - 2]) ? longest - 2 : longest - 1)]}…";
    }

    /// <summary>Everything about a step, one thing a line, for the details of a box.</summary>
    public static string Details(Pack pack, Step step, Ways ways)
    {
        var language = pack.Lines.Languages[0];
        List<string> lines = [step.Id, $"{step.Kind.ToString().ToLowerInvariant()} {step.Word}".TrimEnd()];
        lines.AddRange(step.Fact is { } fact ? [$"fact: {fact}"] : []);
        lines.AddRange(step.If is { } only ? [$"only if: {only}"] : []);
        lines.AddRange(pack.Lines.Find(language, step.Id)?.Text.Split('\n') ?? []);
        lines.AddRange(step.Choices.Select(choice =>
            $"• {pack.Lines.Find(language, $"{step.Id}/{choice.Id}")?.Text ?? choice.Id} ({choice.Id}){(choice.If is { } when ? $" if {when}" : "")}"));
        lines.AddRange(ways.From(step.Id).Where(arrow => arrow.Kind != ArrowKind.Need)
            .Select(arrow => arrow.Label.Length == 0 ? $"→ {arrow.To}" : $"→ {arrow.To} : {arrow.Label}"));
        lines.Add($"{step.File} {step.Line}");
        return string.Join('\n', lines);
    }
}
