using ChatHelper.Channels.Terminal;
using ChatHelper.Conversations;
using ChatHelper.Core.Plays;
using ChatHelper.Core.Turns;
using ChatHelper.Tests.Terminal;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatHelper.Tests.Contract;

/// <summary>At the terminal nothing stands between the person and the engine: what comes out here is what must come out everywhere.</summary>
internal sealed class TerminalWay(Engine engine, VirtualClock clock, string name, string folder) : Way(engine, new Address("terminal", name))
{
    private static readonly Lazy<Task<IReadOnlyDictionary<string, Ending>>> s_all = new(Told);
    private readonly TerminalTalk _talk = new(engine, clock, name);
    private readonly List<string> _copies = [];
    private readonly Dictionary<int, IReadOnlyList<ShownChoice>> _pressed = [];
    private IReadOnlyList<ShownChoice> _shown = [];

    /// <summary>How each story ends.</summary>
    public static Task<IReadOnlyDictionary<string, Ending>> All => s_all.Value;

    protected override async Task Type(string text) => await Read(await _talk.Say(text));

    protected override async Task Press(IReadOnlyList<ShownChoice> choices) => await Read(await _talk.Press([.. choices.Select(choice => choice.Id)]));

    protected override async Task Send(string name, byte[] bytes, string caption)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "in")).FullName, name);
        await File.WriteAllBytesAsync(path, bytes);
        await Read(await _talk.Give(path, caption));
    }

    private async Task Read(IReadOnlyList<Reply> replies)
    {
        foreach (var reply in replies)
        {
            Heard.Add(reply.Text);
            _shown = reply.Choices.Count > 0 ? reply.Choices : _shown;
            if (reply.Copy == reply.Text)
            {
                _copies.Add(reply.Text);
            }

            foreach (var file in reply.Files)
            {
                var made = await Engine.Papers.Make(file, reply.Language, await _talk.Number());
                Papers.Add(new Paper(made.Name, made.Bytes, file.Text));
            }
        }
    }

    private IReadOnlyList<ShownChoice> Named(PlayLine.Presses line) =>
        _pressed[line.Number] = [.. line.Choices.Select(id => _shown.FirstOrDefault(shown => shown.Id == id) ?? new ShownChoice(id, ""))];

    private async Task<Ending> Tell(Story story) => await Tell(story, Named, clock.Move) with { Copies = _copies, Pressed = _pressed };

    private static async Task<IReadOnlyDictionary<string, Ending>> Told()
    {
        var folder = Directory.CreateTempSubdirectory("contract-").FullName;
        var clock = new VirtualClock(Story.First);
        using (var engine = new Engine(ScenarioTalk.China, Path.Combine(folder, "data"), clock, NullLoggerFactory.Instance))
        {
            return await Story.Each(clock, clock.Move, story => new TerminalWay(engine, clock, story.Name, folder).Tell(story));
        }
    }
}
