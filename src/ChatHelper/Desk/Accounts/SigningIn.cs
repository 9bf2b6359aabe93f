using ChatHelper.Conversations;
using ChatHelper.Storage;

namespace ChatHelper.Desk.Accounts;

/// <summary>Name, password and a code of the second factor, judged together: whoever fails does not learn by what. Identity's own
/// user manager counts locks by the system's clock and commits apart from the audit; here both are the worker's.</summary>
internal sealed class SigningIn(Engine engine, AccountStore accounts, Passwords passwords)
{
    private const int FailuresToLock = 5, MostDoublings = 6;
    private static readonly TimeSpan FirstLock = TimeSpan.FromMinutes(1);

    /// <summary>Signs somebody in.</summary>
    /// <param name="code">Six digits of the app, or a recovery code.</param>
    /// <returns>Null: not with these.</returns>
    public Task<Account?> Try(string name, string password, string code) => Try(name, password, code, anew: null);

    /// <summary>Gives an account another password, judged as signing in is; all its sessions end.</summary>
    /// <returns>The account to let in again; null: not with these.</returns>
    public async Task<Account?> Change(string name, string password, string code, string anew) => await Try(name, password, code, await passwords.Hash(anew));

    private async Task<Account?> Try(string name, string password, string code, string? anew)
    {
        var known = await engine.Writer.Write(null, session => accounts.Find(session, name));
        var right = await passwords.IsRight(known?.Secrets.Password, password);
        return await engine.Writer.Write(null, session => Judged(session, known, right, code, anew));
    }

    // On the writer's thread: of codes and failures that arrive at once, each sees what the one before it left.
    private Account? Judged(Session session, Account? known, bool right, string code, string? anew)
    {
        var now = engine.Clock.GetUtcNow();
        if (known is null || accounts.Find(session, known.Id) is not { } one || one.Stamp != known.Stamp || one.Secrets.LockedUntil > now)
        {
            return AccountStore.Refused(session, now);
        }

        var secrets = right ? Used(one.Secrets, code, now) : null;
        var after = secrets is null ? one with { Secrets = Failed(one.Secrets, now) }
            : anew is null ? one with { Secrets = secrets }
            : one with { Secrets = secrets with { Password = anew }, Stamp = AccountStore.FreshStamp() };
        accounts.Put(session, after);
        engine.Audit.Write(
            session, 0, now, Volunteer.NameInAudit(one.Role, one.Name),
            secrets is not null ? anew is null ? "signed in" : "changed the password"
            : after.Secrets.LockedUntil > now ? $"alarm sign-in locked until {after.Secrets.LockedUntil:u}"
            : anew is null ? "failed to sign in" : "failed to change the password");
        return secrets is null ? null : after;
    }

    private Secrets? Used(Secrets of, string code, DateTimeOffset now)
    {
        var free = of with { Failed = 0, Locks = 0, LockedUntil = null };
        if (Totp.Step(of.Key, code, now, of.LastStep) is { } step)
        {
            return free with { LastStep = step };
        }

        var kept = accounts.Kept(code);
        return of.Recovery.Contains(kept) ? free with { Recovery = [.. of.Recovery.Where(one => one != kept)] } : null;
    }

    // A minute, two, four … up to about an hour: people know pseudonyms, and must not be able to lock volunteers out for good.
    private static Secrets Failed(Secrets of, DateTimeOffset now) => of.Failed + 1 < FailuresToLock
        ? of with { Failed = of.Failed + 1 }
        : of with { Failed = 0, Locks = of.Locks + 1, LockedUntil = now + (FirstLock * (1 << Math.Min(of.Locks, MostDoublings))) };
}
