namespace ChatHelper.Limits;

/// <summary>So many at once, then so many a second.</summary>
/// <param name="Burst">At once, after a pause.</param>
/// <param name="PerSecond">Later on.</param>
internal sealed record Rate(double Burst, double PerSecond)
{
    /// <summary>Nothing is held back.</summary>
    public static Rate Unlimited { get; } = new(double.PositiveInfinity, 0);

    /// <summary>How far below nothing a bucket sinks when more is asked of it: whoever goes on pouring stays shut out, and
    /// <see cref="Debt"/> divided by <see cref="PerSecond"/> is the longest wait after the last word.</summary>
    public double Debt { get; init; }
}
