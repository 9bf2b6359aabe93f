namespace ChatHelper.Watch;

/// <summary>What the parts of the worker report of themselves, for the alarms. Safe from any thread.</summary>
internal sealed class Signals
{
    private long _skew;
    private long _purgedAt;
    private long _backupAt;

    /// <param name="now">The start: from here on a purge is waited for.</param>
    public Signals(DateTimeOffset now) => PurgedAt = now;

    /// <summary>Telegram refuses the token.</summary>
    public volatile bool Unauthorised;

    /// <summary>Another program polls with the same token.</summary>
    public volatile bool Conflict;

    /// <summary>The token of the WeChat account cannot be renewed.</summary>
    public volatile bool WeChatTokenFails;

    /// <summary>WeChat refuses what we send by ourselves, whoever it is for.</summary>
    public volatile bool WeChatMayNotPush;

    /// <summary>How far our clock is from that of the Bot API; positive: ours is ahead.</summary>
    public TimeSpan Skew
    {
        get => new(Volatile.Read(ref _skew));
        set => Volatile.Write(ref _skew, value.Ticks);
    }

    /// <summary>When the purge last went through.</summary>
    public DateTimeOffset PurgedAt
    {
        get => new(Volatile.Read(ref _purgedAt), TimeSpan.Zero);
        set => Volatile.Write(ref _purgedAt, value.UtcTicks);
    }

    /// <summary>When the last good backup was made, or the start when there is none yet; null: backups are not set up, and not missed.</summary>
    public DateTimeOffset? BackupAt
    {
        get => Volatile.Read(ref _backupAt) is var ticks and > 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
        set => Volatile.Write(ref _backupAt, value?.UtcTicks ?? 0);
    }
}
