namespace ChatHelper.Watch;

/// <summary>How the worker stands at a moment: what alarms and gauges are made of.</summary>
internal sealed record Observed
{
    public required DateTimeOffset At { get; init; }

    /// <summary>Replies that wait, of all channels.</summary>
    public long Outbox { get; init; }

    /// <summary>How long the oldest reply waits on a channel that we send on; what a closed web page has not fetched does not count.</summary>
    public TimeSpan OldestReply { get; init; }

    public TimeSpan DueLate { get; init; }

    public long Waiting { get; init; }

    public long Parked { get; init; }

    /// <summary>Persons on Telegram in this calendar year.</summary>
    public long PersonsAbroad { get; init; }

    public long DatabaseBytes { get; init; }

    public long WalBytes { get; init; }

    public long DiskFree { get; init; }

    public long DiskTotal { get; init; }

    public TimeSpan SincePurge { get; init; }

    /// <summary>Null: backups are not set up.</summary>
    public TimeSpan? SinceBackup { get; init; }

    public TimeSpan Skew { get; init; }

    public bool Unauthorised { get; init; }

    public bool Conflict { get; init; }

    public bool WeChatTokenFails { get; init; }

    public bool WeChatMayNotPush { get; init; }

    public string? AuditFault { get; init; }

    /// <summary>Commits of before the start that the database has lost.</summary>
    public long CommitsMissing { get; init; }

    /// <summary>Names of key files that are not where they were read.</summary>
    public IReadOnlyList<string> KeysMissing { get; init; } = [];
}
