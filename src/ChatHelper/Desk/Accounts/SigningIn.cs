using ChatHelper.Conversations;
using ChatHelper.Storage;

namespace ChatHelper.Desk.Accounts;

/// <summary>Name, password and a code of the second factor, judged together: whoever fails does not learn by what. Identity's own
/// user manager counts locks by the system's clock and commits apart from the audit; here both are the worker's.</summary>
internal sealed class SigningIn(Engine engine, AccountStore accounts, Passwords passwords)
{
    private const int FailuresToLock = 5, MostDoublings = 6;
    private static readonly TimeSpan FirstLock = TimeSpan.FromMinutes(1);

    /// <summary>Who has this name; null: nobody.</summary>
    public Task<Account?> Find(string name) => engine.Writer.Write(null, session => accounts.Find(session, name));

    /// <summary>Signs somebody in.</summary>
    /// <param name="known">Who has the name that was typed; null: nobody, which takes as long.</param>
    /// <param name="code">Six digits of the app, or a recovery code.</param>
    /// <param name="beenHere">The browser has been in this account before: no lock shuts it out.</param>
    /// <returns>Null: not with these.</returns>
    public Task<Account?> Try(Account? known, string password, string code, bool beenHere) => Try(known, password, code, beenHere, anew: null);

    /// <summary>Gives an account another password, judged as signing in from elsewhere is: who got hold of a session learns no password by
    /// trying. All sessions end.</summary>
    /// <returns>The account to let in again; null: not with these.</returns>
    public async Task<Account?> Change(Account? known, string password, string code, string anew) =>
        await Try(known, password, code, beenHere: false, await passwords.Hash(anew));

    private async Task<Account?> Try(Account? known, string password, string code, bool beenHere, string? anew)
    {
        var right = await passwords.IsRight(known?.Secrets.Password, password);
        return await engine.Writer.Write(null, session => Judged(session, known, right, code, beenHere, anew));
    }

    // On the writer's thread: of codes and failures that arrive at once, each sees what the one before it left.
    private Account? Judged(Session session, Account? known, bool right, string code, bool beenHere, string? anew)
    {
        var now = engine.Clock.GetUtcNow();
        if (known is null || accounts.Find(session, known.Id) is not { } one || one.Stamp != known.Stamp || (!beenHere && IsLocked(one.Secrets, now)))
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

    // Longer than any lock lasts: the clock was set back since.
    private static bool IsLocked(Secrets of, DateTimeOffset now) => of.LockedUntil - now is { } left && left > TimeSpan.Zero && left <= FirstLock * (1 << MostDoublings);

    // A minute, two, four … up to about an hour: people know pseudonyms, and must not be able to lock volunteers out for good.
    private static Secrets Failed(Secrets of, DateTimeOffset now) => of.Failed + 1 < FailuresToLock
        ? of with { Failed = of.Failed + 1 }
        : of with { Failed = 0, Locks = of.Locks + 1, LockedUntil = now + (FirstLock * (1 << Math.Min(of.Locks, MostDoublings))) };
}
