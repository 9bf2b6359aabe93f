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

/// <summary>Every way that the engine can take through a pack, conditions taken as open.</summary>
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
        (First(_pack.Opening), "start"),
        .. _pack.AnyTime.Select(pair => (First(pair.Value), pair.Key.ToString().ToLowerInvariant())),
        .. _pack.DueDialogs.Select(pair => (First(pair.Value), $"due {pair.Key}")),
        .. _pack.AfterSkips is { } rest ? [(First(rest), "after-skips")] : Array.Empty<(string, string)>(),
        .. _pack.Commands.Ids.Where(_pack.Dialogs.ContainsKey).Select(id => (First(id), id)),
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

        foreach (var letter in step.Kind == StepKind.Offer ? step.Word!.Split(',') : [])
        {
            yield return new Arrow(step.Id, First($"letter/{letter}"), letter, ArrowKind.Call);
        }
    }

    private IEnumerable<Arrow> Of(Step step, Choice choice)
    {
        if (choice.Call is { } dialog)
        {
            yield return new Arrow(step.Id, First(dialog), choice.Id, ArrowKind.Call);
        }

        if (choice.Command is { } command && _pack.Dialogs.ContainsKey(command))
        {
            yield return new Arrow(step.Id, First(command), choice.Id, ArrowKind.Call);
        }

        if (choice.Letter is { } letter)
        {
            yield return new Arrow(step.Id, First($"letter/{letter}"), choice.Id, ArrowKind.Call);
            foreach (var need in _pack.Letters[letter].Needs.Where(_pack.Owners.ContainsKey))
            {
                yield return new Arrow(step.Id, _pack.Owners[need].Id, letter, ArrowKind.Need);
            }
        }
    }

    private static string? Leaves(Step step) => step.Kind != StepKind.Do ? null : step.Word switch
    {
        "pause" or "erase" => Left,
        "close" => Next.End,
        _ => null,
    };

    private string First(string dialog) => _pack.Dialogs[dialog].Steps[0].Id;
}
