namespace ChatHelper.Tests.Retention;

/// <summary>Time passes, and apart from it the clock is set.</summary>
internal sealed class LeapingClock(DateTimeOffset start) : TimeProvider
{
    private TimeSpan _passed;
    private TimeSpan _leapt;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => start + _passed + _leapt;

    public override long GetTimestamp() => TimeSpan.FromDays(1).Ticks + _passed.Ticks;

    public void Pass(TimeSpan time) => _passed += time;

    public void Leap(TimeSpan by) => _leapt += by;
}
