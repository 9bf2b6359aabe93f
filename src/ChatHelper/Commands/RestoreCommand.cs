using System.CommandLine;
using System.Globalization;
using ChatHelper.Backups;
using ChatHelper.Erasure;
using ChatHelper.Evidence;
using ChatHelper.Storage;
using ChatHelper.Vault;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatHelper.Commands;

/// <summary><c>restore</c>: a backup in the place of the data. Whoever was erased since is erased in what comes back too, before it
/// is put in place.</summary>
internal static class RestoreCommand
{
    public static Command Make()
    {
        var folder = new Argument<string>("FOLDER") { Description = "a backup as 'backups' shows it: its folder, or its name" };
        var without = new Option<bool>("--without-damaged-files") { Description = "leave out damaged files of people instead of refusing; 'verify' names them" };
        var command = new Command("restore", "Put a backup in the place of the data; the worker must not run. The data is moved aside, never deleted.") { folder, without };
        command.SetAction(parsed => Run(Places.Read(), parsed.GetValue(folder)!, TimeProvider.System, Console.Out, parsed.GetValue(without)));
        return command;
    }

    public static async Task<int> Run(Places places, string named, TimeProvider clock, TextWriter output, bool withoutDamaged = false)
    {
        var backup = Found(places, named);
        using var held = DataLock.Take(places.DataFolder, restoring: true);
        using var keys = places.PresentKeys();
        var gone = 0;
        var former = await new Restoring(places.DataFolder, keys, clock).Run(backup, async folder => gone = await Settled(folder, keys, clock), withoutDamaged);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Restored: the data is as it was on {backup.TakenAt:yyyy-MM-dd HH:mm:ss} UTC."));
        output.WriteLine(gone == 0 ? "Nobody of it was erased since." : $"{gone} persons of it were erased since; they stay erased.");
        output.WriteLine(former is null ? "There was no data before." : $"What was there lies in {former}; it goes by itself like a backup, after {places.Options.Days} days.");
        output.WriteLine("Now run 'chathelper verify', then the worker.");
        return 0;
    }

    // Up to this program's schema, without those who are erased, and with doubt about what had not been sent yet.
    private static async Task<int> Settled(string folder, KeyRing keys, TimeProvider clock)
    {
        var database = Database.In(folder);
        database.Prepare();
        using var seal = new Seal(keys);
        using var files = new FileStore(seal, Path.Combine(folder, Manifest.Files), clock);
        using var writer = new Writer(database);
        var before = await writer.Write(null, BackupStore.Persons);
        var eraser = new Eraser(writer, database, keys, files, static () => { }, NullLogger<Eraser>.Instance);
        await eraser.TakeUp();
        await eraser.Emptied();
        await writer.Write(null, BackupStore.Doubt);
        return before - await writer.Write(null, BackupStore.Persons);
    }

    private static Backup Found(Places places, string named)
    {
        var inside = places.Options.Folder is { } backups ? Path.Combine(backups, named) : named;
        return new[] { Path.GetFullPath(named), inside }.Where(Directory.Exists).Select(Backup.Of).FirstOrDefault(backup => backup is not null)
            ?? throw new StartFault($"'{named}' is no backup; it must be a folder as 'chathelper backups' shows it, such as 20261122T030000000Z.");
    }
}
