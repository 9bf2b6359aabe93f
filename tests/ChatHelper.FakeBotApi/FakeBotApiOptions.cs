namespace ChatHelper.Fakes;

/// <summary>How a fake Bot API starts. Everything else is changed while it runs.</summary>
public sealed record FakeBotApiOptions
{
    /// <summary>The one token that is accepted; others get 401.</summary>
    public string Token { get; init; } = "1000001:FAKE_TOKEN_of_the_loopback_bot_api_0";

    /// <summary>The bot's user name, without @.</summary>
    public string BotName { get; init; } = "loopback_helper_bot";

    /// <summary>Port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Judges dates, expiry, rates and bans. Waits use real time and <see cref="WaitScale"/>.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Factor on every wait the server chooses itself (webhook retries, the 3 s penalties of getUpdates).</summary>
    public double WaitScale { get; init; } = 1;

    /// <summary>True: a chat that never wrote is <c>400 chat not found</c>, as a bot cannot start a conversation.</summary>
    public bool KnownChatsOnly { get; init; } = true;

    /// <summary>False for benchmarks: counts only, no entries, and 64 messages per chat.</summary>
    public bool KeepLedger { get; init; } = true;

    /// <summary>Seed of everything random: shares of faults, copies, order.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The first update_id.</summary>
    public int FirstUpdateId { get; init; } = 700_000_001;
}
