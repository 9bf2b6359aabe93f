namespace ChatHelper.Fakes.Faulty;

/// <summary>What goes wrong.</summary>
public enum FaultKind
{
    /// <summary>429; the chat (or everybody, when <see cref="Fault.Global"/>) is banned for <see cref="Fault.RetryAfter"/> seconds.</summary>
    TooManyRequests,

    /// <summary>The call is executed and the connection breaks before the answer.</summary>
    LostAnswer,

    /// <summary>502 with an HTML body; executed first when <see cref="Fault.Executed"/>.</summary>
    BadGateway,

    /// <summary>The connection breaks before the call is read.</summary>
    Reset,

    /// <summary>401, as after a revoked token.</summary>
    Unauthorized,

    /// <summary>403 bot was blocked by the user.</summary>
    Blocked,

    /// <summary>400 chat not found.</summary>
    ChatNotFound,

    /// <summary>400 group chat was upgraded, with <see cref="Fault.MigrateTo"/>.</summary>
    Migrated,

    /// <summary>The call is executed when <see cref="Fault.Until"/> has come.</summary>
    Stalled,

    /// <summary>Error <see cref="Fault.Code"/> with <see cref="Fault.Description"/>.</summary>
    Error,
}

/// <summary>A rule that breaks calls: all that fit, a share of them, or the next few.</summary>
/// <param name="Kind">What goes wrong.</param>
public sealed record Fault(FaultKind Kind)
{
    /// <summary>Only this method, any case; null is every method.</summary>
    public string? Method { get; init; }

    /// <summary>Only calls for this chat; null is every chat. <see cref="FaultKind.Reset"/> comes before the chat is known and ignores it.</summary>
    public long? ChatId { get; init; }

    /// <summary>Share of the fitting calls, 0 to 1.</summary>
    public double Share { get; init; } = 1;

    /// <summary>How many calls break before the rule is spent.</summary>
    public int Times { get; init; } = int.MaxValue;

    /// <summary>Seconds of a ban, by the fake's clock.</summary>
    public int RetryAfter { get; init; } = 1;

    /// <summary>When a stalled call goes on.</summary>
    public Task Until { get; init; } = Task.CompletedTask;

    /// <summary>True bans every chat, not one.</summary>
    public bool Global { get; init; }

    /// <summary>True executes the call before a bad gateway answers.</summary>
    public bool Executed { get; init; }

    /// <summary>The supergroup that a migrated group became.</summary>
    public long MigrateTo { get; init; }

    /// <summary>Code of <see cref="FaultKind.Error"/>.</summary>
    public int Code { get; init; } = 400;

    /// <summary>Description of <see cref="FaultKind.Error"/>.</summary>
    public string Description { get; init; } = "Bad Request";
}
