namespace ChatHelper.Storage;

/// <summary>Something that waits for the writer.</summary>
internal abstract class Work(object? lane)
{
    public object? Lane { get; } = lane;

    public abstract void Write(Session session);

    public abstract void Done();

    public abstract void Fail(Exception fault);
}

/// <summary>One that gives something back.</summary>
internal sealed class Work<T>(object? lane, Func<Session, T> write, Action<T>? stored) : Work(lane)
{
    // Continuations run elsewhere: the writer's thread only writes.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Task => _done.Task;

    public override void Write(Session session) => _result = write(session);

    // It is on disk whatever the hearer does; a hearer that breaks must not take the writer with it.
    public override void Done()
    {
        try
        {
            stored?.Invoke(_result!);
            _done.SetResult(_result!);
        }
        catch (Exception broken)
        {
            _done.SetException(broken);
        }
    }

    public override void Fail(Exception fault) => _done.TrySetException(fault);
}
