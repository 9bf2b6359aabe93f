namespace Stateless;

public sealed partial class StateMachine<TState, TTrigger>
{
    /// <summary>One step of the machine.</summary>
    public sealed class Transition(TState source, TState destination, TTrigger trigger)
    {
        /// <summary>The state that was left.</summary>
        public TState Source { get; } = source;

        /// <summary>The state that was entered.</summary>
        public TState Destination { get; } = destination;

        /// <summary>What was fired.</summary>
        public TTrigger Trigger { get; } = trigger;

        /// <summary>True when source and destination are the same state.</summary>
        public bool IsReentry => Same(Source, Destination);
    }
}
