using Microsoft.Data.Sqlite;

namespace ChatHelper.Storage;

/// <summary>What it means that the disk refused: no room, which passes, or a failure, after which nothing that was written but not
/// yet on disk can be believed. The system forgets such a failure with the call that tells it, so the same call would
/// succeed the next time and prove nothing.</summary>
internal static class DiskFault
{
    /// <summary>Exit code of a worker that ended because its disk failed (EX_IOERR of sysexits.h).</summary>
    public const int ExitCode = 74;

    private const int Io = 10;
    private const int Full = 13;

    // SQLITE_IOERR_SHMOPEN, _SHMSIZE and _SHMMAP: what readers and the writer share, which no restart reads.
    private const int SharedOpen = 4618;
    private const int SharedSize = 4874;
    private const int SharedMap = 5386;

    // errno(3): ENXIO, ENODEV, EIO; ENOSPC, EDQUOT.
    private const int InputOutput = 5;
    private const int NoDevice = 6;
    private const int DeviceGone = 19;
    private const int NoSpace = 28;
    private const int OverQuota = 122;

    public static bool IsFull(Exception? fault) => fault is SqliteException { SqliteErrorCode: Full }
        or SqliteException { SqliteExtendedErrorCode: SharedSize } or IOException { HResult: NoSpace or OverQuota };

    public static bool IsFailure(Exception? fault) =>
        fault is SqliteException { SqliteErrorCode: Io, SqliteExtendedErrorCode: not (SharedOpen or SharedSize or SharedMap) }
            or IOException { HResult: InputOutput or NoDevice or DeviceGone };
}
