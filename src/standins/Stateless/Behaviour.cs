namespace Stateless;

public sealed partial class StateMachine<TState, TTrigger>
{
    /// <summary>What one configured line does with a trigger; lines of the same state and trigger form a chain.</summary>
    internal abstract class Behaviour(Func<bool>? guard, string? guardDescription)
    {
        public Behaviour? Next { get; set; }

        public bool IsPermitted => guard is null || guard();

        // The name of a delegate is looked up only when someone asks: reflection on every line would cost more than all the rest of building.
        private string Description => guardDescription
            ?? (guard!.Method.Name is var name && name.AsSpan().ContainsAny('<', '>', '`') ? "Function" : name);

        public static List<string>? Descriptions(Behaviour? refused)
        {
            if (refused is null)
            {
                return null;
            }

            var texts = new List<string>();
            for (var behaviour = refused; behaviour is not null; behaviour = behaviour.Next)
            {
                if (!texts.Contains(behaviour.Description))
                {
                    texts.Add(behaviour.Description);
                }
            }

            return texts;
        }

        public abstract void Take(StateMachine<TState, TTrigger> machine, TState source, TTrigger trigger);
    }

    private sealed class Move(TState destination, Func<bool>? guard, string? description) : Behaviour(guard, description)
    {
        public override void Take(StateMachine<TState, TTrigger> machine, TState source, TTrigger trigger)
        {
            // Inherited from a superstate, a move to the very substate we stand in is no move.
            if (!Same(source, destination))
            {
                machine.MoveTo(source, destination, trigger);
            }
        }
    }

    private sealed class Selected(Func<TState> selector, Func<bool>? guard, string? description) : Behaviour(guard, description)
    {
        public override void Take(StateMachine<TState, TTrigger> machine, TState source, TTrigger trigger) =>
            machine.MoveTo(source, selector(), trigger);
    }

    private sealed class Reentry(TState state, Func<bool>? guard, string? description) : Behaviour(guard, description)
    {
        public override void Take(StateMachine<TState, TTrigger> machine, TState source, TTrigger trigger) =>
            machine.Reenter(state, trigger);
    }

    private sealed class Ignored(Func<bool>? guard, string? description) : Behaviour(guard, description)
    {
        public override void Take(StateMachine<TState, TTrigger> machine, TState source, TTrigger trigger)
        {
        }
    }

    private sealed class Inner(Action<Transition> action) : Behaviour(guard: null, guardDescription: null)
    {
        public override void Take(StateMachine<TState, TTrigger> machine, TState source, TTrigger trigger) =>
            action(new Transition(source, source, trigger));
    }
}
