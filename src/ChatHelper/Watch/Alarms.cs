namespace ChatHelper.Watch;

/// <summary>The alarms as they stand. Each says once when it begins or grows, and once when it ends.</summary>
internal sealed class Alarms(ILogger<Alarms> log)
{
    private volatile IReadOnlyList<Alarm> _all = [];

    /// <summary>All, also those that are fine; empty before the first look.</summary>
    public IReadOnlyList<Alarm> All => _all;

    /// <summary>Those that stand.</summary>
    public IReadOnlyList<Alarm> Standing => [.. _all.Where(alarm => alarm.Level != AlarmLevel.Fine)];

    /// <summary>Takes what a look found. One caller at a time.</summary>
    public void Take(IReadOnlyList<Alarm> found)
    {
        var before = _all.ToDictionary(alarm => alarm.Name, alarm => alarm.Level, StringComparer.Ordinal);
        _all = found;
        foreach (var alarm in found)
        {
            var was = before.GetValueOrDefault(alarm.Name);
            if (alarm.Level == AlarmLevel.Critical && was != AlarmLevel.Critical)
            {
                WatchLog.Critical(log, alarm.Name, alarm.Why);
            }
            else if (alarm.Level > was)
            {
                WatchLog.Begins(log, alarm.Name, alarm.Why);
            }
            else if (alarm.Level == AlarmLevel.Fine && was != AlarmLevel.Fine)
            {
                WatchLog.Ends(log, alarm.Name);
            }
        }
    }
}
