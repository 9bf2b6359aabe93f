namespace ChatHelper.Fakes;

internal sealed class ShiftedClock(TimeProvider inner) : TimeProvider
{
    private long _shift;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _shift));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _shift, by.Ticks);
}
