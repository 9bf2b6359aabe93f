using System.CommandLine;
using System.Globalization;
using ChatHelper.Storage;
using ChatHelper.Watch;

namespace ChatHelper.Commands;

/// <summary><c>parked</c>: what could not be taken or sent, beside a running worker if there is one.</summary>
internal static class ParkedCommand
{
    public static Command Make()
    {
        var data = new Option<string?>("--data") { Description = "data folder; CHATHELPER_DATA when left out" };
        var clear = new Option<bool>("--clear") { Description = "forget them, once the fault is found; the alarm ends" };
        var command = new Command("parked", "List messages and replies that were given up.") { data, clear };
        command.SetAction(parsed => Run(
            parsed.GetValue(data) ?? Settings.Read(Environment.GetEnvironmentVariable).DataFolder, parsed.GetValue(clear), Console.Out));
        return command;
    }

    public static int Run(string folder, bool clear, TextWriter output)
    {
        using var session = new Session(Database.Present(folder).Open());
        foreach (var one in ParkedStore.All(session))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{one.At:yyyy-MM-dd HH:mm:ss}Z {one.Kind} {one.Channel} {one.Key} {one.Fault}"));
        }

        output.WriteLine(clear ? $"{ParkedStore.Clear(session)} forgotten." : $"{ParkedStore.Count(session)} parked.");
        return 0;
    }
}
