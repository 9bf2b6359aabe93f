using System.CommandLine;
using System.Globalization;
using ChatHelper.Channels.Terminal;
using ChatHelper.Content;
using ChatHelper.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Spectre.Console;

namespace ChatHelper.Commands;

/// <summary><c>talk</c>: the same engine in the terminal.</summary>
internal static class TalkCommand
{
    public static Command Make()
    {
        var json = new Option<bool>("--json") { Description = "one JSON object a line in both directions" };
        var pack = new Option<string?>("--pack") { Description = "name of the pack" };
        var person = new Option<string>("--person") { DefaultValueFactory = _ => "p1", Description = "who is talking" };
        var clock = new Option<string?>("--clock") { Description = "virtual time at the start, such as 2026-11-18T20:30+08:00" };
        var lang = new Option<string?>("--lang") { Description = "language of the talk" };
        var data = new Option<string?>("--data") { Description = "data folder; a temporary one when left out" };
        var command = new Command("talk", "Talk with the bot here; the clock can be moved.") { json, pack, person, clock, lang, data };
        command.SetAction(async parsed =>
        {
            if (!parsed.GetValue(json) && Console.IsInputRedirected)
            {
                throw new StartFault("talk is for a terminal, and what it reads here comes from elsewhere; 'talk --json' takes one object a line, such as {\"text\":\"hello\"}.");
            }

            var settings = Settings.Read(Environment.GetEnvironmentVariable);
            var loaded = PackLoading.Load(settings.DialogsFolder, parsed.GetValue(pack) ?? settings.PackName);
            var folder = parsed.GetValue(data) ?? Directory.CreateTempSubdirectory("chathelper-").FullName;
            var time = new VirtualClock(Start(parsed.GetValue(clock)));
            using var engine = new Engine(loaded, folder, time, NullLoggerFactory.Instance, settings.Office);
            engine.Surroundings.Operator = OperatorOptions.Read(Environment.GetEnvironmentVariable);
            engine.Surroundings.PagesAt(settings.PublicUrl, here: null);
            var talk = new TerminalTalk(engine, time, parsed.GetValue(person)!);
            if (parsed.GetValue(lang) is { } language)
            {
                await talk.Speak(language);
            }

            if (parsed.GetValue(json))
            {
                await new JsonTalk(talk, Path.Combine(folder, "out")).Run(Console.In, Console.Out);
            }
            else
            {
                await new ScreenTalk(talk, engine, new TerminalFiles(engine.Papers, Path.Combine(folder, "out")), AnsiConsole.Console).Run();
            }

            return 0;
        });
        return command;
    }

    private static DateTimeOffset Start(string? clock) => clock is null
        ? TimeProvider.System.GetUtcNow()
        : DateTimeOffset.TryParse(clock, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start)
            ? start
            : throw new StartFault($"--clock is '{clock}'; it must be a time such as 2026-11-18T20:30+08:00.");
}
