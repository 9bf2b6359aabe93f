using System.Diagnostics;

namespace ChatHelper.Benchmarks;

/// <summary>A process that we started, with what the kernel says of it.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process _process;

    private Child(Process process) => _process = process;

    /// <summary>Starts one of our programs, optionally below another program that slows its disk down.</summary>
    public static Child Start(string dll, string arguments, IReadOnlyDictionary<string, string> environment, int fsyncDelayMs = 0)
    {
        var run = new ProcessStartInfo(fsyncDelayMs > 0 ? "strace" : "dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        run.Arguments = (fsyncDelayMs > 0
            ? $"-f --seccomp-bpf -qq -o /dev/null -e trace=fdatasync,fsync -e inject=fdatasync,fsync:delay_exit={fsyncDelayMs}ms dotnet "
            : "") + $"{dll} {arguments}";
        run.Environment["DOTNET_TieredPGO"] = "1";
        foreach (var (name, value) in environment)
        {
            run.Environment[name] = value;
        }

        var process = Process.Start(run)!;
        process.ErrorDataReceived += (_, line) => Say(line.Data);
        process.BeginErrorReadLine();
        return new Child(process);
    }

    /// <summary>The first line it prints that fits; everything else is let go.</summary>
    public async Task<string> Line(Func<string, bool> fits)
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (fits(line))
            {
                _ = _process.StandardOutput.ReadToEndAsync();
                return line;
            }
        }

        throw new InvalidOperationException("the process ended before it was ready");
    }

    /// <summary>Processor time so far, of the process and what it started.</summary>
    public TimeSpan Cpu => Tree().Aggregate(TimeSpan.Zero, (sum, process) => sum + process.TotalProcessorTime);

    /// <summary>Largest resident size so far, in MiB.</summary>
    public double PeakMiB => Tree().Max(process => process.PeakWorkingSet64) / 1048576.0;

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private List<Process> Tree() => _process.StartInfo.FileName == "dotnet"
        ? [Process.GetProcessById(_process.Id)]
        : [.. File.ReadAllText($"/proc/{_process.Id}/task/{_process.Id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => Process.GetProcessById(int.Parse(id)))];

    private static void Say(string? line)
    {
        if (!string.IsNullOrEmpty(line))
        {
            Console.Error.WriteLine(line);
        }
    }
}
