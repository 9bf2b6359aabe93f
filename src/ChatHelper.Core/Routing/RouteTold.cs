using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Routing;

/// <summary>Says the way: first one thing and why, then the rest, then what is not suitable.</summary>
internal static class RouteTold
{
    /// <summary>What stands in the way of a first step and what goes with it.</summary>
    public static string First(Talk talk) => talk.Pack.Routes.Plan(talk.Now.Facts) is { Go: [var first, ..] }
        ? talk.Line("routes.first", ("authority", Name(talk, first)), ("reason", talk.Line(first.Reason)))
        : talk.Line("routes.none");

    /// <summary>The whole way.</summary>
    public static string All(Talk talk)
    {
        var plan = talk.Pack.Routes.Plan(talk.Now.Facts);
        return string.Join('\n',
        [
            .. plan.Words.Select(line => talk.Line(line)),
            First(talk),
            .. plan.Go.Skip(1).Select((stop, at) => talk.Line("routes.then", ("no", $"{at + 2}"), ("authority", Name(talk, stop)), ("reason", talk.Line(stop.Reason)))),
            .. plan.Not.Select(stop => talk.Line("routes.not", ("authority", Name(talk, stop)), ("reason", talk.Line(stop.Reason)))),
        ]);
    }

    /// <summary>The reason for the first step again, with what that authority can and cannot do.</summary>
    public static string Why(Talk talk) => talk.Pack.Routes.Plan(talk.Now.Facts) is { Go: [var first, ..] }
        ? $"{First(talk)}\n{AuthorityTold.Card(talk, first.Authority)}"
        : talk.Line("routes.none");

    private static string Name(Talk talk, Stop stop) => AuthorityTold.Name(talk, stop.Authority);
}
