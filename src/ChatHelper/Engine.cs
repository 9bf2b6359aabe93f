using ChatHelper.Audit;
using ChatHelper.Channels.Waiting;
using ChatHelper.Channels.WeChat.Replying;
using ChatHelper.Conversations;
using ChatHelper.Core.Diary;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Turns;
using ChatHelper.Desk;
using ChatHelper.Due;
using ChatHelper.Erasure;
using ChatHelper.Evidence;
using ChatHelper.Export;
using ChatHelper.Gate;
using ChatHelper.Limits;
using ChatHelper.Outbox;
using ChatHelper.Papers;
using ChatHelper.Retention;
using ChatHelper.Storage;
using ChatHelper.Vault;
using ChatHelper.Watch;
using ChatHelper.Witness;
using NodaTime;

namespace ChatHelper;

/// <summary>Everything below the channels, put together in one place: the same for the worker, the terminal and the tests.</summary>
internal sealed class Engine : IDisposable
{
    private readonly FileStream _lock;
    private readonly PdfWriter? _pdf;

    /// <param name="office">What makes PDFs; null: none are offered.</param>
    /// <param name="keys">Where the keys are; null: inside the data folder.</param>
    /// <param name="limits">How much is let in; null: everything.</param>
    public Engine(Pack pack, string dataFolder, TimeProvider clock, ILoggerFactory logs, PdfOffice? office = null, VaultOptions? keys = null, LimitOptions? limits = null)
    {
        limits ??= LimitOptions.None;
        (Pack, DataFolder, Clock) = (pack, dataFolder, clock);
        _lock = DataLock.Take(dataFolder);
        Ballast = new Ballast(dataFolder);
        Database = Database.In(dataFolder);
        keys ??= VaultOptions.Beside(dataFolder);
        Keys = Opened(keys);
        KeyFiles = keys.Files;
        KeyFolder = keys.Folder;
        Seal = new Seal(Keys);
        AuditKey = AuditChain.Key(Keys);
        Audit = new AuditStore(AuditKey, Seal);
        Anchor = new AuditAnchor(Path.Combine(dataFolder, "audit.head"), AuditKey);
        Sequence = new Sequence(clock);
        Leaps = new ClockStore(clock);
        Writer = new Writer(Database) { BeforeCommit = Keys.Flush, MakeRoom = Ballast.Release };
        Signals = new Signals(clock.GetUtcNow());
        Alarms = new Alarms(logs.CreateLogger<Alarms>());
        Meters = new Meters(Writer, () => Alarms.All);
        Conversations = new ConversationStore(Seal);
        Outbox = new OutboxStore(Seal, Conversations, Sequence);
        Due = new DueStore(Sequence);
        HandOvers = new HandOverStore(Seal, Sequence, Surroundings, Audit, clock);
        Disk = new Watermark(limits, dataFolder, clock);
        Admission = new Admission(limits, pack, Seal, Disk, clock);
        Refusals = new LimitWords(pack, clock);
        Quota = new FileQuota(limits, Writer, Disk, clock);
        Files = new FileStore(Seal, Path.Combine(dataFolder, "files"), clock, new PhoneBook(pack.Lines),
            bytes => LogFile.Read(bytes, pack, Instant.FromDateTimeOffset(clock.GetUtcNow()).InZone(pack.Zone).LocalDateTime), Quota);
        var gates = new GateStore(Seal);
        _pdf = office?.Writer(dataFolder, clock);
        Papers = new FileMaker(pack.Lines, _pdf, new FileCopies(Writer, Files).Of, new Exporter(pack, Writer, new ExportStore(Conversations, HandOvers, gates, Audit), Files));
        Surroundings.MakesPdf = Papers.MakesPdf;
        Witnesses = new WitnessStore(Seal, Audit);
        PaperLinks = new PaperLinkStore(Seal, Audit);
        Erasures = new ErasureStore(Seal, Sequence);
        Eraser = new Eraser(Writer, Database, Keys, Files, Ballast.Again, logs.CreateLogger<Eraser>());
        Decider = new Decider(pack);
        Turns = new TurnTaker(
            Decider, Writer, Conversations, new SeenStore(Seal), Outbox, Erasures, [Due, HandOvers, new FlagStore(Audit), Files, Witnesses, PaperLinks, new AnswerStore(Seal)], Audit, Surroundings, Leaps, Meters, clock, logs.CreateLogger<TurnTaker>()) { OnDiscarded = Files.Remove, OnErased = Eraser.Erase, OnNew = Instead };
        Guesses = new Guesses(clock);
        Recoveries = new RecoveryStore(Seal, Leaps, pack.KeepsDays);
        Gate = new Gatekeeper(pack, gates, Recoveries, Outbox, new Moving(pack, Conversations, Outbox, Erasures, gates, Standing), Guesses, Audit, Standing, clock);
        Turns.Gate = Gate;
        Waiting = new WaitingStore(Seal, Conversations, Sequence);
        Turns.OnErasing = (session, erased, asked) => Waiting.PassOn(session, erased, asked, Decider.Begin, clock.GetUtcNow());
        DueClock = new DueClock(Writer, Conversations, Turns, Leaps, clock, logs.CreateLogger<DueClock>());
        try
        {
            Eraser.TakeUp().GetAwaiter().GetResult();
            Sequence.StartAfter(Writer.Write(null, OutboxStore.Highest).GetAwaiter().GetResult());
            Writer.Write(null, Anchor.Begin).GetAwaiter().GetResult();
            Writer.Write(null, Leaps.Load).GetAwaiter().GetResult();
            Writer.Write(null, Gate.Open).GetAwaiter().GetResult();
            Writer.Write(null, HandOvers.Count).GetAwaiter().GetResult();
        }
        catch (Exception fault)
        {
            Dispose();
            throw fault is StorageFault ? new StartFault($"What stands in {Database.Path} cannot be used: {fault.Message}", fault) : fault;
        }
    }

    public Pack Pack { get; }

    public string DataFolder { get; }

    public TimeProvider Clock { get; }

    public Database Database { get; }

    public Ballast Ballast { get; }

    public KeyRing Keys { get; }

    /// <summary>Files that must not go away.</summary>
    public IReadOnlyList<string> KeyFiles { get; }

    /// <summary>Where the wrapped keys lie.</summary>
    public string KeyFolder { get; }

    public Seal Seal { get; }

    public ErasureStore Erasures { get; }

    /// <summary>Files on their way, and what was said behind them.</summary>
    public WaitingStore Waiting { get; }

    public Eraser Eraser { get; }

    /// <summary>Binds the entries of the audit log.</summary>
    public SecretKey AuditKey { get; }

    public AuditStore Audit { get; }

    public AuditAnchor Anchor { get; }

    public Signals Signals { get; }

    public Alarms Alarms { get; }

    public Meters Meters { get; }

    public Sequence Sequence { get; }

    /// <summary>Whether the clock may be believed.</summary>
    public ClockStore Leaps { get; }

    public Writer Writer { get; }

    public ConversationStore Conversations { get; }

    public OutboxStore Outbox { get; }

    public DueStore Due { get; }

    public HandOverStore HandOvers { get; }

    public Watermark Disk { get; }

    public Admission Admission { get; }

    public LimitWords Refusals { get; }

    public FileQuota Quota { get; }

    public FileStore Files { get; }

    public FileMaker Papers { get; }

    /// <summary>Links to papers, for channels that carry no files.</summary>
    public PaperLinkStore PaperLinks { get; }

    public WitnessStore Witnesses { get; }

    public Surroundings Surroundings { get; } = new();

    public Decider Decider { get; }

    public TurnTaker Turns { get; }

    public DueClock DueClock { get; }

    public Guesses Guesses { get; }

    public RecoveryStore Recoveries { get; }

    public Gatekeeper Gate { get; }

    public void Dispose()
    {
        DueClock.Dispose();
        Files.Dispose();
        _pdf?.Dispose();
        Kept();
        Meters.Dispose();
        Writer.Dispose();
        Eraser.Emptied().GetAwaiter().GetResult();
        AuditKey.Dispose();
        Seal.Dispose();
        Keys.Dispose();
        _lock.Dispose();
    }

    private Reply? Standing(Conversation talk, Address address) => Decider.Standing(talk, Surroundings.At(Instant.FromDateTimeOffset(Clock.GetUtcNow()), address.Channel));

    private IReadOnlyList<Reply>? Instead(Address address, string hint) => Admission.Newcomer(address) switch
    {
        Entry.Open => null,
        Entry.Tell => [Refusals.OfBusy(hint)],
        _ => [],
    };

    // On a full disk the anchor stays a little behind, as after a crash.
    private void Kept()
    {
        try
        {
            Anchor.Keep(Writer);
        }
        catch (Exception fault) when (fault is StorageFault or IOException or UnauthorizedAccessException)
        {
            Audit.Changed = true;
        }
    }

    private KeyRing Opened(VaultOptions keys)
    {
        try
        {
            Database.Prepare();
            return keys.Open();
        }
        catch
        {
            _lock.Dispose(); // the folder is free again for whoever puts the right files back
            throw;
        }
    }
}
