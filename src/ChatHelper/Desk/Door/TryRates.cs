using System.Net;
using ChatHelper.Desk.Accounts;
using ChatHelper.Gate;
using ChatHelper.Limits;

namespace ChatHelper.Desk.Door;

/// <summary>Where a try to sign in comes from.</summary>
/// <param name="From">The connection.</param>
/// <param name="Known">Name of the browser, when it has been in this account before; null: a stranger's.</param>
internal sealed record Visit(string From, string? Known);

/// <summary>How fast passwords may be tried, asked before a slow hash is spent: by connection, by account, by all strangers
/// together. Whoever guesses empties the buckets of strangers alone: a browser that has been in the account before has one of its
/// own, and no lock of the account shuts it out.</summary>
internal sealed class TryRates(Engine engine, AccountStore accounts)
{
    private const int Remembered = 10_000;
    private readonly BucketBook _connections = new(new Rate(10, 1 / 6.0), Remembered, engine.Clock);
    private readonly BucketBook _accounts = new(new Rate(15, 1 / 30.0), Remembered, engine.Clock);
    private readonly BucketBook _strangers = new(new Rate(12, 1), 1, engine.Clock);
    private readonly BucketBook _known = new(new Rate(5, 1 / 300.0), Remembered, engine.Clock);

    public static string From(HttpContext context) => Guesses.Connection(context.Connection.RemoteIpAddress);

    /// <summary>Takes one try; one that was right is given back.</summary>
    public bool May(Visit visit, string name) => visit.Known is { } browser
        ? _known.Take(Key(browser))
        : _connections.Take(Key(visit.From)) && _accounts.Take(new Guid(accounts.Lookup(name))) && _strangers.Take(Guid.Empty);

    public void WasRight(Visit visit, string name)
    {
        if (visit.Known is { } browser)
        {
            _known.GiveBack(Key(browser));
            return;
        }

        _connections.GiveBack(Key(visit.From));
        _accounts.GiveBack(new Guid(accounts.Lookup(name)));
        _strangers.GiveBack(Guid.Empty);
    }

    private Guid Key(string of) => new(engine.Seal.Lookup("desk-door", of));
}
