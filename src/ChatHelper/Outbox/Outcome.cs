namespace ChatHelper.Outbox;

/// <summary>What came of sending one part of a reply.</summary>
internal abstract record Outcome
{
    /// <summary>The channel has it.</summary>
    /// <param name="More">The reply has further parts.</param>
    public sealed record Accepted(bool More) : Outcome
    {
        /// <summary>The channel's number of the message; null when it has none.</summary>
        public long? Number { get; init; }

        public static Accepted Whole { get; } = new(false);

        public static Accepted Part { get; } = new(true);
    }

    /// <summary>Not taken: too fast. Not to be tried before.</summary>
    public sealed record RetryAfter(TimeSpan Wait) : Outcome;

    /// <summary>Surely not taken: nothing was sent, or the channel says that it failed.</summary>
    public sealed record NotSent : Outcome
    {
        public static NotSent Instance { get; } = new();
    }

    /// <summary>Nobody knows whether it was taken.</summary>
    public sealed record Unknown : Outcome
    {
        public static Unknown Instance { get; } = new();
    }

    /// <summary>The person cannot be reached any more.</summary>
    public sealed record Gone : Outcome
    {
        public static Gone Instance { get; } = new();
    }

    /// <summary>Not taken: the channel lets nothing through before the person speaks again. The row stays; their next word takes it along.</summary>
    public sealed record Waits : Outcome
    {
        public static Waits Instance { get; } = new();
    }

    /// <summary>Never acceptable.</summary>
    public sealed record Refused(int Code, string Why) : Outcome;

    /// <summary>We may not send at all.</summary>
    public sealed record Unauthorised : Outcome
    {
        public static Unauthorised Instance { get; } = new();
    }
}
