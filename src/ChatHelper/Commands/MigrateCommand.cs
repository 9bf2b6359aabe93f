using System.CommandLine;
using ChatHelper.Content;
using ChatHelper.Conversations;
using ChatHelper.Core.Content;
using ChatHelper.Core.Migration;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Turns;
using ChatHelper.Storage;
using ChatHelper.Vault;
using NodaTime;
using Command = System.CommandLine.Command;

namespace ChatHelper.Commands;

/// <summary><c>dialogs migrate --dry-run</c>: what would become of every stored conversation under the pack as it is now.</summary>
internal static class MigrateCommand
{
    public static Command Make(Option<string?> packName)
    {
        var dry = new Option<bool>("--dry-run") { Description = "say it and change nothing; conversations are fitted at their next word anyhow" };
        var command = new Command("migrate", "Walk every stored conversation through the pack as it is now.") { packName, dry };
        command.SetAction(parsed =>
        {
            var diagnostics = new Diagnostics();
            if (PackReader.Read(DialogsCommand.Source(parsed, diagnostics), diagnostics) is not { } pack || !diagnostics.None)
            {
                Console.Error.WriteLine(string.Join('\n', diagnostics.Found));
                return 1;
            }

            var report = MigrationReport.Of(new Decider(pack), Stored(), new Moment(Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow())));
            Console.WriteLine(report);
            return report.Sound ? 0 : 1;
        });
        return command;
    }

    // Reads beside a running worker: the database takes any number of readers.
    private static List<Conversation> Stored()
    {
        var folder = Settings.Read(Environment.GetEnvironmentVariable).DataFolder;
        var database = Database.In(folder);
        if (!File.Exists(database.Path))
        {
            return [];
        }

        using var session = new Session(database.Open());
        using var keys = VaultOptions.Read(Environment.GetEnvironmentVariable, folder).Open(readOnly: true);
        using var seal = new Seal(keys);
        return [.. new ConversationStore(seal).All(session)];
    }
}
