namespace Telegram.Bot.Types;

/// <summary>Somebody's standing in a chat changed; the bot's own, when a person blocks it.</summary>
public class ChatMemberUpdated
{
    public Chat Chat { get; set; } = default!;

    public User From { get; set; } = default!;

    [JsonIgnore(Condition = JsonIgnoreCondition.Never), JsonConverter(typeof(UnixTimeConverter))]
    public DateTime Date { get; set; }

    public ChatMember OldChatMember { get; set; } = default!;

    public ChatMember NewChatMember { get; set; } = default!;
}
