using ChatHelper.Core.Consents;
using ChatHelper.Core.Diary;
using ChatHelper.Core.Dialogs;

namespace ChatHelper.Core.Proof;

/// <summary>Why an arrow is drawn.</summary>
internal enum ArrowKind
{
    /// <summary>A <c>next</c> of the step.</summary>
    On,

    /// <summary>A menu choice starts another dialog, or a letter.</summary>
    Call,

    /// <summary>A letter asks for a fact at the step that owns it.</summary>
    Need,
}

/// <summary>One way from a step.</summary>
/// <param name="To">Full id of a step, <see cref="Next.End"/>, or <see cref="Ways.Left"/>.</param>
/// <param name="Label">Condition or choice in the author's words; empty when always.</param>
internal sealed record Arrow(string From, string To, string Label, ArrowKind Kind);

/// <summary>Every way that the engine can take through a pack, conditions taken as open. A way to what is not there (a pack
/// with faults can still be drawn) is left out.</summary>
internal sealed class Ways
{
    /// <summary>Where a pause or an erasure leads: out of every dialog.</summary>
    public const string Left = "(left)";

    private readonly Pack _pack;
    private readonly ILookup<string, Arrow> _from;

    public Ways(Pack pack)
    {
        _pack = pack;
        _from = pack.Steps.Values.SelectMany(Of).ToLookup(arrow => arrow.From, StringComparer.Ordinal);
    }

    /// <summary>Steps at which a dialog begins that no step calls, and what starts it there.</summary>
    public IEnumerable<(string Step, string By)> Roots =>
    [
        .. Root(_pack.Opening, "start"),
        .. _pack.AnyTime.SelectMany(pair => Root(pair.Value, pair.Key.ToString().ToLowerInvariant())),
        .. _pack.DueDialogs.SelectMany(pair => Root(pair.Value, $"due {pair.Key}")),
        .. Root(_pack.AfterSkips ?? "", "after-skips"),
        .. Root(_pack.Evidence.After ?? "", "a file"),
        .. Root(DiaryImport.Dialog, "list received"),
        .. _pack.Notice is { } notice ? Consenting.Dialogs.Values.Append(Consenting.Child).Append(notice.Look).SelectMany(dialog => Root(dialog, "consent")) : [],
        .. _pack.Commands.Ids.SelectMany(id => Root(id, id)),
    ];

    public IEnumerable<Arrow> From(string step) => _from[step];

    /// <summary>All that can come after a step, the step itself only when a circle leads back to it.</summary>
    /// <param name="follow">Which arrows count.</param>
    public HashSet<string> After(string step, Func<Arrow, bool> follow)
    {
        var after = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([step]);
        while (open.TryPop(out var at))
        {
            foreach (var arrow in _from[at].Where(follow))
            {
                if (after.Add(arrow.To))
                {
                    open.Push(arrow.To);
                }
            }
        }

        return after;
    }

    /// <summary>A place where the conversation rests whatever the facts are.</summary>
    public static bool AlwaysRests(Step step) => step is { Kind: StepKind.Menu, If: null };

    private IEnumerable<Arrow> Of(Step step)
    {
        var leaves = Leaves(step);
        if (leaves is not null)
        {
            yield return new Arrow(step.Id, leaves, "", ArrowKind.On);
        }

        // A menu is never answered for good, and whoever left does not come on; only a condition lets one pass by.
        if (step.If is not null || (leaves is null && !AlwaysRests(step)))
        {
            foreach (var next in step.Nexts)
            {
                yield return new Arrow(step.Id, next.Go, next.If?.Text ?? (step.Nexts.Count > 1 ? "otherwise" : ""), ArrowKind.On);
            }
        }

        foreach (var choice in step.Kind == StepKind.Menu ? step.Choices : [])
        {
            foreach (var arrow in Of(step, choice))
            {
                yield return arrow;
            }
        }

        foreach (var arrow in (step.Kind == StepKind.Offer ? step.Word!.Split(',') : []).SelectMany(letter => Call(step, $"letter/{letter}", letter)))
        {
            yield return arrow;
        }

        foreach (var arrow in step.Kind == StepKind.Do && step.Word?.Split(' ') is ["start", var dialog] ? Call(step, dialog, "") : [])
        {
            yield return arrow;
        }
    }

    private IEnumerable<Arrow> Of(Step step, Choice choice) =>
    [
        .. Call(step, choice.Call ?? "", choice.Id),
        .. Call(step, choice.Command ?? "", choice.Id),
        .. Call(step, $"letter/{choice.Letter}", choice.Id),
        .. (_pack.Letters.GetValueOrDefault(choice.Letter ?? "")?.Needs ?? []).Where(_pack.Owners.ContainsKey)
            .Select(need => new Arrow(step.Id, _pack.Owners[need].Id, choice.Id, ArrowKind.Need)),
    ];

    private static string? Leaves(Step step) => step.Kind != StepKind.Do ? null : step.Word switch
    {
        "pause" or "erase" => Left,
        "close" => Next.End,
        _ => null,
    };

    private IEnumerable<Arrow> Call(Step step, string dialog, string label) => _pack.Dialogs.TryGetValue(dialog, out var called)
        ? [new Arrow(step.Id, called.Steps[0].Id, label, ArrowKind.Call)]
        : [];

    private IEnumerable<(string, string)> Root(string dialog, string by) =>
        _pack.Dialogs.TryGetValue(dialog, out var begun) ? [(begun.Steps[0].Id, by)] : [];
}
