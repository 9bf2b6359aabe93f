using ChatHelper.Conversations;
using ChatHelper.Storage;

namespace ChatHelper.Desk.Accounts;

/// <summary>An account on its way: the second factor is not yet confirmed. In memory alone; after a restart the link begins anew.</summary>
internal sealed record Enrolment(Invitation To, string Name, string Password, byte[] Key, DateTimeOffset Until)
{
    public int Tries { get; init; }

    public override string ToString() => nameof(Enrolment);
}

/// <summary>How an account comes about: a link, a name and a password, a second factor confirmed by a code of it.</summary>
internal sealed class Enrolling(Engine engine, AccountStore accounts, DeskLinkStore links, Passwords passwords)
{
    private const int MostTries = 10;
    private readonly Dictionary<string, Enrolment> _begun = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>What a link is good for, and the name it is bound to, if it is; null: for nothing.</summary>
    public Task<(Invitation To, string? Name)?> Look(string code) => engine.Writer.Write(null, session =>
        links.Look(session, code, Now) is not { } to ? null
        : to.Account == 0 ? (to, null)
        : accounts.Find(session, to.Account) is { } one ? (to, one.Name) : default((Invitation, string?)?));

    /// <summary>Whether nobody has this name.</summary>
    public Task<bool> IsFree(string name) => engine.Writer.Write(null, session => accounts.Find(session, name) is null);

    public async Task<Enrolment> Begin(string code, Invitation to, string name, string password)
    {
        var begun = new Enrolment(to, name, await passwords.Hash(password), Totp.FreshKey(), Now + DeskLinkStore.Kept);
        lock (_gate)
        {
            foreach (var old in _begun.Where(pair => pair.Value.Until <= Now).Select(pair => pair.Key).ToList())
            {
                _begun.Remove(old);
            }

            _begun[code] = begun;
        }

        return begun;
    }

    /// <summary>The account on its way by this link; each asking counts as a try to confirm it.</summary>
    public Enrolment? Tried(string code)
    {
        lock (_gate)
        {
            if (!_begun.TryGetValue(code, out var begun) || begun.Until <= Now || begun.Tries >= MostTries)
            {
                _begun.Remove(code);
                return null;
            }

            return _begun[code] = begun with { Tries = begun.Tries + 1 };
        }
    }

    /// <summary>Sets the account up, with its recovery codes; the link is used up with it.</summary>
    /// <returns>Null when the link is not good any more, or somebody else has taken the name.</returns>
    public async Task<(Account One, IReadOnlyList<string> Recovery)?> Finish(string code, Enrolment begun, long step)
    {
        var recovery = RecoveryCodes.Fresh();
        var one = await engine.Writer.Write(null, session =>
        {
            var secrets = new Secrets(begun.Name, begun.Password, begun.Key, [.. recovery.Select(accounts.Kept)], Now) { LastStep = step };
            return links.Use(session, code, Now) is { } to && to == begun.To ? Stored(session, to, secrets) : null;
        });
        lock (_gate)
        {
            _begun.Remove(code);
        }

        return one is null ? null : (one, recovery);
    }

    private Account? Stored(Session session, Invitation to, Secrets secrets)
    {
        var known = accounts.Find(session, secrets.Name);
        if (to.Account == 0 ? known is not null : known?.Id != to.Account)
        {
            return null;
        }

        var one = new Account(known?.Id ?? engine.Sequence.Next(), known?.Role ?? to.Role, AccountStore.FreshStamp(), secrets);
        Action<Session, Account> store = known is null ? accounts.Add : accounts.Put;
        store(session, one);
        engine.Audit.Write(session, 0, Now, Volunteer.NameInAudit(one.Role, one.Name), known is null ? $"set up an account ({one.Role})" : "set up the account anew");
        return one;
    }

    private DateTimeOffset Now => engine.Clock.GetUtcNow();
}
