namespace Stateless;

public sealed partial class StateMachine<TState, TTrigger>
{
    /// <summary>Writes the behaviour of one state, a line per call.</summary>
    public sealed class StateConfiguration
    {
        private readonly StateMachine<TState, TTrigger> _machine;
        private readonly Node _node;

        internal StateConfiguration(StateMachine<TState, TTrigger> machine, Node node) => (_machine, _node) = (machine, node);

        /// <summary>The trigger leads to another state.</summary>
        /// <exception cref="ArgumentException">The destination is this state.</exception>
        public StateConfiguration Permit(TTrigger trigger, TState destinationState) =>
            Add(trigger, new Move(Other(destinationState), null, null));

        /// <summary>The trigger leads to another state while the guard says yes.</summary>
        /// <exception cref="ArgumentException">The destination is this state.</exception>
        public StateConfiguration PermitIf(TTrigger trigger, TState destinationState, Func<bool> guard, string? guardDescription = null) =>
            Add(trigger, new Move(Other(destinationState), Given(guard), guardDescription));

        /// <summary>The trigger leads to the state that the selector names when it fires; this state itself is allowed.</summary>
        public StateConfiguration PermitDynamic(
            TTrigger trigger, Func<TState> destinationStateSelector, string? destinationStateSelectorDescription = null) =>
            Add(trigger, new Selected(Given(destinationStateSelector), null, null));

        /// <summary>As <see cref="PermitDynamic"/>, while the guard says yes.</summary>
        public StateConfiguration PermitDynamicIf(
            TTrigger trigger, Func<TState> destinationStateSelector, Func<bool> guard, string? guardDescription = null) =>
            Add(trigger, new Selected(Given(destinationStateSelector), Given(guard), guardDescription));

        /// <summary>The trigger enters this state again.</summary>
        public StateConfiguration PermitReentry(TTrigger trigger) => Add(trigger, new Reentry(_node.State, null, null));

        /// <summary>The trigger enters this state again while the guard says yes.</summary>
        public StateConfiguration PermitReentryIf(TTrigger trigger, Func<bool> guard, string? guardDescription = null) =>
            Add(trigger, new Reentry(_node.State, Given(guard), guardDescription));

        /// <summary>The trigger is taken and does nothing.</summary>
        public StateConfiguration Ignore(TTrigger trigger) => Add(trigger, new Ignored(null, null));

        /// <summary>The trigger is taken and does nothing while the guard says yes.</summary>
        public StateConfiguration IgnoreIf(TTrigger trigger, Func<bool> guard, string? guardDescription = null) =>
            Add(trigger, new Ignored(Given(guard), guardDescription));

        /// <summary>The trigger runs the action and the state stays; no transition is announced.</summary>
        public StateConfiguration InternalTransition(TTrigger trigger, Action internalAction)
        {
            ArgumentNullException.ThrowIfNull(internalAction);
            return Add(trigger, new Inner(_ => internalAction()));
        }

        /// <summary>The trigger runs the action and the state stays; no transition is announced.</summary>
        public StateConfiguration InternalTransition(TTrigger trigger, Action<Transition> entryAction) =>
            Add(trigger, new Inner(Given(entryAction)));

        /// <summary>What this state does not handle is handled by that one.</summary>
        /// <exception cref="ArgumentException">The states would lie inside each other.</exception>
        public StateConfiguration SubstateOf(TState superstate)
        {
            var around = _machine.At(superstate);
            for (var node = around; node is not null; node = node.Superstate)
            {
                if (ReferenceEquals(node, _node))
                {
                    throw new ArgumentException($"State '{_node.State}' would lie inside itself.", nameof(superstate));
                }
            }

            _node.Superstate = around;
            return this;
        }

        private static T Given<T>(T value) where T : class
        {
            ArgumentNullException.ThrowIfNull(value);
            return value;
        }

        private TState Other(TState destinationState) => Same(destinationState, _node.State)
            ? throw new ArgumentException("A transition leads elsewhere; to stay, ignore the trigger or permit re-entry.", nameof(destinationState))
            : destinationState;

        private StateConfiguration Add(TTrigger trigger, Behaviour behaviour)
        {
            _node.Add(trigger, behaviour);
            return this;
        }
    }
}
