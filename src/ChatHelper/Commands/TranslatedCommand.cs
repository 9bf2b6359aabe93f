using System.CommandLine;
using System.Text.RegularExpressions;
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Lines;
using ChatHelper.Core.Proof;
using Command = System.CommandLine.Command;

namespace ChatHelper.Commands;

/// <summary><c>dialogs translated LANG</c>: lists what a language lacks and what has changed since it was translated, also before
/// <c>pack.yaml</c> names the language; <c>--stamp</c> marks all that is there as made from the source as it stands now.</summary>
internal static partial class TranslatedCommand
{
    public static Command Make(Option<string?> packName)
    {
        var language = new Argument<string>("language") { Description = "language, such as en" };
        var stamp = new Option<bool>("--stamp") { Description = "mark what is translated as made from the source as it is now" };
        var command = new Command("translated", "List what a language lacks; --stamp marks it as translated.") { language, packName, stamp };
        command.SetAction(async (parsed, stop) =>
        {
            var tag = parsed.GetValue(language)!;
            var diagnostics = new Diagnostics();
            if (PackReader.Read(With(DialogsCommand.Source(parsed, diagnostics), tag), diagnostics) is not { } pack || pack.Lines.Languages[0] == tag)
            {
                Console.Error.WriteLine($"'{tag}' is not a language that the pack can be translated into.");
                return 1;
            }

            if (parsed.GetValue(stamp))
            {
                var file = Path.Combine(DialogsCommand.Folder(parsed), "lines", "of", $"{tag}.yaml");
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                await File.WriteAllTextAsync(file, TranslationProof.Stamps(pack, tag), stop);
                Console.WriteLine($"Wrote {file}");
                return 0;
            }

            TranslationProof.Prove(pack, diagnostics);
            return List(tag, diagnostics);
        });
        return command;
    }

    private static int List(string tag, Diagnostics diagnostics)
    {
        var found = diagnostics.Found.Where(fault => fault.File.Contains($"/{tag}.", StringComparison.Ordinal)
            || fault.File.Contains($".{tag}.", StringComparison.Ordinal) || fault.Message.EndsWith($" in {tag}", StringComparison.Ordinal)).ToList();
        found.ForEach(fault => Console.WriteLine(fault));
        Console.WriteLine(found.Count == 0 ? $"{tag} has everything." : $"{found.Count} to do in {tag}.");
        return found.Count == 0 ? 0 : 1;
    }

    // The source language and this one, whatever pack.yaml names: a language grows before it is spoken.
    private static PackSource With(PackSource source, string tag) => new(source.Name, source.Files.ToDictionary(
        file => file.Key,
        file => file.Key == "pack.yaml" ? Languages().Replace(file.Value, $"languages: [${{first}}, {tag}]", 1) : file.Value,
        StringComparer.Ordinal));

    [GeneratedRegex(@"languages: *\[ *(?<first>[\w-]+)[^\]]*\]", RegexOptions.NonBacktracking)]
    private static partial Regex Languages();
}
