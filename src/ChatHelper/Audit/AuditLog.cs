namespace ChatHelper.Audit;

internal static partial class AuditLog
{
    // Kept elsewhere by whoever keeps the logs: 'verify --anchor' holds the database against it.
    [LoggerMessage(1701, LogLevel.Information, "audit anchor {Head}")]
    public static partial void Anchor(ILogger log, AuditHead head);

    [LoggerMessage(1702, LogLevel.Warning, "The end of the audit log could not be written beside the database ({Fault})")]
    public static partial void Unwritten(ILogger log, string fault);
}
