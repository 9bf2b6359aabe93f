using System.Runtime.InteropServices;

namespace Stateless;

public sealed partial class StateMachine<TState, TTrigger>
{
    /// <summary>A configured state: its lines by trigger and the state around it.</summary>
    internal sealed class Node(TState state)
    {
        private readonly Dictionary<TTrigger, Behaviour> _behaviours = [];

        public TState State { get; } = state;

        public Node? Superstate { get; set; }

        public void Add(TTrigger trigger, Behaviour behaviour)
        {
            ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(_behaviours, trigger, out _);
            if (slot is null)
            {
                slot = behaviour;
                return;
            }

            var last = slot;
            while (last.Next is { } next)
            {
                last = next;
            }

            last.Next = behaviour;
        }

        /// <summary>The one permitted line for a trigger, own lines before those of the superstates. When there is none,
        /// <paramref name="refused"/> is the chain whose guards said no, the outermost one.</summary>
        public Behaviour? Find(TTrigger trigger, out Behaviour? refused)
        {
            refused = null;
            for (var node = this; node is not null; node = node.Superstate)
            {
                if (!node._behaviours.TryGetValue(trigger, out var chain))
                {
                    continue;
                }

                if (node.Permitted(chain, trigger) is { } found)
                {
                    return found;
                }

                refused = chain;
            }

            return null;
        }

        /// <summary>Triggers with a permitted line, here and in the superstates, each once.</summary>
        public List<TTrigger> Permitted()
        {
            var triggers = new List<TTrigger>();
            for (var node = this; node is not null; node = node.Superstate)
            {
                foreach (var (trigger, chain) in node._behaviours)
                {
                    if (AnyPermitted(chain) && !triggers.Contains(trigger))
                    {
                        triggers.Add(trigger);
                    }
                }
            }

            return triggers;
        }

        private static bool AnyPermitted(Behaviour chain)
        {
            for (var behaviour = chain; behaviour is not null; behaviour = behaviour.Next)
            {
                if (behaviour.IsPermitted)
                {
                    return true;
                }
            }

            return false;
        }

        private Behaviour? Permitted(Behaviour chain, TTrigger trigger)
        {
            Behaviour? found = null;
            for (var behaviour = chain; behaviour is not null; behaviour = behaviour.Next)
            {
                if (!behaviour.IsPermitted)
                {
                    continue;
                }

                if (found is not null)
                {
                    throw new InvalidOperationException(
                        $"State '{State}' permits several transitions for trigger '{trigger}'; guards must exclude each other.");
                }

                found = behaviour;
            }

            return found;
        }
    }
}
