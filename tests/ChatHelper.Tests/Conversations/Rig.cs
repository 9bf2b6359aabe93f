using ChatHelper.Channels.Terminal;
using ChatHelper.Content;
using ChatHelper.Conversations;
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Turns;
using ChatHelper.Limits;
using ChatHelper.Tests.Rules;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatHelper.Tests.Conversations;

/// <summary>The real engine on a real file in a folder of its own, with a clock that the test moves.</summary>
internal sealed class Rig : IDisposable
{
    private readonly bool _ownsFolder;

    public Rig(string? folder = null, Pack? pack = null, LimitOptions? limits = null, ILoggerFactory? logs = null)
    {
        _ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("chathelper-test-").FullName;
        Engine = new Engine(pack ?? Sound(), Folder, Clock, logs ?? NullLoggerFactory.Instance, limits: limits);
    }

    public static DateTimeOffset T0 { get; } = new(2026, 11, 18, 12, 30, 0, TimeSpan.Zero);

    public string Folder { get; }

    public VirtualClock Clock { get; } = new(T0);

    public Engine Engine { get; }

    /// <summary>A small pack without faults.</summary>
    public static Pack Sound()
    {
        var diagnostics = new Diagnostics();
        var pack = PackReader.Read(PackFolder.Read(Path.Combine(Checkout.Root, "tests/broken-packs/sound"), diagnostics), diagnostics);
        Assert.Empty(diagnostics.Found);
        return pack!;
    }

    public Task<Taken> Say(string person, string key, string text, bool firstInAnswer = false) =>
        Engine.Turns.Take(new Address("test", person), new Said("test", key, text), firstInAnswer);

    public Task<Taken> Press(string person, string key, params string[] choices) =>
        Engine.Turns.Take(new Address("test", person), new Pressed("test", key, null, null, choices));

    public async Task<Conversation?> Stored(string person)
    {
        var address = new Address("test", person);
        return (await Engine.Writer.Write(null, session => Engine.Conversations.Find(session, address)))?.Conversation;
    }

    /// <summary>Our number for a person, made when they are new.</summary>
    public Task<long> NumberOf(string person) => Engine.Turns.Meet(new Address("test", person));

    public void Dispose()
    {
        Engine.Dispose();
        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
