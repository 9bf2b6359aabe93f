namespace Stateless;

public sealed partial class StateMachine<TState, TTrigger>
{
    /// <summary>Fires a trigger. Fired from within a callback it waits until the running one is done; after an exception
    /// the waiting ones stay and go first with the next call, as in the library.</summary>
    /// <exception cref="InvalidOperationException">Nothing handles the trigger, or several guards permit it.</exception>
    public void Fire(TTrigger trigger)
    {
        _queue.Enqueue(trigger);
        if (_firing)
        {
            return;
        }

        _firing = true;
        try
        {
            while (_queue.TryDequeue(out var next))
            {
                FireOne(next);
            }
        }
        finally
        {
            _firing = false;
        }
    }

    private void FireOne(TTrigger trigger)
    {
        var source = State;
        if (At(source).Find(trigger, out var refused) is { } behaviour)
        {
            behaviour.Take(this, source, trigger);
        }
        else
        {
            _unhandled(source, trigger, Behaviour.Descriptions(refused));
        }
    }

    private void MoveTo(TState source, TState destination, TTrigger trigger)
    {
        _write(destination);
        if (_transitioned is null)
        {
            return;
        }

        _transitioned(new Transition(source, destination, trigger));
        if (!Same(State, destination))
        {
            _write(destination);
        }
    }

    private void Reenter(TState state, TTrigger trigger)
    {
        _transitioned?.Invoke(new Transition(state, state, trigger));
        _write(state);
    }
}
