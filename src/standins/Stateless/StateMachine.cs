namespace Stateless;

/// <summary>A state machine whose behaviour per state is configured once and then driven by triggers. It keeps the
/// part of the Stateless library's API that the product uses; like the library's it is not thread-safe.</summary>
/// <typeparam name="TState">Type of the states.</typeparam>
/// <typeparam name="TTrigger">Type of the triggers.</typeparam>
public sealed partial class StateMachine<TState, TTrigger>
    where TState : notnull
    where TTrigger : notnull
{
    private readonly Dictionary<TState, Node> _nodes = [];
    private readonly Queue<TTrigger> _queue = new();
    private readonly Func<TState> _read;
    private readonly Action<TState> _write;
    private Action<TState, TTrigger, ICollection<string>?> _unhandled = Refuse;
    private Action<Transition>? _transitioned;
    private bool _firing;

    /// <summary>A machine that keeps its own state.</summary>
    public StateMachine(TState initialState)
    {
        var held = initialState;
        _read = () => held;
        _write = state => held = state;
    }

    /// <summary>A machine whose state lives elsewhere. The accessor is read once here already, as the library does.</summary>
    public StateMachine(Func<TState> stateAccessor, Action<TState> stateMutator)
    {
        ArgumentNullException.ThrowIfNull(stateAccessor);
        ArgumentNullException.ThrowIfNull(stateMutator);
        _read = stateAccessor;
        _write = stateMutator;
        _ = stateAccessor();
    }

    /// <summary>Where the machine stands.</summary>
    public TState State => _read();

    private Node Current => At(State);

    /// <summary>Starts or continues the configuration of a state.</summary>
    public StateConfiguration Configure(TState state) => new(this, At(state));

    /// <summary>True in that state or in a substate of it, at any depth.</summary>
    public bool IsInState(TState state)
    {
        for (var node = Current; node is not null; node = node.Superstate)
        {
            if (Same(node.State, state))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when the trigger would be handled now. Several permitted guards throw, as in firing.</summary>
    public bool CanFire(TTrigger trigger) => Current.Find(trigger, out _) is not null;

    /// <summary>As <see cref="CanFire(TTrigger)"/>, with the descriptions of the guards that said no;
    /// null when no guard was asked at all.</summary>
    public bool CanFire(TTrigger trigger, out ICollection<string>? unmetGuards)
    {
        var found = Current.Find(trigger, out var refused);
        unmetGuards = found is null ? Behaviour.Descriptions(refused) : [];
        return found is not null;
    }

    /// <summary>Triggers that may fire now: the state's own first, then those of its superstates.</summary>
    public Task<IEnumerable<TTrigger>> GetPermittedTriggersAsync(params object[] args) =>
        Task.FromResult<IEnumerable<TTrigger>>(Current.Permitted());

    /// <summary>Runs for every transition, after the state changed (on re-entry before it is written again).</summary>
    public void OnTransitioned(Action<Transition> onTransitionAction)
    {
        ArgumentNullException.ThrowIfNull(onTransitionAction);
        _transitioned += onTransitionAction;
    }

    /// <summary>Runs instead of the exception for a trigger that nothing handles.</summary>
    public void OnUnhandledTrigger(Action<TState, TTrigger> unhandledTriggerAction)
    {
        ArgumentNullException.ThrowIfNull(unhandledTriggerAction);
        _unhandled = (state, trigger, _) => unhandledTriggerAction(state, trigger);
    }

    /// <summary>Runs instead of the exception for a trigger that nothing handles; the third value holds the descriptions
    /// of the guards that said no, or null when there was none to ask.</summary>
    public void OnUnhandledTrigger(Action<TState, TTrigger, ICollection<string>?> unhandledTriggerAction)
    {
        ArgumentNullException.ThrowIfNull(unhandledTriggerAction);
        _unhandled = unhandledTriggerAction;
    }

    private static bool Same(TState one, TState other) => EqualityComparer<TState>.Default.Equals(one, other);

    private static void Refuse(TState state, TTrigger trigger, ICollection<string>? unmet) =>
        throw new InvalidOperationException(unmet is { Count: > 0 }
            ? $"Trigger '{trigger}' is held back in state '{state}' by its guards: {string.Join(", ", unmet)}."
            : $"State '{state}' has no transition for trigger '{trigger}'.");

    private Node At(TState state)
    {
        if (!_nodes.TryGetValue(state, out var node))
        {
            _nodes.Add(state, node = new Node(state));
        }

        return node;
    }
}
