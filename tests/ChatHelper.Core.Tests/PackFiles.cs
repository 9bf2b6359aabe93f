using ChatHelper.Core.Content;

namespace ChatHelper.Core.Tests;

/// <summary>Packs that lie in the repository, read from disk for tests.</summary>
internal static class PackFiles
{
    public static string Root { get; } = FindRoot();

    public static string BrokenPacks => Path.Combine(Root, "tests", "broken-packs");

    /// <summary>The sound pack, with the files of another folder laid over it. An empty file takes the one below away.</summary>
    public static PackSource Sound(string? over = null)
    {
        var files = Read(Path.Combine(BrokenPacks, "sound"));
        foreach (var (path, text) in over is null ? [] : Read(Path.Combine(BrokenPacks, over)))
        {
            files[path] = text;
        }

        return new PackSource("sound", files.Where(file => file.Value.Length > 0).ToDictionary(StringComparer.Ordinal));
    }

    /// <summary>The sound pack with one file put in or replaced.</summary>
    public static PackSource SoundWith(params (string Path, string Text)[] changes)
    {
        var files = Sound().Files.ToDictionary(StringComparer.Ordinal);
        foreach (var (path, text) in changes)
        {
            files[path] = text;
        }

        return new PackSource("sound", files);
    }

    public static Dictionary<string, string> Read(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "ChatHelper.sln")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? throw new InvalidOperationException("the tests run inside the repository");
    }
}
