using System.Buffers;
using System.Text;
using System.Text.Json;
using ChatHelper.Fakes.Control;
using ChatHelper.Fakes.Faulty;
using ChatHelper.Fakes.Http;
using ChatHelper.Fakes.Load;
using ChatHelper.Fakes.Record;

namespace ChatHelper.Fakes;

/// <summary>
/// A Bot API server on loopback, written from the contract. It judges the bot: it keeps every update it offered and everything the bot did.
/// </summary>
public sealed class FakeBotApi : IAsyncDisposable
{
    private readonly World _world;
    private readonly Front _front;
    private readonly TaskCompletionSource _stopAsked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FakeBotApi(FakeBotApiOptions options)
    {
        _world = new World(options);
        _front = new Front(_world, _world.Dispatcher, new ControlRoutes(this, _world));
    }

    /// <summary><c>http://127.0.0.1:port</c>, without a slash at the end.</summary>
    public string BaseUrl { get; private set; } = "";

    /// <summary>The token that is accepted.</summary>
    public string Token => _world.Options.Token;

    /// <summary>What people do.</summary>
    public Persons Persons => _world.Persons;

    /// <summary>What was offered and what the bot did.</summary>
    public Ledger Ledger => _world.Ledger;

    /// <summary>What goes wrong.</summary>
    public Faults Faults => _world.Faults;

    /// <summary>The judge of pace.</summary>
    public RateLimits Limits => _world.Limits;

    /// <summary>Start of a webhook post to its 2xx.</summary>
    public Histogram WebhookAcknowledged => _world.Webhook.Acknowledged;

    /// <summary>Press to answerCallbackQuery.</summary>
    public Histogram CallbackAnswered => _world.Callbacks.Latency;

    /// <summary>Updates that are neither confirmed nor expired.</summary>
    public int PendingUpdates => _world.Updates.Count;

    /// <summary>The load that plays or played last.</summary>
    public LoadRun? Load { get; private set; }

    /// <summary>The person who floods, or flooded last.</summary>
    public Flood? Flooder { get; private set; }

    /// <summary>Ends when <c>/control/stop</c> was called.</summary>
    public Task StopAsked => _stopAsked.Task;

    /// <summary>Starts a server on 127.0.0.1.</summary>
    public static async Task<FakeBotApi> StartAsync(FakeBotApiOptions? options = null)
    {
        var fake = new FakeBotApi(options ?? new FakeBotApiOptions());
        fake.BaseUrl = $"http://127.0.0.1:{await fake._front.StartAsync(fake._world.Options.Port)}";
        return fake;
    }

    /// <summary>Moves the fake's clock forward: messages die after 24 h, presses after 150 s.</summary>
    public void Advance(TimeSpan by) => _world.Clock.Advance(by);

    /// <summary>The next update_id, higher or lower, as soon as nothing waits for confirmation.</summary>
    public void JumpTo(int updateId) => _world.Updates.JumpTo(updateId);

    /// <summary>Disturbs delivery: a share of updates comes again 1 to <paramref name="mostCopies"/> times after its confirmation, and order is shuffled.</summary>
    public void Disturb(double duplicateShare, int mostCopies = 1, bool reorder = false) =>
        (_world.Updates.DuplicateShare, _world.Updates.MostCopies, _world.Updates.Reorder) = (duplicateShare, Math.Max(1, mostCopies), reorder);

    /// <summary>Starts a load; one that plays is stopped.</summary>
    public LoadRun Play(LoadPlan plan)
    {
        Load?.Leave();
        Load = new LoadRun(_world, plan);
        Load.Begin();
        return Load;
    }

    /// <summary>One person says the same again and again, without waiting for anything; 0 a second ends it.</summary>
    public Flood Pour(long chatId, int perSecond, string text)
    {
        Flooder?.Stop();
        Flooder = new Flood(_world, chatId, perSecond, text);
        return Flooder;
    }

    /// <summary>Figures so far, as JSON: load, latencies, calls, refusals, broken rates.</summary>
    public string Report()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            WriteReport(json);
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Ends the server; connections are cut.</summary>
    public async ValueTask DisposeAsync()
    {
        Load?.Leave();
        Flooder?.Stop();
        _world.Webhook.Dispose();
        await _front.DisposeAsync();
    }

    internal void AskStop() => _stopAsked.TrySetResult();

    internal void ClearFigures()
    {
        Load?.Restart();
        WebhookAcknowledged.Clear();
        CallbackAnswered.Clear();
    }

    internal void WriteReport(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("mode"u8, _world.Webhook.Setting is null ? "polling" : "webhook");
        json.WriteNumber("pending_updates"u8, PendingUpdates);
        Load?.Write(json);
        Flooder?.Write(json);
        WebhookAcknowledged.Write(json, "webhook_ack_ms");
        CallbackAnswered.Write(json, "callback_answer_ms");
        WriteCounts(json, "calls", Ledger.Calls);
        WriteCounts(json, "refusals", Ledger.Refusals);
        var breaks = Limits.Breaks;
        json.WriteStartObject("broken_rates"u8);
        json.WriteNumber("chat"u8, breaks.Chat);
        json.WriteNumber("group"u8, breaks.Group);
        json.WriteNumber("total"u8, breaks.Total);
        json.WriteNumber("early"u8, breaks.Early);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, long> counts)
    {
        json.WriteStartObject(name);
        foreach (var (key, count) in counts)
        {
            json.WriteNumber(key, count);
        }
        json.WriteEndObject();
    }
}
