using System.Diagnostics;
using System.Globalization;
using System.Text;
using ChatHelper.Tests.Rules;
using ChatHelper.Tests.Start;

namespace ChatHelper.Tests.Canary;

/// <summary>A folder that holds everything the real worker can write to: its data, keys, backups, temporary files, home and what it says.</summary>
internal sealed class Place : IDisposable
{
    private readonly StringBuilder _said = new();

    public string Root { get; } = Directory.CreateTempSubdirectory("canary-").FullName;

    public string Data => In("data");

    public string Url { get; } = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{RealProgram.FreePort()}");

    public Place()
    {
        foreach (var folder in new[] { "tmp", "home", "here", "out" })
        {
            Directory.CreateDirectory(In(folder));
        }
    }

    public string In(string name) => Path.Combine(Root, name);

    /// <summary>Everything that was said so far, on both streams.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

    /// <summary>Starts the worker, or one of its commands, talking as much as it can.</summary>
    /// <param name="under">Words before it, of a program that watches it.</param>
    public Process Start(string[] under, string[] words, params (string Name, string Value)[] settings)
    {
        string[] all = [.. under, "dotnet", Path.Combine(AppContext.BaseDirectory, "ChatHelper.dll"), .. words];
        var start = new ProcessStartInfo(all[0], all[1..])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = In("here"),
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in Usual().Concat(settings))
        {
            start.Environment[name] = value;
        }

        var worker = Process.Start(start)!;
        worker.OutputDataReceived += Hear;
        worker.ErrorDataReceived += Hear;
        worker.BeginOutputReadLine();
        worker.BeginErrorReadLine();
        return worker;
    }

    /// <summary>Runs a command to its end.</summary>
    public async Task Do(params string[] words)
    {
        using var program = Start([], words);
        await program.WaitForExitAsync();
        Assert.True(program.ExitCode == 0, Said);
    }

    /// <summary>Ends the worker as a service keeper does, and whoever watches it.</summary>
    public static async Task Stop(Process worker, bool watched)
    {
        var id = watched ? (await File.ReadAllTextAsync($"/proc/{worker.Id}/task/{worker.Id}/children")).Split(' ')[0] : worker.Id.ToString(CultureInfo.InvariantCulture);
        using (var end = Process.Start("kill", ["-TERM", id]))
        {
            await end.WaitForExitAsync();
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await worker.WaitForExitAsync(limit.Token);
    }

    /// <summary>Puts what was said into a file, as a service keeper would.</summary>
    public void KeepSaid() => File.WriteAllText(Path.Combine(In("out"), "worker.log"), Said);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private IEnumerable<(string Name, string Value)> Usual() =>
    [
        ("CHATHELPER_DATA", Data), ("CHATHELPER_BACKUPS", In("backups")), ("CHATHELPER_KEYS", In("keys")), ("CHATHELPER_KEYS_COPY", In("keys-copy")),
        ("CHATHELPER_DIALOGS", Path.Combine(Checkout.Root, "dialogs")), ("CHATHELPER_PACK", "china"), ("CHATHELPER_URL", Url), ("PUBLIC_URL", Url),
        ("CHATHELPER_LIMITS", "0"), ("TELEGRAM_PACE", "0"), ("TMPDIR", In("tmp")), ("HOME", In("home")), ("DOTNET_EnableDiagnostics", "0"), // else pipes lie among the temporary files
        ("Logging__LogLevel__Default", "Trace"), ("Logging__Console__LogLevel__Default", "Trace"), ("Logging__Console__LogLevel__Microsoft.AspNetCore", "Trace"),
        ("Logging__Console__LogLevel__Microsoft.AspNetCore.Hosting.Diagnostics", "Trace"), ("Logging__Console__LogLevel__System.Net.Http", "Trace"),
    ];

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        lock (_said)
        {
            _said.AppendLine(line.Data);
        }
    }
}
