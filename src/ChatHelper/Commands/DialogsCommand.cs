using System.CommandLine;
using ChatHelper.Content;
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Graph;
using ChatHelper.Core.Plays;
using ChatHelper.Core.Proof;
using ChatHelper.Core.Turns;
using NodaTime;
using Command = System.CommandLine.Command;

namespace ChatHelper.Commands;

/// <summary><c>dialogs check|prove|graph|play|migrate</c>: what an author runs. Exit code 0 means nothing was found.</summary>
internal static class DialogsCommand
{
    private static readonly Option<string?> PackName = new("--pack") { Description = "name of the pack, or a folder" };

    public static Command Make() => new("dialogs", "Check, prove, draw, play and migrate the dialog files.")
    {
        Check(), Prove(), Graph(), Play(), MigrateCommand.Make(PackName), TranslatedCommand.Make(PackName),
    };

    /// <summary>The files of the pack that an author means.</summary>
    public static PackSource Source(ParseResult parsed, Diagnostics diagnostics) => PackFolder.Read(Folder(parsed), diagnostics);

    /// <summary>A folder as given, or a name below the dialogs folder.</summary>
    public static string Folder(ParseResult parsed)
    {
        var settings = Settings.Read(Environment.GetEnvironmentVariable);
        var name = parsed.GetValue(PackName) ?? settings.PackName;
        var folder = Directory.Exists(name) ? name : Path.Combine(settings.DialogsFolder, name);
        return Directory.Exists(folder) ? folder : throw new Storage.StartFault($"There is no pack at {folder}.");
    }

    private static Command Check()
    {
        var command = new Command("check", "Read the pack and report every fault with file and line.") { PackName };
        command.SetAction(parsed =>
        {
            var diagnostics = new Diagnostics();
            var pack = PackReader.Read(Source(parsed, diagnostics), diagnostics);
            return Report(diagnostics, () => $"{pack!.Name}: {pack.Dialogs.Count} dialogs, {pack.Steps.Count} steps, {pack.Facts.Count} facts, {pack.Letters.Count} letters. Nothing is wrong.");
        });
        return command;
    }

    private static Command Prove()
    {
        var command = new Command("prove", "Prove the pack: every way, every text, every citation, every play.") { PackName };
        command.SetAction(parsed =>
        {
            var diagnostics = new Diagnostics();
            var pack = PackProof.ReadAndProve(Source(parsed, diagnostics), Today(), diagnostics);
            return Report(diagnostics, () => $"{pack!.Name} {pack.Version}: proven on {Today():uuuu-MM-dd}.");
        });
        return command;
    }

    private static Command Graph()
    {
        var to = new Option<string>("--out") { DefaultValueFactory = _ => "dialogs.html", Description = "page to write; a name that ends in .mmd gets Mermaid" };
        var command = new Command("graph", "Draw the pack as a page that opens in a browser.") { PackName, to };
        command.SetAction(async (parsed, stop) =>
        {
            var diagnostics = new Diagnostics();
            if (PackReader.Read(Source(parsed, diagnostics), diagnostics) is not { } pack)
            {
                return Report(diagnostics, () => "");
            }

            var file = parsed.GetValue(to)!;
            await File.WriteAllTextAsync(file, file.EndsWith(".mmd", StringComparison.Ordinal) ? Mermaid.Of(pack) : GraphPage.Of(pack), stop);
            Console.WriteLine($"Wrote {file}");
            return 0;
        });
        return command;
    }

    private static Command Play()
    {
        var which = new Argument<string?>("name") { Arity = ArgumentArity.ZeroOrOne, Description = "one play; all when left out" };
        var command = new Command("play", "Play the scripted conversations.") { which, PackName };
        command.SetAction(parsed =>
        {
            var diagnostics = new Diagnostics();
            var source = Source(parsed, diagnostics);
            if (PackReader.Read(source, diagnostics) is not { } pack || !diagnostics.None)
            {
                return Report(diagnostics, () => "");
            }

            var decider = new Decider(pack);
            var plays = PlayReader.Read(source, diagnostics).Where(play => parsed.GetValue(which) is not { } name || play.Name == name).ToList();
            foreach (var fault in plays.SelectMany(play => PlayRunner.Run(decider, play)))
            {
                diagnostics.Report(fault.Code, fault.File, fault.Line, fault.Message);
            }

            return Report(diagnostics, () => $"{plays.Count} plays came out as written.");
        });
        return command;
    }

    private static int Report(Diagnostics diagnostics, Func<string> fine)
    {
        foreach (var fault in diagnostics.Found)
        {
            Console.Error.WriteLine(fault);
        }

        if (diagnostics.None)
        {
            Console.WriteLine(fine());
            return 0;
        }

        Console.Error.WriteLine($"{diagnostics.Found.Count} faults. dialogs/README.md explains each code.");
        return 1;
    }

    private static LocalDate Today() => LocalDate.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).UtcDateTime);
}
