using System.CommandLine;
using ChatHelper.Evidence;
using ChatHelper.Storage;
using ChatHelper.Vault;
using Microsoft.Data.Sqlite;

namespace ChatHelper.Commands;

/// <summary><c>verify</c>: every kept file against its hash, every case against its chain; offline, reading only, beside a running
/// worker if there is one. Exit code 0 means nothing was found.</summary>
internal static class VerifyCommand
{
    public static Command Make()
    {
        var data = new Option<string?>("--data") { Description = "data folder; CHATHELPER_DATA when left out" };
        var command = new Command("verify", "Hash every kept file again and check the chain of every case.") { data };
        command.SetAction(parsed => Run(parsed.GetValue(data) ?? Settings.Read(Environment.GetEnvironmentVariable).DataFolder, TimeProvider.System, Console.Out, Console.Error));
        return command;
    }

    /// <summary>Checks a data folder.</summary>
    public static int Run(string folder, TimeProvider clock, TextWriter output, TextWriter errors)
    {
        var database = new Database(Path.Combine(folder, "chathelper.db"));
        if (!File.Exists(database.Path))
        {
            throw new StartFault($"There is no database at {database.Path}; --data or CHATHELPER_DATA must be the data folder of the program.");
        }

        using var keys = VaultOptions.Read(Environment.GetEnvironmentVariable, folder).Open(readOnly: true);
        using var seal = new Seal(keys);
        var check = new EvidenceCheck(seal, Path.Combine(folder, "files"), clock);
        var faults = Faults(check, database);
        foreach (var fault in faults)
        {
            errors.WriteLine(fault);
        }

        var way = check.OnTheirWay == 0 ? "" : $" {check.OnTheirWay} on their way in.";
        output.WriteLine($"{check.Read.Files} files, {check.Read.Bytes} bytes, {check.Entries} entries in the chains, {faults.Count} faults.{way}");
        return faults.Count == 0 ? 0 : 1;
    }

    private static IReadOnlyList<string> Faults(EvidenceCheck check, Database database)
    {
        try
        {
            using var session = new Session(database.Open());
            return check.Run(session);
        }
        catch (SqliteException fault)
        {
            throw new StartFault($"The database {database.Path} cannot be read: {fault.Message}", fault);
        }
    }
}
