namespace ChatHelper.Fakes.Load;

/// <summary>One step of a script: a text, or a press on the newest keyboard. Then the player waits for the bot.</summary>
public sealed record LoadStep
{
    /// <summary>What the person writes; <c>{chat}</c> and <c>{round}</c> are filled in.</summary>
    public string? Text { get; init; }

    /// <summary>Which choice of the newest keyboard is pressed, from 0; used when there is no text.</summary>
    public int Press { get; init; }

    /// <summary>How many messages or edits of the bot end the step.</summary>
    public int Replies { get; init; } = 1;

    /// <summary>True: the step ends with the first message that carries a keyboard, however many come before.</summary>
    public bool UntilKeyboard { get; init; }
}

/// <summary>Many persons in a closed loop.</summary>
public sealed record LoadPlan
{
    /// <summary>How many persons.</summary>
    public int Chats { get; init; } = 100;

    /// <summary>The id of the first; the others follow.</summary>
    public long FirstChatId { get; init; } = 10_000_000;

    /// <summary>What each plays, again and again.</summary>
    public required IReadOnlyList<LoadStep> Script { get; init; }

    /// <summary>How often; 0 plays until it is stopped.</summary>
    public int Rounds { get; init; }

    /// <summary>Pause of a person before the next step, real time.</summary>
    public TimeSpan Think { get; init; }

    /// <summary>The persons begin spread over this time.</summary>
    public TimeSpan RampUp { get; init; }
}
