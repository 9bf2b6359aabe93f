using System.CommandLine;
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Lines;
using Command = System.CommandLine.Command;

namespace ChatHelper.Commands;

/// <summary><c>dialogs translated LANG</c>: marks every line of a language as made from the source as it stands now.</summary>
internal static class TranslatedCommand
{
    public static Command Make(Option<string?> packName)
    {
        var language = new Argument<string>("language") { Description = "language that has been looked through, such as en" };
        var command = new Command("translated", "Mark a language as translated from the source as it is now.") { language, packName };
        command.SetAction(async (parsed, stop) =>
        {
            var diagnostics = new Diagnostics();
            var tag = parsed.GetValue(language)!;
            if (PackReader.Read(DialogsCommand.Source(parsed, diagnostics), diagnostics) is not { } pack || !pack.Lines.Languages.Skip(1).Contains(tag))
            {
                Console.Error.WriteLine($"'{tag}' is not a language that the pack is translated into.");
                return 1;
            }

            var file = Path.Combine(DialogsCommand.Folder(parsed), "lines", "of", $"{tag}.yaml");
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, Translation.Stamps(pack.Lines, tag), stop);
            Console.WriteLine($"Wrote {file}");
            return 0;
        });
        return command;
    }
}
