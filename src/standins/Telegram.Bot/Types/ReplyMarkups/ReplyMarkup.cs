namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>What stands below a message.</summary>
[JsonDerivedType(typeof(InlineKeyboardMarkup))]
public abstract class ReplyMarkup;
