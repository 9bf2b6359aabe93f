using System.CommandLine;
using ChatHelper.Audit;
using ChatHelper.Desk;
using ChatHelper.Desk.Accounts;
using ChatHelper.Storage;
using ChatHelper.Vault;
using Microsoft.Data.Sqlite;

namespace ChatHelper.Commands;

/// <summary><c>volunteers</c>: the crew of the desk, for whoever runs the program; beside the running worker if there is one.</summary>
internal static class VolunteersCommand
{
    public static Command Make()
    {
        var lead = new Option<bool>("--lead") { Description = "for a lead, who sees the state of all cases and the accounts" };
        var name = new Argument<string>("NAME") { Description = "pseudonym of the account" };
        var invite = new Command("invite", "Print a one-time link that sets up an account.") { lead };
        var list = new Command("list", "List the accounts.");
        var remove = new Command("remove", "Remove an account at once; its cases wait again.") { name };
        var reset = new Command("reset", "Shut an account at once and print a one-time link that sets it up anew.") { name };
        list.SetAction(_ => Here(crew => crew.List()));
        invite.SetAction(parsed => Here(crew => crew.Invite(parsed.GetValue(lead) ? Role.Lead : Role.Volunteer)));
        remove.SetAction(parsed => Here(crew => crew.Remove(parsed.GetValue(name)!)));
        reset.SetAction(parsed => Here(crew => crew.Reset(parsed.GetValue(name)!)));
        return new Command("volunteers", "Accounts of the volunteers' desk.") { list, invite, remove, reset };
    }

    /// <summary>Runs a work in one transaction on a data folder.</summary>
    public static int Run(Settings settings, VaultOptions vault, TimeProvider clock, TextWriter output, Func<CrewWork, int> work)
    {
        var database = Database.Present(settings.DataFolder);
        try
        {
            using var keys = vault.Open(readOnly: true);
            using var seal = new Seal(keys);
            using var auditKey = AuditChain.Key(keys);
            using var session = new Session(database.Open());
            session.Begin();
            var code = work(new CrewWork(session, new AuditStore(auditKey, seal), new AccountStore(seal), new DeskLinkStore(seal), settings, clock.GetUtcNow(), output));
            session.Commit();
            return code;
        }
        catch (SqliteException fault)
        {
            throw new StartFault($"The database {database.Path} cannot be used: {fault.Message}", fault);
        }
    }

    private static int Here(Func<CrewWork, int> work)
    {
        var settings = Settings.Read(Environment.GetEnvironmentVariable);
        return Run(settings, VaultOptions.Read(Environment.GetEnvironmentVariable, settings.DataFolder), TimeProvider.System, Console.Out, work);
    }
}

/// <summary>What the command does, in one transaction.</summary>
internal sealed record CrewWork(Session Session, AuditStore Audit, AccountStore Accounts, DeskLinkStore Links, Settings Settings, DateTimeOffset Now, TextWriter Output)
{
    public int List()
    {
        foreach (var one in Accounts.All(Session))
        {
            Output.WriteLine($"{one.Name}\t{one.Role}\tsince {one.Secrets.Since:yyyy-MM-dd}{(one.Secrets.Password.Length == 0 ? "\treset, not yet set up anew" : "")}");
        }

        return 0;
    }

    public int Invite(Role role)
    {
        Note($"invited a {role}");
        return Print(new Invitation(role));
    }

    public int Remove(string name) => Named(name, one =>
    {
        AccountStore.Remove(Session, one.Id);
        Note($"removed {one.Name}");
        Output.WriteLine($"{one.Name} is removed.");
        return 0;
    });

    public int Reset(string name) => Named(name, one =>
    {
        Accounts.Put(Session, one with { Stamp = AccountStore.FreshStamp(), Secrets = one.Secrets with { Password = "", Key = [], Recovery = [] } });
        Note($"reset {one.Name}");
        return Print(new Invitation(one.Role, one.Id));
    });

    private int Named(string name, Func<Account, int> then)
    {
        if (Accounts.Find(Session, DeskDoor.Name(name)) is { } one)
        {
            return then(one);
        }

        Output.WriteLine($"There is no account '{name}'. 'chathelper volunteers list' shows them.");
        return 1;
    }

    private int Print(Invitation to)
    {
        Output.WriteLine(Links.Make(Session, (Settings.PublicUrl?.ToString() ?? Settings.Url), to, Now));
        return 0;
    }

    private void Note(string what) => Audit.Write(Session, 0, Now, AuditStore.Operator, what);
}
