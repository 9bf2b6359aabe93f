using ChatHelper.Content;
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using Faults = ChatHelper.Core.Content.Diagnostics;

namespace ChatHelper.Benchmarks;

/// <summary>The packs that are measured: the eight questions with the real crisis words and readers, and the real pack.</summary>
internal static class MeasuredPack
{
    public static string Root { get; } = FindRoot();

    public static Pack Eight() => Read(new PackSource("eight", Files()));

    public static Pack China() => Read(PackFolder.Read(Path.Combine(Root, "dialogs/china"), new Faults()));

    /// <summary>Writes the eight questions as a folder that a worker can serve.</summary>
    public static string WriteEight(string below)
    {
        foreach (var (name, text) in Files())
        {
            var path = Path.Combine(below, "eight", name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        return below;
    }

    // Every message is searched for danger and read for values as in the real pack: that is part of the price of a turn.
    private static Dictionary<string, string> Files()
    {
        var own = PackFolder.Read(Path.Combine(Root, "tests/ChatHelper.Benchmarks/pack"), new Faults()).Files;
        var china = PackFolder.Read(Path.Combine(Root, "dialogs/china"), new Faults()).Files;
        var taken = china.Where(file => file.Key is "crisis.yaml" or "reading.yaml" or "commands.yaml" || (file.Key.StartsWith("lines/", StringComparison.Ordinal) && !own.ContainsKey(file.Key)));
        return taken.Where(file => file.Key is not "commands.yaml").Concat(own)
            .ToDictionary(file => file.Key, file => file.Value, StringComparer.Ordinal);
    }

    private static Pack Read(PackSource source)
    {
        var diagnostics = new Faults();
        var pack = PackReader.Read(source, diagnostics);
        return diagnostics.None ? pack! : throw new InvalidOperationException(string.Join('\n', diagnostics.Found.Take(20)));
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ChatHelper.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("benchmarks run inside the checkout");
    }
}
