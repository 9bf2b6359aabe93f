namespace ChatHelper.Erasure;

internal static partial class EraserLog
{
    [LoggerMessage(1501, LogLevel.Warning, "Rows of an erased person wait to be removed; nobody can read them any more ({Fault})")]
    public static partial void Later(ILogger log, string fault);

    [LoggerMessage(1502, LogLevel.Warning, "Erasing taken up: {Begun} persons whose erasing was cut off, {Missing} persons of the database whose keys are gone")]
    public static partial void TakenUp(ILogger log, int begun, int missing);
}
