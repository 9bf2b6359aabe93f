namespace ChatHelper.Tests.Delivery;

/// <summary>A clock that runs some times faster than the real one; timers and timestamps with it.</summary>
internal sealed class QuickClock(int times) : TimeProvider
{
    private readonly long _origin = TimeProvider.System.GetTimestamp();

    public static DateTimeOffset T0 { get; } = new(2026, 11, 18, 12, 30, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeProvider.System.TimestampFrequency;

    public override long GetTimestamp() => (TimeProvider.System.GetTimestamp() - _origin) * times;

    public override DateTimeOffset GetUtcNow() => T0 + GetElapsedTime(0, GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Scaled(TimeProvider.System.CreateTimer(callback, state, Real(dueTime), Real(period)), this);

    private TimeSpan Real(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / times;

    private sealed class Scaled(ITimer inner, QuickClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(clock.Real(dueTime), clock.Real(period));

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
