using System.Diagnostics;

namespace ChatHelper.Papers;

/// <summary>Makes PDFs with a LibreOffice of this machine: one at a time, in a profile of its own, within a limit of time.
/// LibreOffice reads and writes files, so for these seconds a letter stands in clear in a folder that only this user may enter: in
/// memory (<see cref="PdfFolder"/>), unless the operator named another place. It is removed after each one and at the next start.</summary>
internal sealed class PdfWriter : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45); // below that of the web page, which then connects anew
    private readonly string _office;
    private readonly string _folder;
    private readonly TimeProvider _clock;
    private readonly SemaphoreSlim _turn = new(1);

    /// <param name="office">Path of <c>soffice</c>.</param>
    /// <param name="folder">Made and emptied here; nothing else may lie in it.</param>
    public PdfWriter(string office, string folder, TimeProvider clock)
    {
        (_office, _folder, _clock) = (office, Path.GetFullPath(folder), clock);
        Remove(_folder);
    }

    /// <returns>The PDF; null when it could not be made in time.</returns>
    public async Task<byte[]?> Write(byte[] docx)
    {
        using var limit = new CancellationTokenSource(Patience, _clock);
        try
        {
            await _turn.WaitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }

        try
        {
            Make(_folder);
            var paper = Path.Combine(_folder, "paper.docx");
            await File.WriteAllBytesAsync(paper, docx, limit.Token);
            await Convert(paper, limit.Token);
            var made = Path.ChangeExtension(paper, ".pdf");
            return File.Exists(made) ? await File.ReadAllBytesAsync(made, limit.Token) : null;
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
        finally
        {
            Remove(_folder);
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task Convert(string paper, CancellationToken limit)
    {
        var start = new ProcessStartInfo(_office)
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder,
            ArgumentList =
            {
                $"-env:UserInstallation={new Uri(Path.Combine(_folder, "profile")).AbsoluteUri}",
                "--headless", "--norestore", "--nolockcheck", "--convert-to", "pdf", "--outdir", _folder, paper,
            },
        };

        // It gets none of our settings: they hold secrets. And no time zone: it would write it into the paper.
        var path = Environment.GetEnvironmentVariable("PATH");
        start.Environment.Clear();
        foreach (var (name, value) in new[] { ("PATH", path), ("HOME", _folder), ("TMPDIR", _folder), ("LANG", "C.UTF-8"), ("TZ", "UTC0") })
        {
            start.Environment[name] = value;
        }

        using var office = Process.Start(start) ?? throw new IOException($"{_office} does not start");
        var told = Task.WhenAll(office.StandardOutput.ReadToEndAsync(limit), office.StandardError.ReadToEndAsync(limit));
        try
        {
            await office.WaitForExitAsync(limit);
            await told;
        }
        finally
        {
            if (!office.HasExited)
            {
                office.Kill(entireProcessTree: true);
                await office.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
