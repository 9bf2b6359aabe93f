using System.Globalization;

namespace ChatHelper.Watch;

internal enum AlarmLevel
{
    Fine,
    Warning,
    Critical,
}

/// <summary>One alarm as it stands.</summary>
/// <param name="Name">Fixed: others watch for it.</param>
/// <param name="Why">Numbers and names of settings; nothing of any person.</param>
internal sealed record Alarm(string Name, AlarmLevel Level, string Why);

/// <summary>When each alarm stands. All of them, always, in this order.</summary>
internal static class AlarmRules
{
    private const long QuotaNear = 8_000, Quota = 10_000;
    private static readonly TimeSpan Queue = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Backup = TimeSpan.FromHours(2);
    private static readonly TimeSpan Clock = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Purge = TimeSpan.FromHours(2);
    private static readonly TimeSpan PurgeAtMost = TimeSpan.FromHours(24);

    public static IReadOnlyList<Alarm> Of(Observed now) =>
    [
        new("queue", If(now.OldestReply > Queue), $"the oldest reply waits for {Words(now.OldestReply)}"),
        new("parked", If(now.Parked > 0), $"{now.Parked} messages or replies were given up; 'chathelper parked' lists them"),
        new("unauthorised", If(now.Unauthorised, AlarmLevel.Critical), "Telegram does not accept TELEGRAM_TOKEN (401)"),
        new("conflict", If(now.Conflict, AlarmLevel.Critical), "another program polls Telegram with the same token (409)"),
        new("disk", Step(Used(now), 0.80, 0.95), $"the disk of CHATHELPER_DATA is {Used(now).ToString("P0", CultureInfo.InvariantCulture)} full"),
        new("backup", If(now.SinceBackup > Backup, AlarmLevel.Critical), $"the last backup is {Words(now.SinceBackup ?? TimeSpan.Zero)} old"),
        new("clock", If(now.Skew.Duration() > Clock), $"our clock and Telegram's differ by {Words(now.Skew.Duration())}"),
        new("purge", now.SincePurge > PurgeAtMost ? AlarmLevel.Critical : If(now.SincePurge > Purge), $"nothing was purged for {Words(now.SincePurge)}"),
        new("audit", If(now.AuditFault is not null, AlarmLevel.Critical), $"the audit log: {now.AuditFault}"),
        new("database", If(now.CommitsMissing > 0, AlarmLevel.Critical), $"the database is older than it was: {now.CommitsMissing} commits of before the start are gone. The disk lost them, or another file was put in its place; see 'verify' and 'restore'"),
        new("key", If(now.KeysMissing.Count > 0, AlarmLevel.Critical), $"key files are missing: {string.Join(", ", now.KeysMissing)}"),
        new("wechat-token", If(now.WeChatTokenFails || now.WeChatMayNotPush, AlarmLevel.Critical), now.WeChatTokenFails
            ? "the token of the WeChat account cannot be renewed" : "WeChat lets nothing be pushed; 'chathelper wechat-selfcheck' says why"),
        new("quota", Step(now.PersonsAbroad, QuotaNear, Quota), $"{now.PersonsAbroad} persons on Telegram since the first of January; at {Quota} the law asks for a security assessment"),
    ];

    private static double Used(Observed now) => now.DiskTotal == 0 ? 0 : 1 - ((double)now.DiskFree / now.DiskTotal);

    private static AlarmLevel If(bool stands, AlarmLevel level = AlarmLevel.Warning) => stands ? level : AlarmLevel.Fine;

    private static AlarmLevel Step(double value, double near, double over) =>
        value >= over ? AlarmLevel.Critical : If(value >= near);

    private static string Words(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalSeconds} s");
}
