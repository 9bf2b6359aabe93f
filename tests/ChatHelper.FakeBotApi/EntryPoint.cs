using System.Runtime.InteropServices;

namespace ChatHelper.Fakes;

/// <summary>The server as a process of its own: <c>--port N [--token T] [--wait-scale S] [--open] [--counts-only] [--seed N]</c>.</summary>
internal static class EntryPoint
{
    // Not top-level statements: their class Program would meet the product's in the tests that reference both.
    public static async Task<int> Main(string[] args)
    {
        string? After(string name) => Array.IndexOf(args, name) is var i and >= 0 && i + 1 < args.Length ? args[i + 1] : null;
        var ordinary = new FakeBotApiOptions();
        await using var fake = await FakeBotApi.StartAsync(ordinary with
        {
            Port = int.Parse(After("--port") ?? "0"),
            Token = After("--token") ?? ordinary.Token,
            WaitScale = double.Parse(After("--wait-scale") ?? "1"),
            Seed = int.Parse(After("--seed") ?? "1"),
            KnownChatsOnly = !args.Contains("--open"),
            KeepLedger = !args.Contains("--counts-only"),
        });
        Console.WriteLine(fake.BaseUrl);
        var ended = new TaskCompletionSource();
        using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, c => End(c, ended));
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, c => End(c, ended));
        await Task.WhenAny(fake.StopAsked, ended.Task);
        return 0;
    }

    private static void End(PosixSignalContext context, TaskCompletionSource ended)
    {
        context.Cancel = true;
        ended.TrySetResult();
    }
}
