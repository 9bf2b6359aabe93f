using ChatHelper.Storage;

namespace ChatHelper.Watch;

/// <summary>Whether turns can be taken. A real write goes to the disk at most every ten seconds while all is well, and
/// whenever it is asked while it is not; in between and while one is under way the last result stands.</summary>
internal sealed class Readiness(Engine engine)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Stuck = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(30);
    private readonly Lock _lock = new();
    private Task<string?>? _probe;
    private DateTimeOffset _began;
    private long _refusals;
    private string? _last;

    /// <returns>Why no turn can be taken; null: they can.</returns>
    public async Task<string?> Fault()
    {
        var probe = Current();
        if (!probe.IsCompleted)
        {
            await Task.WhenAny(probe, Task.Delay(Patience));
        }

        return probe.IsCompleted ? _last = await probe
            : Age > Stuck ? "the database does not answer"
            : _last;
    }

    // A clock that was set back must not make an old result last.
    private TimeSpan Age => (engine.Clock.GetUtcNow() - _began).Duration();

    private bool Stands => _last is null && Age < Fresh && engine.Writer.Refusals == _refusals;

    private Task<string?> Current()
    {
        lock (_lock)
        {
            if (_probe is null || (_probe.IsCompleted && !Stands))
            {
                (_began, _refusals, _probe) = (engine.Clock.GetUtcNow(), engine.Writer.Refusals, Probe());
            }

            return _probe;
        }
    }

    private async Task<string?> Probe()
    {
        try
        {
            await engine.Writer.Write(null, WriteProbe.Touch);
            return null;
        }
        catch (StorageFault fault)
        {
            return fault.Message;
        }
    }
}
