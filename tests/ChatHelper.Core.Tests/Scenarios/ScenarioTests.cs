using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Plays;
using ChatHelper.Core.Turns;
using Xunit.Abstractions;

namespace ChatHelper.Core.Tests.Scenarios;

/// <summary>Twenty-four people, in their own words, against the real pack: what must be held and said, and what never.</summary>
public sealed class ScenarioTests(ITestOutputHelper output)
{
    private const string Pending = "# pending:";

    private static readonly Lazy<Decider> China = new(() =>
    {
        var diagnostics = new Diagnostics();
        var pack = PackReader.Read(new PackSource("china", PackFiles.Read(Path.Combine(PackFiles.Root, "dialogs", "china"))), diagnostics);
        Assert.Empty(diagnostics.Found);
        return new Decider(pack!);
    });

    public static TheoryData<string> Names =>
        [.. Directory.EnumerateFiles(Folder, "*.play").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(PackFiles.Root, "tests", "ChatHelper.Core.Tests", "Scenarios");

    [Theory]
    [MemberData(nameof(Names))]
    public void The_story_comes_out_as_written(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, $"{name}.play"));
        var diagnostics = new Diagnostics();
        var play = PlayReader.Read($"{name}.play", text, diagnostics);
        foreach (var line in text.Split('\n').Where(line => line.StartsWith(Pending, StringComparison.Ordinal)))
        {
            output.WriteLine($"{name} waits for{line[Pending.Length..]}");
        }

        Assert.Empty(diagnostics.Found);
        Assert.Empty(PlayRunner.Run(China.Value, play));
    }

    [Fact]
    public void All_twenty_four_are_there() => Assert.Equal(24, Names.Count);
}
