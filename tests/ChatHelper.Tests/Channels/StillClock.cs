namespace ChatHelper.Tests.Contract;

/// <summary>What is written down is dated as the play says; what waits – a pump, a deadline, a connection – waits in real time.</summary>
internal sealed class StillClock(DateTimeOffset start) : TimeProvider
{
    private long _moved;

    public override DateTimeOffset GetUtcNow() => start + TimeSpan.FromTicks(Interlocked.Read(ref _moved));

    public override long GetTimestamp() => System.GetTimestamp() + (Interlocked.Read(ref _moved) / TimeSpan.TicksPerSecond * TimestampFrequency);

    public void Move(TimeSpan by) => Interlocked.Add(ref _moved, by.Ticks);
}
