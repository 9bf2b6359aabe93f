namespace ChatHelper.Limits;

internal enum DiskLevel
{
    Fine,

    /// <summary>Words are taken, files are not.</summary>
    NoFiles,

    /// <summary>Nothing is taken; channels keep it.</summary>
    Full,
}

/// <summary>How full the disk of the data folder is, looked up at most once a second.</summary>
internal sealed class Watermark(LimitOptions limits, string folder, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private readonly Lock _gate = new();
    private DateTimeOffset _lookedAt;
    private double _used;

    public DiskLevel Level => Share switch
    {
        var used when used >= limits.NothingAt => DiskLevel.Full,
        var used when used >= limits.NoFilesAt => DiskLevel.NoFiles,
        _ => DiskLevel.Fine,
    };

    /// <summary>Share in use, 0 to 1.</summary>
    public double Share
    {
        get
        {
            var now = clock.GetUtcNow();
            lock (_gate)
            {
                if ((now - _lookedAt).Duration() >= Fresh)
                {
                    (_lookedAt, _used) = (now, limits.DiskUsed(folder));
                }

                return _used;
            }
        }
    }

    /// <summary>What the system says; a disk that tells nothing counts as empty, for the database still says when it is not.</summary>
    public static double Used(string folder)
    {
        try
        {
            // What is kept back for the system is neither used nor free.
            var drive = new DriveInfo(folder);
            var used = drive.TotalSize - drive.TotalFreeSpace;
            return used > 0 ? (double)used / (used + drive.AvailableFreeSpace) : 0;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return 0;
        }
    }
}
