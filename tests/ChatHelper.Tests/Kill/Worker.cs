using System.Diagnostics;
using ChatHelper.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Fakes;
using ChatHelper.Tests.Rules;
using ChatHelper.Tests.Start;

namespace ChatHelper.Tests.Kill;

/// <summary>The real worker as a process of its own, with a small pack that says words back, at a fake Bot API.</summary>
internal sealed class Worker(string folder)
{
    private readonly int _port = RealProgram.FreePort();

    public string Data { get; } = Path.Combine(folder, "data");

    public Process Start(FakeBotApi fake, bool webhook, string? crashAt = null, params string[] under)
    {
        var start = Described(under, [], crashAt);
        start.Environment["TELEGRAM_TOKEN"] = fake.Token;
        start.Environment["TELEGRAM_API_URL"] = fake.BaseUrl;
        start.Environment["TELEGRAM_WEBHOOK"] = webhook ? "1" : "0";
        start.Environment["TELEGRAM_PACE"] = "0";
        return Started(start);
    }

    /// <summary>One of the program's commands.</summary>
    public Process Start(string[] command, string? crashAt = null) => Started(Described([], command, crashAt));

    private ProcessStartInfo Described(string[] under, string[] command, string? crashAt)
    {
        string[] words = [.. under, "dotnet", Path.Combine(AppContext.BaseDirectory, "ChatHelper.dll"), .. command];
        return new ProcessStartInfo(words[0], words[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            Environment =
            {
                ["CHATHELPER_DATA"] = Data,
                ["CHATHELPER_DIALOGS"] = Path.Combine(folder, "dialogs"),
                ["CHATHELPER_PACK"] = "echo",
                ["CHATHELPER_LIMITS"] = "0",
                ["CHATHELPER_URL"] = $"http://127.0.0.1:{_port}",
                ["PUBLIC_URL"] = $"http://127.0.0.1:{_port}",
                ["CHATHELPER_CRASH_AT"] = crashAt ?? "",
                ["DOTNET_TieredPGO"] = "0",
            },
        };
    }

    private static Process Started(ProcessStartInfo start)
    {
        var program = Process.Start(start)!;
        program.BeginOutputReadLine();
        program.BeginErrorReadLine();
        return program;
    }

    public Pack Pack() => PackLoading.Load(Path.Combine(folder, "dialogs"), "echo");

    public void WritePack()
    {
        foreach (var from in new[] { "tests/broken-packs/sound", "tests/ChatHelper.Tests/Kill/pack" }.Select(path => Path.Combine(Checkout.Root, path)))
        {
            foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                var to = Path.Combine(folder, "dialogs", "echo", Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(file, to, overwrite: true);
            }
        }
    }
}
