namespace Telegram.Bot.Types;

/// <summary>An entry of the bot's command menu.</summary>
public class BotCommand
{
    public BotCommand()
    {
    }

    public BotCommand(string command, string description) => (Command, Description) = (command, description);

    /// <summary>1 to 32 of a-z, 0-9 and underscore, without the slash.</summary>
    public string Command { get; set; } = default!;

    public string Description { get; set; } = default!;

    public static implicit operator BotCommand((string text, string description) tuple) => new(tuple.text, tuple.description);
}

/// <summary>Who sees the commands.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(BotCommandScopeDefault), "default")]
public abstract class BotCommandScope
{
    /// <summary>Everybody for whom nothing narrower is set.</summary>
    public static BotCommandScopeDefault Default() => new();
}

/// <summary>Everybody for whom nothing narrower is set.</summary>
public class BotCommandScopeDefault : BotCommandScope;
