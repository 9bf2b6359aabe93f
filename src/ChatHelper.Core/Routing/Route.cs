using ChatHelper.Core.Dialogs;

namespace ChatHelper.Core.Routing;

/// <summary>What a row of <c>routes.yaml</c> is for.</summary>
public enum RoutePart
{
    /// <summary>Holds back or warns; <see cref="Route.Alone"/> leaves no other way.</summary>
    Rule,

    /// <summary>Conduct that comes before everything about the lender.</summary>
    First,

    /// <summary>The lender in the contract: the first row that holds is the one.</summary>
    Lender,

    /// <summary>Conduct that adds a way.</summary>
    Also,
}

/// <summary>One row: a condition and where it leads. The reason for an authority is the line <c>routes.ROW/AUTHORITY</c>, the
/// warning of a row without authorities <c>routes.ROW</c>.</summary>
/// <param name="Id">Name of the row.</param>
/// <param name="Part">What it is for.</param>
/// <param name="If">When it holds; null: always.</param>
/// <param name="Go">Authorities in the order in which to go.</param>
/// <param name="Not">Authorities that are not suitable.</param>
public sealed record Route(string Id, RoutePart Part, Condition? If, IReadOnlyList<string> Go, IReadOnlyList<string> Not)
{
    /// <summary>While it holds, no other way is shown.</summary>
    public bool Alone { get; init; }

    /// <summary>It has a word of its own, the line <c>routes.ROW</c>.</summary>
    public bool Says { get; init; }

    /// <summary>Line in <c>routes.yaml</c>.</summary>
    public int Line { get; init; }
}

/// <summary>An authority on the way, or off it, and why.</summary>
/// <param name="Authority">Its id.</param>
/// <param name="Reason">Id of the line with the reason.</param>
public sealed record Stop(string Authority, string Reason);

/// <summary>Where to go, in order, with reasons.</summary>
/// <param name="Go">First one thing, then the next.</param>
/// <param name="Not">Not suitable, and why.</param>
/// <param name="Words">Ids of lines to be said beside it: warnings, what to do meanwhile.</param>
public sealed record RoutePlan(IReadOnlyList<Stop> Go, IReadOnlyList<Stop> Not, IReadOnlyList<string> Words);
