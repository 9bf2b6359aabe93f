using System.CommandLine;
using ChatHelper.Audit;
using ChatHelper.Evidence;
using ChatHelper.Storage;
using ChatHelper.Vault;
using Microsoft.Data.Sqlite;

namespace ChatHelper.Commands;

/// <summary><c>verify</c>: every kept file against its hash, every case against its chain, the audit log against its anchor; offline,
/// reading only, beside a running worker if there is one. Exit code 0 means nothing was found.</summary>
internal static class VerifyCommand
{
    public static Command Make()
    {
        var data = new Option<string?>("--data") { Description = "data folder; CHATHELPER_DATA when left out" };
        var anchor = new Option<string?>("--anchor") { Description = "an anchor of the log that the audit log must still hold: \"NUMBER MAC\"" };
        var accept = new Option<bool>("--accept") { Description = "take the end of the audit log as it is now, after restoring a backup; an entry says so" };
        var command = new Command("verify", "Hash every kept file again; check the chain of every case and of the audit log.") { data, anchor, accept };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetValue(data) ?? Settings.Read(Environment.GetEnvironmentVariable).DataFolder;
            if (parsed.GetValue(accept))
            {
                AuditVerifying.Accept(folder, TimeProvider.System);
            }

            return Run(folder, TimeProvider.System, Console.Out, Console.Error, AuditVerifying.Known(parsed.GetValue(anchor)));
        });
        return command;
    }

    /// <summary>Checks a data folder.</summary>
    /// <param name="known">An anchor that the audit log must hold; null: none.</param>
    public static int Run(string folder, TimeProvider clock, TextWriter output, TextWriter errors, AuditHead? known = null)
    {
        var database = Database.Present(folder);
        using var keys = VaultOptions.Read(Environment.GetEnvironmentVariable, folder).Open(readOnly: true);
        using var seal = new Seal(keys);
        try
        {
            using var session = new Session(database.Open());
            var check = new EvidenceCheck(seal, Path.Combine(folder, "files"), clock);
            var audit = AuditVerifying.Run(session, keys, folder, known);
            IReadOnlyList<string> faults = [.. check.Run(session), .. audit.Fault is { } fault ? [$"audit log: {fault}"] : Array.Empty<string>()];
            foreach (var found in faults)
            {
                errors.WriteLine(found);
            }

            var way = check.OnTheirWay == 0 ? "" : $" {check.OnTheirWay} on their way in.";
            output.WriteLine($"{check.Read.Files} files, {check.Read.Bytes} bytes, {check.Entries} entries in the chains, {audit.Entries} in the audit log, {faults.Count} faults.{way}");
            return faults.Count == 0 ? 0 : 1;
        }
        catch (SqliteException fault)
        {
            throw new StartFault($"The database {database.Path} cannot be read: {fault.Message}", fault);
        }
    }
}
