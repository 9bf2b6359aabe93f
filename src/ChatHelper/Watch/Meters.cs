using System.Diagnostics.Metrics;
using ChatHelper.Core.Turns;
using ChatHelper.Storage;

namespace ChatHelper.Watch;

/// <summary>What is counted. The names are fixed: dashboards know them. A label names a channel, a limit or an alarm, never
/// anything of a person.</summary>
internal sealed class Meters : IDisposable
{
    private readonly Counter<long> _turns;
    private readonly Counter<long> _sent;
    private readonly Counter<long> _failed;
    private readonly Counter<long> _kept;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _purged;
    private readonly Counter<long> _limits;
    private volatile Observed? _last;

    public Meters(Writer writer, Func<IReadOnlyList<Alarm>> alarms)
    {
        _turns = All.CreateCounter<long>("chathelper_turns_total", description: "Messages, reminders and volunteers' words taken");
        _sent = All.CreateCounter<long>("chathelper_replies_sent_total", description: "Replies that a channel has accepted");
        _failed = All.CreateCounter<long>("chathelper_replies_failed_total", description: "Replies that will not be sent again");
        _kept = All.CreateCounter<long>("chathelper_files_kept_total", description: "Files kept");
        _refused = All.CreateCounter<long>("chathelper_files_refused_total", description: "Files not kept");
        _purged = All.CreateCounter<long>("chathelper_purged_total", description: "Talks whose time was over");
        _limits = All.CreateCounter<long>("chathelper_limits_hit_total", description: "Times that a limit held something back");
        All.CreateObservableCounter("chathelper_batches_total", () => writer.Batches, description: "Batches written");
        All.CreateObservableCounter("chathelper_works_total", () => writer.Works, description: "Works in them; divided by the batches their size");
        Gauge("chathelper_outbox_rows", seen => seen.Outbox, "Replies that wait");
        Gauge("chathelper_outbox_oldest_seconds", seen => (long)seen.OldestReply.TotalSeconds, "How long the oldest of them waits on a channel that we send on");
        Gauge("chathelper_due_late_seconds", seen => (long)seen.DueLate.TotalSeconds, "How late the latest reminder is");
        Gauge("chathelper_handovers_waiting", seen => seen.Waiting, "Persons who wait for a volunteer");
        Gauge("chathelper_parked_rows", seen => seen.Parked, "Messages and replies given up");
        Gauge("chathelper_persons_abroad", seen => seen.PersonsAbroad, "Persons on Telegram in this year");
        Gauge("chathelper_purge_age_seconds", seen => (long)seen.SincePurge.TotalSeconds, "Since the purge last went through");
        Gauge("chathelper_database_bytes", seen => seen.DatabaseBytes, "Size of the database");
        Gauge("chathelper_wal_bytes", seen => seen.WalBytes, "Size of its write-ahead log");
        Gauge("chathelper_disk_free_bytes", seen => seen.DiskFree, "Free space beside it");
        All.CreateObservableGauge("chathelper_heap_bytes", () => GC.GetTotalMemory(forceFullCollection: false), description: "Managed memory in use");
        All.CreateObservableGauge(
            "chathelper_alarm",
            () => alarms().Select(alarm => new Measurement<long>((long)alarm.Level, new KeyValuePair<string, object?>("name", alarm.Name))),
            description: "0 fine, 1 warning, 2 critical");
    }

    public Meter All { get; } = new("ChatHelper");

    /// <summary>The last look; null before the first.</summary>
    public Observed? Last
    {
        get => _last;
        set => _last = value;
    }

    /// <summary>An Incoming was taken.</summary>
    public void Took(Incoming incoming)
    {
        _turns.Add(1);
        if (incoming is Gave gave)
        {
            (gave.File.Id.Length > 0 ? _kept : _refused).Add(1);
        }
    }

    public void Sent(string channel, int replies = 1) => _sent.Add(replies, Label("channel", channel));

    public void Failed(string channel) => _failed.Add(1, Label("channel", channel));

    public void Purged(int talks) => _purged.Add(talks);

    /// <summary>A limit held something back.</summary>
    /// <param name="limit">Its fixed name.</param>
    public void Limited(string limit) => _limits.Add(1, Label("limit", limit));

    public void Dispose() => All.Dispose();

    private static KeyValuePair<string, object?> Label(string name, string value) => new(name, value);

    private void Gauge(string name, Func<Observed, long> value, string description) =>
        All.CreateObservableGauge(name, () => _last is { } seen ? [new Measurement<long>(value(seen))] : Array.Empty<Measurement<long>>(), description: description);
}
