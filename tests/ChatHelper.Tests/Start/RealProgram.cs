using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ChatHelper.Tests.Rules;

namespace ChatHelper.Tests.Start;

/// <summary>The real program as a process of its own, in an empty folder, with the real pack unless told otherwise.</summary>
internal sealed class RealProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly List<Process> _started = [];

    public string Folder { get; } = Directory.CreateTempSubdirectory("start-").FullName;

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Runs it to its end.</summary>
    /// <returns>Exit code and what stands on stderr; fails when it does not end in time.</returns>
    public async Task<(int Code, string Errors)> Run(params (string Name, string Value)[] settings)
    {
        var program = Start(settings);
        using var limit = new CancellationTokenSource(Patience);
        var (errors, words) = (program.StandardError.ReadToEndAsync(limit.Token), program.StandardOutput.ReadToEndAsync(limit.Token));
        await program.WaitForExitAsync(limit.Token);
        await words;
        return (program.ExitCode, (await errors).Trim());
    }

    /// <summary>Runs one of its commands to its end.</summary>
    public async Task<(int Code, string Output, string Errors)> Do(string[] words, params (string Name, string Value)[] settings)
    {
        var program = Start(words, settings);
        program.StandardInput.Close();
        using var limit = new CancellationTokenSource(Patience);
        var (errors, said) = (program.StandardError.ReadToEndAsync(limit.Token), program.StandardOutput.ReadToEndAsync(limit.Token));
        await program.WaitForExitAsync(limit.Token);
        return (program.ExitCode, await said, (await errors).Trim());
    }

    /// <summary>Talks with it in JSON, one line, at a fixed time.</summary>
    public async Task Talk(string data, string line, params (string Name, string Value)[] settings)
    {
        var program = Start(["talk", "--json", "--data", data, "--clock", "2026-11-18T20:30+08:00"], settings);
        await program.StandardInput.WriteLineAsync(line);
        program.StandardInput.Close();
        using var limit = new CancellationTokenSource(Patience);
        var (errors, words) = (program.StandardError.ReadToEndAsync(limit.Token), program.StandardOutput.ReadToEndAsync(limit.Token));
        await program.WaitForExitAsync(limit.Token);
        Assert.Equal((0, ""), (program.ExitCode, await errors));
        await words;
    }

    public Process Start(params (string Name, string Value)[] settings) => Start([], settings);

    private Process Start(string[] words, (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ChatHelper.dll"), .. words])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Folder,
        };
        start.Environment["CHATHELPER_DATA"] = Path.Combine(Folder, "data");
        start.Environment["CHATHELPER_DIALOGS"] = Path.Combine(Checkout.Root, "dialogs");
        start.Environment["CHATHELPER_PACK"] = "china";
        start.Environment["CHATHELPER_URL"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}");
        start.Environment.Remove("TELEGRAM_TOKEN");
        start.Environment.Remove("WECHAT_APPID");
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var program = Process.Start(start)!;
        _started.Add(program);
        return program;
    }

    public void Dispose()
    {
        foreach (var program in _started)
        {
            if (!program.HasExited)
            {
                program.Kill();
                program.WaitForExit();
            }

            program.Dispose();
        }

        Directory.Delete(Folder, recursive: true);
    }
}
