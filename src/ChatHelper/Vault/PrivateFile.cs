using ChatHelper.Storage;

namespace ChatHelper.Vault;

/// <summary>Files that only their owner may read.</summary>
internal static class PrivateFile
{
    /// <summary>Writes a whole file: a crash leaves the old one or the new one.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        FolderSync.Create(Path.GetDirectoryName(path)!);
        var aside = $"{path}.new";
        using (var file = new FileStream(aside, Options(FileMode.Create, FileAccess.Write)))
        {
            file.Write(bytes);
            file.Flush();
            DiskSync.Flush(file.SafeFileHandle);
        }

        File.Move(aside, path, overwrite: true);
        FolderSync.Flush(Path.GetDirectoryName(path)!);
    }

    /// <summary>Makes an empty file for somebody who writes into it by name.</summary>
    public static void Make(string path) => new FileStream(path, Options(FileMode.CreateNew, FileAccess.Write)).Dispose();

    /// <summary>What somebody else wrote by name is on disk when this returns.</summary>
    public static void Flush(string path)
    {
        using var file = new FileStream(path, Options(FileMode.Open, FileAccess.ReadWrite));
        file.Flush();
        DiskSync.Flush(file.SafeFileHandle);
    }

    public static FileStreamOptions Options(FileMode mode, FileAccess access)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows() && mode is not FileMode.Open)
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
