using ChatHelper.Core.Dialogs;
using NodaTime;

namespace ChatHelper.Core.Authorities;

/// <summary>In what a time limit is counted.</summary>
public enum TermUnit
{
    /// <summary>Hours; with days as the only anchors, each day begun.</summary>
    Hours,

    /// <summary>Every day counts.</summary>
    CalendarDays,

    /// <summary>Weekends and holidays do not count, make-up days do.</summary>
    WorkingDays,

    /// <summary>The same day of a later month, or its last.</summary>
    Months,
}

/// <summary>A time limit by law: what an authority must do by when, or what the person can do until when. Its text is the
/// line <c>authority.AUTHORITY.TERM</c>.</summary>
/// <param name="Id">Name within the authority.</param>
/// <param name="Theirs">True: they must by. False: you can until.</param>
/// <param name="Amount">How much of the unit.</param>
/// <param name="Unit">In what it is counted.</param>
/// <param name="From">Event it runs from, one of <see cref="Events"/>; the day of the event does not count.</param>
public sealed record Term(string Id, bool Theirs, int Amount, TermUnit Unit, string From)
{
    /// <summary>What a time limit can run from: a day of the filing, the last act, or a day that only the authority knows
    /// (<c>theirs</c>), which is told but never computed.</summary>
    public static IReadOnlyList<string> Events { get; } = ["filed", "accepted", "answered", "refused", "last-act", "theirs"];

    /// <summary>Whole lengths after lawful extensions, growing; empty when it cannot be extended.</summary>
    public IReadOnlyList<int> Extended { get; init; } = [];

    /// <summary>Term whose last day counts as the start while the event is not known; null for none.</summary>
    public string? After { get; init; }

    /// <summary>For theirs: the event that ends it, <c>accepted</c> (they said that they took it up or passed it on) or <c>answered</c>.</summary>
    public string Ends { get; init; } = "answered";

    /// <summary>Legal point that carries it; null when only reports do.</summary>
    public string? Point { get; init; }

    /// <summary>Legal point that moves a last day on a rest day to the next working day; null when none was found and it stays.</summary>
    public string? MovedBy { get; init; }

    /// <summary>Authority through which the person uses it; a filing there ends it. Null for theirs.</summary>
    public string? Through { get; init; }

    /// <summary>Holds only while this does, of the filing (<c>refusal</c>, <c>refusal-kind</c>) and of the case; null: always.</summary>
    public Condition? If { get; init; }

    /// <summary>How well it is known.</summary>
    public required Checked Checked { get; init; }

    /// <summary>Line in <c>authorities.yaml</c>.</summary>
    public int Line { get; init; }

    /// <summary>False for those that are told and never computed.</summary>
    public bool IsComputed => From != "theirs";

    /// <summary>Its longest lawful length.</summary>
    public int Most => Extended.Count == 0 ? Amount : Extended[^1];
}
