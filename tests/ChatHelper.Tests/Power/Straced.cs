using System.Diagnostics;

namespace ChatHelper.Tests.Power;

/// <summary>A test that needs strace; where there is none it says so and is counted as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StraceFactAttribute : FactAttribute
{
    public StraceFactAttribute() => Skip = Straced.Program is null ? "the calls of a process are watched: that needs strace" : null;
}

/// <summary>Runs <see cref="Driver"/> with all its calls on files written down.</summary>
internal static class Straced
{
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "strace")).FirstOrDefault(File.Exists);

    /// <summary>Runs it to its end.</summary>
    /// <param name="log">Where the calls are written.</param>
    /// <param name="more">More words for strace.</param>
    /// <returns>What it said on its standard error.</returns>
    public static async Task<string> Run(string log, string[] more, params string[] words)
    {
        using var run = Process.Start(new ProcessStartInfo(Program!, [
            "-f", "--seccomp-bpf", "-xx", "-s", "40000000", "-e", $"trace={Trace.Calls}", "-e", "signal=none", "-o", log, .. more,
            "dotnet", Path.Combine(AppContext.BaseDirectory, "ChatHelper.Tests.dll"), .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            Environment = { ["DOTNET_TieredPGO"] = "0", ["DOTNET_DbgEnableMiniDump"] = "0" },
        })!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        var (said, errors) = (run.StandardOutput.ReadToEndAsync(limit.Token), run.StandardError.ReadToEndAsync(limit.Token));
        await run.WaitForExitAsync(limit.Token);
        await said;
        Assert.True(run.ExitCode == 0, await errors);
        return await errors;
    }
}
