using ChatHelper.Core.Content;
using ChatHelper.Core.Crisis;

namespace ChatHelper.Core.Tests.Crisis;

/// <summary>The crisis plan that ships, read once, with its lines.</summary>
internal static class ChinaCrisis
{
    public static readonly string Repository = FindRepository();
    public static readonly Diagnostics Faults = new();
    public static readonly PackSource Source = new("china", new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Script.File] = Read("dialogs/china/variants.yaml"),
        ["crisis.yaml"] = Read("dialogs/china/crisis.yaml"),
        ["lines/zh-Hans.crisis.yaml"] = Read("dialogs/china/lines/zh-Hans.crisis.yaml"),
    });

    public static readonly CrisisPlan Plan = CrisisReader.Read(Source, Faults)!;
    public static readonly IReadOnlyDictionary<string, string> Lines = Source.Yaml("lines/zh-Hans.crisis.yaml", new Diagnostics())!
        .Pairs().ToDictionary(pair => pair.Key, pair => pair.Value.Scalar!, StringComparer.Ordinal);

    public static Sign Detect(string text) => Plan.Lexicon.Detect(text);

    public static string Text(Care care) => string.Join('\n', care.Lines.Select(line => Lines[line]));

    public static int Sentences(Care care) => care.Lines.Sum(line =>
        Lines[line].TrimEnd('。', '？').Split('。', '？').Length);

    public static IEnumerable<(string Tier, string Text)> Rows(string file) =>
        from row in Read($"tests/ChatHelper.Core.Tests/Crisis/{file}").Split('\n').Skip(1)
        where row.Length > 0
        let cells = row.Split('\t')
        select (Name(cells[0]), cells[1]);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Repository, path));

    private static string Name(string cell) => cell switch
    {
        "NONE" => "None",
        "QUOTED" => "Quoted",
        "ASK_ONCE" => "AskOnce",
        "THIRD_R2" => "ThirdR2",
        "THIRD_R3" => "ThirdR3",
        _ => cell,
    };

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ChatHelper.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
