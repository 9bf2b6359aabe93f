using System.Text.Json.Serialization;

namespace ChatHelper.Desk.Accounts;

internal enum Role
{
    Volunteer,
    Lead,
}

/// <summary>Somebody who may sit at the desk.</summary>
/// <param name="Id">Our number for the account.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Stamp">Random; a session holds only while it is the same.</param>
/// <param name="Secrets">What stands closed on disk.</param>
internal sealed record Account(long Id, Role Role, string Stamp, Secrets Secrets)
{
    public string Name => Secrets.Name;

    public override string ToString() => nameof(Account);
}

/// <summary>Name and secrets of an account.</summary>
/// <param name="Name">Pseudonym, as persons see it.</param>
/// <param name="Password">Hash of the password; empty: reset, nobody gets in.</param>
/// <param name="Key">Key of the second factor.</param>
/// <param name="Recovery">Keyed hashes of the recovery codes that are left.</param>
/// <param name="Since">When it was set up.</param>
internal sealed record Secrets(string Name, string Password, byte[] Key, IReadOnlyList<string> Recovery, DateTimeOffset Since)
{
    /// <summary>Time step of the last code that was taken; no code of it or before is taken again.</summary>
    public long LastStep { get; init; }

    /// <summary>Failures in a row since the last lock.</summary>
    public int Failed { get; init; }

    /// <summary>Locks in a row; each is longer than the one before.</summary>
    public int Locks { get; init; }

    public DateTimeOffset? LockedUntil { get; init; }

    public override string ToString() => nameof(Secrets);
}

[JsonSerializable(typeof(Secrets))]
internal sealed partial class AccountJson : JsonSerializerContext;
