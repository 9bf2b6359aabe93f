using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Plays;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Tests.Languages;

/// <summary>The real pack with two more languages of a handful of lines each: what is not translated stays in Chinese.</summary>
internal static class ThreeLanguages
{
    private static readonly Lazy<Pack> Read = new(Of);

    public static Pack Pack => Read.Value;

    private static Pack Of()
    {
        // Its own translations change with their translators: here only the handful counts.
        var files = PackFiles.Read(Path.Combine(PackFiles.Root, "dialogs", "china"))
            .Where(file => !file.Key.StartsWith("lines/", StringComparison.Ordinal) || file.Key.StartsWith("lines/zh-Hans", StringComparison.Ordinal))
            .Where(file => !file.Key.EndsWith(".en.txt", StringComparison.Ordinal) && !file.Key.EndsWith(".zh-Hant.txt", StringComparison.Ordinal))
            .ToDictionary(StringComparer.Ordinal);
        files["pack.yaml"] = files["pack.yaml"].Replace("[zh-Hans]", "[zh-Hans, zh-Hant, en]", StringComparison.Ordinal);
        foreach (var (path, text) in PackFiles.Read(Path.Combine(PackFiles.Root, "tests", "ChatHelper.Core.Tests", "Languages", "pack")))
        {
            files[path] = text;
        }

        return PackReader.Read(new PackSource("china", files), new Diagnostics())!;
    }

    /// <summary>Plays a conversation against this pack.</summary>
    public static void Plays(string play)
    {
        var diagnostics = new Diagnostics();
        var read = PlayReader.Read("test.play", $"dialog: opening\nclock 2026-11-18T20:30\nconsent given\n{play}", diagnostics);
        Assert.Empty(diagnostics.Found);
        var faults = string.Join('\n', PlayRunner.Run(new Decider(Pack), read));
        Assert.True(faults.Length == 0, faults);
    }
}
