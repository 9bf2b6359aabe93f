using System.Diagnostics;

namespace ChatHelper.Tests.Storage;

/// <summary>A test that needs a small disk of its own; where none can be mounted it says so and is counted as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MountFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Missing = new(() =>
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return "a small disk is mounted: that needs Linux and root";
        }

        try
        {
            new SmallDisk("64k").Dispose();
            return null;
        }
        catch (InvalidOperationException refused)
        {
            return refused.Message;
        }
    });

    public MountFactAttribute() => Skip = Missing.Value;
}

/// <summary>A disk in memory of the given size, mounted while it is in use.</summary>
internal sealed class SmallDisk : IDisposable
{
    public SmallDisk(string size)
    {
        Folder = Directory.CreateTempSubdirectory("disk-").FullName;
        Run("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", Folder);
    }

    public string Folder { get; }

    private string Ballast => Path.Combine(Folder, "filled");

    /// <summary>Takes so much of the space, or all that is left.</summary>
    public void Fill(long most = long.MaxValue)
    {
        using var file = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            for (var taken = 0L; taken < most; taken += 4096)
            {
                file.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    /// <summary>Gives so much of what was taken back.</summary>
    public void Shrink(long bytes)
    {
        using var file = new FileStream(Ballast, FileMode.Open, FileAccess.Write);
        file.SetLength(Math.Max(0, file.Length - bytes));
    }

    /// <summary>Makes it larger or smaller.</summary>
    public void Resize(int bytes) => Run("mount", "-o", $"remount,size={bytes}", Folder);

    public void Clear() => File.Delete(Ballast);

    public void Dispose()
    {
        Run("umount", Folder);
        Directory.Delete(Folder);
    }

    private static void Run(string program, params string[] words)
    {
        using var run = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardError = true, UseShellExecute = false })!;
        var said = run.StandardError.ReadToEnd();
        run.WaitForExit();
        if (run.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} says: {said.Trim()}");
        }
    }
}
