using ChatHelper.Core.Content;
using ChatHelper.Core.Law;
using NodaTime;
using YamlDotNet.RepresentationModel;

namespace ChatHelper.Core.Tests.Law;

/// <summary>The pack as it stands in the repository, and small ones written in a test.</summary>
internal static class LawFiles
{
    internal static readonly LocalDate Today = new(2026, 11, 21);

    internal static PackSource China { get; } = FromDisk(Path.Combine(Root(), "dialogs", "china"));

    internal static LawBook Book { get; } = Sound(China);

    internal static IReadOnlyDictionary<string, string> Lines { get; } = FlatMap(China.Files["lines/zh-Hans.law.yaml"]);

    internal static PackSource Pack(params (string Path, string Text)[] files) =>
        new("test", files.ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal));

    internal static string Line(string id) => Lines[id];

    private static LawBook Sound(PackSource pack)
    {
        var diagnostics = new Diagnostics();
        var book = LawBook.Read(pack, diagnostics);
        Assert.Empty(diagnostics.Found);
        return book;
    }

    private static Dictionary<string, string> FlatMap(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return ((YamlMappingNode)stream.Documents[0].RootNode).Children
            .ToDictionary(pair => ((YamlScalarNode)pair.Key).Value!, pair => ((YamlScalarNode)pair.Value).Value!, StringComparer.Ordinal);
    }

    private static PackSource FromDisk(string folder) => new("china", Directory
        .EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal));

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ChatHelper.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("no ChatHelper.sln above the tests");
        }

        return folder;
    }
}
