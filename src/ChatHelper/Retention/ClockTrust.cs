namespace ChatHelper.Retention;

/// <summary>Whether the clock may end anybody's time. A clock that leaps ahead would erase people who wrote an hour ago, and would let
/// reminders fall due that are then set anew for years ahead. So a leap is waited out: by then it is put right, or it was right.
/// A clock that steps back must not date anybody's word back: once it is put right, their time would be long over.</summary>
/// <param name="At">The time at the last look, Unix milliseconds.</param>
/// <param name="Ahead">By how much the clock has gone faster than time since the start, in milliseconds.</param>
/// <param name="Confirmed">For how long it has gone evenly since it leapt, in milliseconds; null: it has not leapt.</param>
/// <param name="Floor">The latest time that was believed, in Unix milliseconds: nothing that happens now was before it. A clock that
/// stays behind it for a day is believed instead.</param>
/// <param name="Behind">For how long the clock has been behind it, in milliseconds.</param>
internal sealed record ClockTrust(long At, long Ahead = 0, long? Confirmed = null, long Floor = 0, long Behind = 0)
{
    private const long Hour = 3_600_000;
    private const long Day = 24 * Hour;

    /// <summary>Whether what is over may be removed: after a day without a leap.</summary>
    public bool MayRemove => Confirmed is null;

    /// <summary>Whether what is due may be said: after two hours without a leap.</summary>
    public bool MayRemind => Confirmed is null or >= 2 * Hour;

    /// <summary>What is known after another look.</summary>
    /// <param name="now">The time now, Unix milliseconds.</param>
    /// <param name="ran">Milliseconds since the last look by a clock that nobody sets; null: the program was not running, for up to
    /// a day without it being strange.</param>
    public ClockTrust Look(long now, long? ran)
    {
        var passed = now - At;
        var ahead = ran is { } even ? Math.Max(0, Ahead + passed - even) : 0;
        if (ran is null ? passed > Day : ahead > Hour)
        {
            return new ClockTrust(now, Ahead: 0, Confirmed: 0, Floor);
        }

        var confirmed = Confirmed + Math.Clamp(passed, 0, ran ?? 0);
        var trusted = confirmed is null or >= Day;
        var behind = now >= Floor ? 0 : Behind + (ran ?? 0);
        return new ClockTrust(now, ahead, trusted ? null : confirmed, trusted && (now >= Floor || behind >= Day) ? now : Floor, behind);
    }
}
