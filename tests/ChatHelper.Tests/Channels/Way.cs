using System.Security.Cryptography;
using ChatHelper.Conversations;
using ChatHelper.Core.Crisis;
using ChatHelper.Core.Plays;
using ChatHelper.Core.Turns;
using ChatHelper.Due;

namespace ChatHelper.Tests.Contract;

/// <summary>One person on one channel, who says and presses what a play says and reads what comes.</summary>
internal abstract class Way(Engine engine, Address address)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly byte[] s_picture = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    /// <summary>Of the picture that people send.</summary>
    public static string PictureHash { get; } = Convert.ToHexStringLower(SHA256.HashData(s_picture));

    protected List<string> Heard { get; } = [];

    protected List<Paper> Papers { get; } = [];

    protected Engine Engine => engine;

    /// <param name="named">The buttons that a line presses, with their words.</param>
    public async Task<Ending> Tell(Story story, Func<PlayLine.Presses, IReadOnlyList<ShownChoice>> named, Action<TimeSpan> move)
    {
        foreach (var line in story.Lines)
        {
            try
            {
                await (line switch
                {
                    PlayLine.Types types => Type(types.Text),
                    PlayLine.Presses presses => Press(named(presses)),
                    PlayLine.Sends sends => Send(sends.Name, s_picture, sends.Caption),
                    PlayLine.Waits waits => Pass(waits.For.ToTimeSpan(), move),
                    _ => throw new InvalidOperationException($"{line} is nothing that a person does"),
                });
                await Agree();
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                throw new InvalidOperationException($"{story.Name} line {line.Number}: {fault.Message}\n{string.Join("\n---\n", Heard.TakeLast(4))}", fault);
            }
        }

        return Ending.Of(await Talk(), Papers, Heard);
    }

    protected abstract Task Type(string text);

    protected abstract Task Press(IReadOnlyList<ShownChoice> choices);

    protected abstract Task Send(string name, byte[] bytes, string caption);

    protected Task<Conversation?> Talk() => engine.Writer.Write(null, session => engine.Conversations.Find(session, address)?.Conversation);

    /// <summary>Messages that wait to be sent.</summary>
    protected Task<IReadOnlyList<Outbox.OutboxRow>> Waiting() => engine.Writer.Write<IReadOnlyList<Outbox.OutboxRow>>(
        null, session => engine.Conversations.IdOf(session, address) is { } person ? engine.Outbox.Of(session, person, 0) : []);

    protected static async Task Until(Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!await holds())
        {
            await Task.Delay(10, limit.Token);
        }
    }

    // The stories are about something else: whoever is asked for consent gives it.
    private async Task Agree()
    {
        while (await Talk() is { At: var at } talk && at.StartsWith("consent", StringComparison.Ordinal) && talk.Crisis?.Tier is null or Tier.None or Tier.AskOnce or Tier.Quoted)
        {
            await Press([new ShownChoice("yes", "")]);
        }
    }

    private async Task Pass(TimeSpan by, Action<TimeSpan> move)
    {
        var end = engine.Clock.GetUtcNow() + by;
        while (await engine.Writer.Write(null, DueStore.Next) is { } next && next <= end.ToUnixTimeMilliseconds())
        {
            var at = DateTimeOffset.FromUnixTimeMilliseconds(next);
            move(at > engine.Clock.GetUtcNow() ? at - engine.Clock.GetUtcNow() : TimeSpan.Zero);
            await engine.DueClock.Strike();
        }

        move(end - engine.Clock.GetUtcNow());
    }
}
