using ChatHelper.Core.Facts;
using ChatHelper.Core.Turns;
using Stateless;

namespace ChatHelper.Core.Dialogs;

/// <summary>Where a walk came to rest.</summary>
/// <param name="At">Full id of the step that now waits, or <see cref="Next.End"/>.</param>
/// <param name="Passed">Tells, offers and deeds met for the first time on the way, in order.</param>
/// <param name="Asked">Answered questions on the way, in order.</param>
internal sealed record Walk(string At, IReadOnlyList<Step> Passed, IReadOnlyList<Step> Asked);

/// <summary>The dialog tree as a Stateless machine: each step a state, each <c>next</c> a guarded transition made
/// exclusive by its order, the any-time words transitions of one superstate. Its state lives in the walk, so one machine
/// serves any number of conversations, one at a time; <see cref="MachinePool"/> lends them. Guards are pure and there are
/// no entry actions: what is met on the way comes back as a value.</summary>
internal sealed class DialogMachine
{
    // A pack proven free of word-less cycles never comes near; an unproven one must not hang a turn.
    private const int MostMoves = 2000;
    private const string Anywhere = "(anywhere)";

    private readonly Pack _pack;
    private readonly StateMachine<string, Move> _machine;
    private string _at = Next.End;
    private string _previous = Next.End;
    private FactSheet _facts = FactSheet.Empty;
    private Frame? _frame;
    private bool _askNoMore;

    public DialogMachine(Pack pack)
    {
        _pack = pack;
        _machine = new StateMachine<string, Move>(() => _at, at => _at = at);
        var anywhere = _machine.Configure(Anywhere)
            .PermitDynamic(Move.FirstBlank, FirstBlank)
            .PermitDynamic(Move.Back, () => _previous);
        foreach (var (move, dialog) in pack.AnyTime)
        {
            anywhere.Permit(move, pack.Dialogs[dialog].Steps[0].Id);
        }

        _machine.Configure(Next.End).SubstateOf(Anywhere);
        foreach (var step in pack.Steps.Values)
        {
            Configure(step);
        }
    }

    /// <summary>Walks from a step to the first one that waits.</summary>
    /// <param name="from">Where to begin: the frame's first step, or a step known to lie on the path.</param>
    public Walk Walk(FactSheet facts, Frame frame, string from, bool askNoMore)
    {
        if (frame.Asks is { } again)
        {
            return new Walk(facts[again] is null && _pack.Owners.TryGetValue(again, out var asker) ? asker.Id : Next.End, [], []);
        }

        (_facts, _frame, _at, _askNoMore) = (facts, frame, from, askNoMore);
        List<Step> passed = [];
        List<Step> asked = [];
        if (frame.Letter is not null)
        {
            _machine.Fire(Move.FirstBlank);
        }

        for (var moves = 0; moves < MostMoves; moves++)
        {
            if (_at == Next.End)
            {
                return new Walk(_at, passed, asked);
            }

            var step = _pack.Steps[_at];
            if (Rests(step))
            {
                return new Walk(_at, passed, asked);
            }

            if (step.Waits && step.Fact is not null && facts[step.Fact] is not null)
            {
                asked.Add(step);
            }
            else if (!step.Waits && Holds(step) && !frame.Told.Contains(step.Id))
            {
                passed.Add(step);
            }

            _machine.Fire(Move.On);
        }

        throw new InvalidOperationException($"the walk from '{from}' does not come to rest; 'dialogs prove' names the cycle");
    }

    /// <summary>Fires an any-time move at a step.</summary>
    /// <param name="previous">The question answered before, for <see cref="Move.Back"/>.</param>
    /// <returns>Full id of the step it leads to.</returns>
    public string Fire(Move move, string at, string previous)
    {
        (_at, _previous) = (at, previous);
        _machine.Fire(move);
        return _at;
    }

    private void Configure(Step step)
    {
        var state = _machine.Configure(step.Id).SubstateOf(Anywhere);
        if (step.Nexts is [{ If: null } only])
        {
            state.Permit(Move.On, only.Go);
            return;
        }

        List<Condition> earlier = [];
        foreach (var next in step.Nexts)
        {
            var before = earlier.ToArray();
            var own = next.If;
            bool Guard() => Array.TrueForAll(before, condition => !condition.Holds(_facts)) && (own?.Holds(_facts) ?? true);
            state.PermitIf(Move.On, next.Go, Guard, own?.Text ?? "otherwise");
            if (own is not null)
            {
                earlier.Add(own);
            }
        }
    }

    private bool Holds(Step step) => step.If?.Holds(_facts) ?? true;

    private bool Rests(Step step) => step.Kind switch
    {
        StepKind.Menu => Holds(step),
        StepKind.Confirm => Holds(step) && !_frame!.Told.Contains(step.Id)
            && _facts.Any(pair => pair.Value.State == FactState.Stated && Shown(pair.Key)),
        StepKind.Tell or StepKind.Offer or StepKind.Do => false,
        _ => (!_askNoMore || _pack.Dialogs[step.Dialog].Fresh || _pack.Notice?.Always.Contains(step.Dialog) == true) && Holds(step) && _facts[step.Fact!] is null,
    };

    private bool Shown(string fact) => _pack.Facts.TryGetValue(fact, out var declared) && declared.OnCard;

    // A letter asks its needs in its own order, each at the step that owns the fact; then the card, then the letter.
    private string FirstBlank()
    {
        var letter = _pack.Letters[_frame!.Letter!];
        foreach (var need in letter.Needs)
        {
            if (_facts[need] is null && !_askNoMore && _pack.Owners.TryGetValue(need, out var owner) && Holds(owner))
            {
                return owner.Id;
            }
        }

        return _pack.Dialogs[_frame.Dialog].Steps[0].Id;
    }
}
