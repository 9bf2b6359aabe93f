using System.CommandLine;
using System.Globalization;
using ChatHelper.Backups;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Commands;

/// <summary><c>backup</c> makes one, beside a running worker if there is one; <c>backups</c> shows them all.</summary>
internal static class BackupCommand
{
    public static Command Make()
    {
        var to = new Option<string?>("--to") { Description = "folder of the backups; CHATHELPER_BACKUPS when left out" };
        var command = new Command("backup", "Make a backup now; the worker may go on meanwhile.") { to };
        command.SetAction(parsed => Run(Places.Read(), parsed.GetValue(to), TimeProvider.System, Console.Out));
        return command;
    }

    public static Command MakeList()
    {
        var folder = new Option<string?>("--in") { Description = "folder of the backups; CHATHELPER_BACKUPS when left out" };
        var command = new Command("backups", "Show all backups, and whether each is what was made.") { folder };
        command.SetAction(parsed => List(Places.Read(), parsed.GetValue(folder), Console.Out));
        return command;
    }

    public static int Run(Places places, string? to, TimeProvider clock, TextWriter output)
    {
        var backups = places.Backups(to);
        _ = Database.Present(places.DataFolder);
        using var keys = places.Vault.Open(readOnly: true);
        var (backup, manifest) = new BackupMaking(backups, places.DataFolder, keys, clock).Once();
        output.WriteLine($"{backup.Folder}\n{Words(manifest)}, checked. Goes at the latest on {Day(backups.AgesOut(backup))}. The keys are not in it: {places.Vault.Copy} holds their copy.");
        return 0;
    }

    public static int List(Places places, string? folder, TextWriter output)
    {
        var backups = places.Backups(folder);
        using var keys = places.Vault.Open(readOnly: true);
        var damaged = 0;
        foreach (var backup in backups.All())
        {
            var (fault, manifest) = BackupCheck.Run(backup, keys);
            damaged += fault is null ? 0 : 1;
            output.WriteLine($"{backup.Name}  {(manifest is null ? "" : $"{Words(manifest)}, ")}{(fault is null ? "whole" : $"DAMAGED: {fault}")}, goes on {Day(backups.AgesOut(backup))}");
        }

        output.WriteLine($"{backups.All().Count} backups in {backups.Path}, {damaged} damaged.");
        return damaged == 0 ? 0 : 1;
    }

    private static string Words(Manifest manifest) =>
        string.Create(CultureInfo.InvariantCulture, $"{manifest.Persons} persons, {manifest.FileCount} files, {manifest.Bytes:N0} bytes");

    private static string Day(DateTimeOffset day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
