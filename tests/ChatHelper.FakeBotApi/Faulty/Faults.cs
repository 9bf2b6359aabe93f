namespace ChatHelper.Fakes.Faulty;

/// <summary>The rules that break calls now, and a delay before every answer.</summary>
public sealed class Faults
{
    private readonly Lock _gate = new();
    private readonly Dice _dice;
    private volatile Rule[] _rules = [];

    internal Faults(Dice dice) => _dice = dice;

    /// <summary>Real milliseconds before every answer of the Bot API.</summary>
    public int DelayMs { get; set; }

    /// <summary>Adds a rule; the first one that fires decides.</summary>
    public void Add(Fault fault)
    {
        lock (_gate)
        {
            _rules = [.. _rules, new Rule(fault)];
        }
    }

    /// <summary>The person blocked the bot.</summary>
    public void Block(long chatId) => Add(new Fault(FaultKind.Blocked) { ChatId = chatId });

    /// <summary>Takes all rules away; bans that run go on.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _rules = [];
        }
    }

    internal bool ResetsBeforeReading(string method) => _rules.Length > 0 && Fire(method, chatId: 0, beforeReading: true) is not null;

    internal Fault? Strike(string method, long chatId) => _rules.Length == 0 ? null : Fire(method, chatId, beforeReading: false);

    private Fault? Fire(string method, long chatId, bool beforeReading)
    {
        foreach (var rule in _rules)
        {
            var fault = rule.Fault;
            if (fault.Kind == FaultKind.Reset != beforeReading
                || (fault.Method is not null && !fault.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
                || (!beforeReading && fault.ChatId is { } only && only != chatId)
                || (fault.Kind is FaultKind.Blocked or FaultKind.ChatNotFound or FaultKind.Migrated && chatId == 0)
                || !_dice.Falls(fault.Share))
            {
                continue;
            }
            if (Interlocked.Decrement(ref rule.Left) >= 0)
            {
                return fault;
            }
        }
        return null;
    }

    private sealed class Rule(Fault fault)
    {
        public readonly Fault Fault = fault;
        public int Left = fault.Times;
    }
}
