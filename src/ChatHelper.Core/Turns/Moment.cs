using NodaTime;

namespace ChatHelper.Core.Turns;

/// <summary>What a turn may know of the world: handed in, never looked up.</summary>
/// <param name="Now">The instant of the turn.</param>
/// <param name="VolunteersOnDuty">A volunteer has been at the desk within the last minutes.</param>
/// <param name="Waiting">Persons who wait for a volunteer before this one.</param>
/// <param name="Pages">Address under which this person reaches our web pages, ending in a slash; null when there is none.</param>
/// <param name="Pdf">Whether a PDF can be made here.</param>
public sealed record Moment(Instant Now, bool VolunteersOnDuty = false, int Waiting = 0, Uri? Pages = null, bool Pdf = false)
{
    /// <summary>A code that nobody has (<see cref="Witness.WitnessCode"/>), for a turn that hands one out; empty where none can be drawn.</summary>
    public string FreshCode { get; init; } = "";

    /// <summary>What the desk did with the case of this person, the newest first. Asked for only when it is to be told.</summary>
    public Func<IReadOnlyList<Look>> Looks { get; init; } = static () => [];

    /// <summary>Channel on which the person is reached, such as <c>telegram</c>, <c>web</c>, <c>terminal</c>; empty: none yet.</summary>
    public string Channel { get; init; } = "";

    /// <summary>The channel can say something when the person has not just spoken.</summary>
    public bool Pushes { get; init; } = true;

    /// <summary>Who runs the service; null: nobody has said, the pack's own notice may.</summary>
    public Consents.Operator? Operator { get; init; }

    /// <summary>Days after which the last backup that can hold something of today has aged out; null: no backups are made.</summary>
    public int? BackupDays { get; init; }
}
