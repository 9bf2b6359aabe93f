namespace ChatHelper.Backups;

internal static partial class BackupLog
{
    [LoggerMessage(1601, LogLevel.Information, "Backup {Name}: {Persons} persons, {Files} files, {Bytes} bytes in {Seconds:F1} s")]
    public static partial void Made(ILogger log, string name, int persons, int files, long bytes, double seconds);

    [LoggerMessage(1602, LogLevel.Warning, "Backup {Name}: {Missing} files have a row and no bytes; 'chathelper verify' names them")]
    public static partial void Missing(ILogger log, string name, int missing);

    [LoggerMessage(1603, LogLevel.Error, "{Fault} It is tried again in five minutes")]
    public static partial void Failed(ILogger log, string fault);
}
