using ChatHelper.Core.Authorities;
using ChatHelper.Core.Casework;
using NodaTime;

namespace ChatHelper.Core.Deadlines;

/// <summary>Where a day stands against today.</summary>
public enum DeadlineState
{
    /// <summary>The clock has not run out.</summary>
    Running,

    /// <summary>The usual time is over, and a lawful extension may still run: nobody may be called late.</summary>
    Extendable,

    /// <summary>The longest lawful time is over.</summary>
    Over,
}

/// <summary>A day that follows from a time limit and the day it runs from. Computed, never stored.</summary>
/// <param name="Authority">Whose time limit it is.</param>
/// <param name="Term">The time limit.</param>
/// <param name="Filing">The filing it belongs to; null for one that follows from the case alone.</param>
/// <param name="Day">Last day of the usual time.</param>
/// <param name="Latest">Last day with every lawful extension.</param>
public sealed record Deadline(Authority Authority, Term Term, Filing? Filing, LocalDate Day, LocalDate Latest)
{
    /// <summary>A year on the way has no announced holidays: the day may move.</summary>
    public bool Provisional { get; init; }

    /// <summary>The start is itself a last day, because the event is not known: the day is the latest possible.</summary>
    public bool Supposed { get; init; }

    /// <summary>Falls on a rest day and stays there: no provision was found that moves it.</summary>
    public bool OnRestDay { get; init; }

    /// <summary>Id of the line that words it.</summary>
    public string LineId => $"authority.{Authority.Id}.{Term.Id}";

    /// <summary>Where it stands.</summary>
    /// <param name="today">Today in the pack's zone.</param>
    public DeadlineState State(LocalDate today) =>
        today <= Day ? DeadlineState.Running : today <= Latest ? DeadlineState.Extendable : DeadlineState.Over;
}
