using ChatHelper.Core.Content;
using ChatHelper.Core.Plays;
using ChatHelper.Tests.Terminal;

namespace ChatHelper.Tests.Contract;

/// <summary>One of the twenty-four, as what its person does.</summary>
/// <param name="Start">When it begins.</param>
internal sealed record Story(string Name, DateTimeOffset Start, IReadOnlyList<PlayLine> Lines)
{
    public static IReadOnlyList<Story> All { get; } = [.. ScenarioTalk.Names.Select(Read)];

    public static DateTimeOffset First { get; } = All.Min(story => story.Start);

    /// <summary>Time passes in it.</summary>
    public bool Waits => Lines.OfType<PlayLine.Waits>().Any();

    /// <summary>Tells all, side by side where they begin at one time; those in which time passes come last.</summary>
    public static async Task<IReadOnlyDictionary<string, Ending>> Each(TimeProvider clock, Action<TimeSpan> move, Func<Story, Task<Ending>> tell)
    {
        Dictionary<string, Ending> endings = new(StringComparer.Ordinal);
        foreach (var group in All.GroupBy(story => (story.Waits, story.Start)).OrderBy(group => group.Key.Waits).ThenBy(group => group.Key.Start))
        {
            move(group.Key.Start - clock.GetUtcNow());
            foreach (var (story, ending) in group.Zip(await Task.WhenAll(group.Select(tell))))
            {
                endings[story.Name] = ending;
            }
        }

        return endings;
    }

    private static Story Read(string name)
    {
        var diagnostics = new Diagnostics();
        var play = PlayReader.Read($"{name}.play", File.ReadAllText(Path.Combine(ScenarioTalk.Folder, $"{name}.play")), diagnostics);
        Assert.Empty(diagnostics.Found);
        var start = Assert.Single(play.Lines.OfType<PlayLine.Sets>()).Clock.InZoneLeniently(ScenarioTalk.China.Zone).ToInstant().ToDateTimeOffset();
        return new Story(name, start, [.. play.Lines.Where(line => ScenarioTalk.Input(line) is not null)]);
    }
}
