using ChatHelper.Core.Turns;
using NodaTime;

namespace ChatHelper.Conversations;

/// <summary>What turns may know of the world around them. Written by the desk and at the start, read by the turn taker.</summary>
internal sealed class Surroundings
{
    private static readonly Duration Presence = Duration.FromMinutes(10);
    private long _lastAtDesk = long.MinValue;
    private int _waiting;

    /// <summary>A volunteer has done something at the desk.</summary>
    public void VolunteerSeen(Instant now) => Volatile.Write(ref _lastAtDesk, now.ToUnixTimeTicks());

    /// <summary>Whether PDFs can be made here. Set once at the start.</summary>
    public bool MakesPdf { get; set; }

    /// <summary>How many persons wait.</summary>
    public void Waiting(int persons) => Volatile.Write(ref _waiting, persons);

    public Moment At(Instant now)
    {
        var last = Volatile.Read(ref _lastAtDesk);
        return new Moment(now, last != long.MinValue && now - Instant.FromUnixTimeTicks(last) < Presence, Volatile.Read(ref _waiting), MakesPdf);
    }
}
