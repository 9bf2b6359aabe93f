using System.Security.Cryptography;
using ChatHelper.Core.Consents;
using ChatHelper.Core.Turns;
using ChatHelper.Core.Witness;
using NodaTime;

namespace ChatHelper.Conversations;

/// <summary>What turns may know of the world around them. Written by the desk and at the start, read by the turn taker.</summary>
internal sealed class Surroundings
{
    private const string WebChannel = "web";
    private static readonly Duration Presence = Duration.FromMinutes(10);
    private long _lastAtDesk = long.MinValue;
    private int _waiting;
    private Uri? _everywhere;
    private Uri? _here;

    /// <summary>A volunteer has done something at the desk.</summary>
    public void VolunteerSeen(Instant now) => Volatile.Write(ref _lastAtDesk, now.ToUnixTimeTicks());

    /// <summary>Whether PDFs can be made here. Set once at the start.</summary>
    public bool MakesPdf { get; set; }

    /// <summary>Who runs the service, as the environment says; null: it does not. Set once at the start.</summary>
    public Operator? Operator { get; set; }

    /// <summary>Days after which the last backup that can hold something of today has aged out; null: no backups are made. Set once at the start.</summary>
    public int? BackupDays { get; set; }

    /// <summary>Whether a channel can begin by itself. Set once at the start.</summary>
    public Func<string, bool> Pushes { get; set; } = static _ => true;

    /// <summary>How many persons wait.</summary>
    public void Waiting(int persons) => Volatile.Write(ref _waiting, persons);

    /// <summary>Where people reach our pages; set once at the start.</summary>
    /// <param name="everywhere">From any network; null: from none.</param>
    /// <param name="here">Only from where the web chat itself is open; null: not known.</param>
    public void PagesAt(Uri? everywhere, Uri? here) => (_everywhere, _here) = (everywhere, here);

    /// <param name="channel">Channel of the person; an address of this machine means nothing to a telephone elsewhere.</param>
    public Moment At(Instant now, string channel = "")
    {
        var last = Volatile.Read(ref _lastAtDesk);
        return new Moment(
            now, last != long.MinValue && now - Instant.FromUnixTimeTicks(last) < Presence, Volatile.Read(ref _waiting),
            _everywhere ?? (channel == WebChannel ? _here : null), MakesPdf)
        {
            Channel = channel,
            Pushes = Pushes(channel),
            Operator = Operator,
            BackupDays = BackupDays,
            FreshCode = RandomNumberGenerator.GetString(WitnessCode.Alphabet, WitnessCode.Length),
        };
    }
}
