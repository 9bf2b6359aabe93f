using ChatHelper.Fakes.Chats;
using ChatHelper.Fakes.Record;
using ChatHelper.Fakes.Faulty;
using ChatHelper.Fakes.Updates;
using ChatHelper.Fakes.Webhook;

namespace ChatHelper.Fakes;

/// <summary>Everything one fake server holds.</summary>
internal sealed class World
{
    public World(FakeBotApiOptions options)
    {
        Options = options;
        Clock = new ShiftedClock(options.Clock);
        Dice = new Dice(options.Seed);
        Bot = new Bot(options);
        Chats = new ChatBook(options, Bot);
        Ledger = new Ledger(options.KeepLedger);
        Updates = new UpdateQueue(options, Clock, Dice, Ledger);
        Callbacks = new Callbacks(Clock);
        Faults = new Faults(Dice);
        Limits = new RateLimits(Clock);
        Webhook = new WebhookDelivery(this);
        Persons = new Persons(this);
        Dispatcher = new Methods.Dispatcher(this);
    }

    public FakeBotApiOptions Options { get; }
    public ShiftedClock Clock { get; }
    public Dice Dice { get; }
    public Bot Bot { get; }
    public ChatBook Chats { get; }
    public Files Files { get; } = new();
    public Ledger Ledger { get; }
    public UpdateQueue Updates { get; }
    public Callbacks Callbacks { get; }
    public Faults Faults { get; }
    public RateLimits Limits { get; }
    public WebhookDelivery Webhook { get; }
    public Persons Persons { get; }
    public Methods.Dispatcher Dispatcher { get; }

    /// <summary>A wait the server chooses, scaled for tests.</summary>
    public TimeSpan Scaled(double seconds) => TimeSpan.FromSeconds(seconds * Options.WaitScale);
}
