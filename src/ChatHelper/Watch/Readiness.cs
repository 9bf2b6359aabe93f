using ChatHelper.Storage;

namespace ChatHelper.Watch;

/// <summary>Whether turns can be taken. A real write goes to the disk at most every ten seconds, every second while it fails;
/// in between and while it is under way the last result stands.</summary>
internal sealed class Readiness(Engine engine)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Stuck = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(30);
    private readonly Lock _lock = new();
    private Task<string?>? _probe;
    private long _began;
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
            : engine.Clock.GetElapsedTime(_began) > Stuck ? "the database does not answer"
            : _last;
    }

    private Task<string?> Current()
    {
        lock (_lock)
        {
            if (_probe is null || (_probe.IsCompleted && engine.Clock.GetElapsedTime(_began) >= (_last is null ? Fresh : Again)))
            {
                (_began, _probe) = (engine.Clock.GetTimestamp(), Probe());
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
