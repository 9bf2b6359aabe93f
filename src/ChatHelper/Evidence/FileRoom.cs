using ChatHelper.Storage;

namespace ChatHelper.Evidence;

/// <summary>Files are whole in memory while they come: a few at a time, one of each person, and none for ever.</summary>
internal sealed class FileRoom : IDisposable
{
    /// <summary>Files in memory at once.</summary>
    public const int AtOnce = 4;

    /// <summary>Files that come or wait for that; further ones are left to their channel.</summary>
    public const int Most = 64;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);
    private readonly SemaphoreSlim _room = new(AtOnce);
    private readonly HashSet<long> _sending = [];

    /// <summary>Lets a file come.</summary>
    /// <exception cref="StorageFault">Not now; its channel brings it again.</exception>
    public async Task<T> Let<T>(long person, Func<Task<T>> come, CancellationToken stop)
    {
        Enter(person);
        var inside = false;
        try
        {
            inside = await _room.WaitAsync(Longest, stop);
            return await (inside ? come() : throw Later()).WaitAsync(Longest, stop);
        }
        catch (TimeoutException)
        {
            throw Later();
        }
        finally
        {
            Leave(person, inside);
        }
    }

    public void Dispose() => _room.Dispose();

    private void Enter(long person)
    {
        lock (_sending)
        {
            if (_sending.Count >= Most || !_sending.Add(person))
            {
                throw Later();
            }
        }
    }

    private void Leave(long person, bool inside)
    {
        if (inside)
        {
            _room.Release();
        }

        lock (_sending)
        {
            _sending.Remove(person);
        }
    }

    private static StorageFault Later() => new("another file is on its way, or too many are");
}
