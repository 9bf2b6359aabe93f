using ChatHelper.Channels.Waiting;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Erasure;
using ChatHelper.Tests.Conversations;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatHelper.Tests.Contract;

public sealed class WaitingUpdatesTests : IDisposable
{
    private static readonly Address Me = new("test", "a");
    private readonly Rig _rig = new();
    private readonly WaitingUpdates _waiting;
    private int _fetched;

    public WaitingUpdatesTests() => _waiting = new WaitingUpdates(
        Me.Channel, new WaitingStore(_rig.Engine.Seal, _rig.Engine.Conversations, _rig.Engine.Sequence), Fetched, _rig.Engine.Turns, _rig.Engine.Writer, _rig.Clock, NullLogger.Instance);

    public void Dispose()
    {
        _waiting.Dispose();
        _rig.Dispose();
    }

    [Fact]
    public async Task A_file_delivered_again_is_not_fetched_again()
    {
        await Given("f");
        await Given("f");

        Assert.Equal(1, _fetched);
        Assert.Single(await Files());
    }

    // The channel had not been told that we have it, when the program died: it comes once more, after its person has gone.
    [Fact]
    public async Task A_file_delivered_again_after_its_person_was_erased_brings_nobody_back()
    {
        await Given("f");
        await _rig.Engine.Turns.Take(Me, new Expired(Me.Channel, "gone"));
        await _rig.Engine.Eraser.Emptied();

        await Given("f");

        Assert.Equal(1, _fetched);
        Assert.Empty(await _rig.Engine.Writer.Write(null, ErasureStore.Everybody));
    }

    [Fact]
    public async Task A_person_erased_while_their_file_is_fetched_stays_erased()
    {
        Func<Task> erases = async () =>
        {
            await _rig.Engine.Turns.Take(Me, new Expired(Me.Channel, "gone"));
            await _rig.Engine.Eraser.Emptied();
        };
        using var waiting = new WaitingUpdates(
            Me.Channel, new WaitingStore(_rig.Engine.Seal, _rig.Engine.Conversations, _rig.Engine.Sequence), async (sent, person, stop) =>
            {
                await erases();
                return await Fetched(sent, person, stop);
            },
            _rig.Engine.Turns, _rig.Engine.Writer, _rig.Clock, NullLogger.Instance);
        await waiting.Takes(Me, File("f"));
        await waiting.Emptied(Me);

        Assert.Empty(await _rig.Engine.Writer.Write(null, ErasureStore.Everybody));
        Assert.False(Directory.Exists(Path.Combine(_rig.Folder, "files")) && Directory.EnumerateFiles(Path.Combine(_rig.Folder, "files")).Any());
    }

    private async Task Given(string key)
    {
        await _waiting.Takes(Me, File(key));
        await _waiting.Emptied(Me);
    }

    private static WaitingUpdate File(string key) => new(new SentFile(Me, key, "file-id", "a.txt", 1, ""));

    private async Task<GivenFile> Fetched(SentFile sent, long person, CancellationToken stop)
    {
        Interlocked.Increment(ref _fetched);
        return await _rig.Engine.Files.Keep(person, sent.Name, to => to.WriteAsync("hello"u8.ToArray(), stop).AsTask(), stop);
    }

    private async Task<IReadOnlyList<GivenFile>> Files()
    {
        var person = await _rig.Engine.Turns.Meet(Me);
        return await _rig.Engine.Writer.Write(null, session => _rig.Engine.Files.Of(session, person));
    }
}
