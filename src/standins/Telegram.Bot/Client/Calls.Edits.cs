namespace Telegram.Bot;

public static partial class TelegramBotClientExtensions
{
    public static Task<Message> EditMessageText(
        this ITelegramBotClient botClient,
        ChatId chatId,
        int messageId,
        string? text,
        ParseMode parseMode = default,
        InlineKeyboardMarkup? replyMarkup = default,
        LinkPreviewOptions? linkPreviewOptions = default,
        IEnumerable<MessageEntity>? entities = default,
        InputRichMessage? richMessage = default,
        string? businessConnectionId = default,
        CancellationToken cancellationToken = default) => botClient.SendRequest(
        new EditMessageTextRequest
        {
            ChatId = chatId,
            MessageId = messageId,
            Text = text,
            ParseMode = parseMode,
            ReplyMarkup = replyMarkup,
            LinkPreviewOptions = linkPreviewOptions,
            Entities = entities,
            RichMessage = richMessage,
            BusinessConnectionId = businessConnectionId,
        },
        cancellationToken);

    public static Task<Message> EditMessageReplyMarkup(
        this ITelegramBotClient botClient,
        ChatId chatId,
        int messageId,
        InlineKeyboardMarkup? replyMarkup = default,
        string? businessConnectionId = default,
        CancellationToken cancellationToken = default) => botClient.SendRequest(
        new EditMessageReplyMarkupRequest
        {
            ChatId = chatId,
            MessageId = messageId,
            ReplyMarkup = replyMarkup,
            BusinessConnectionId = businessConnectionId,
        },
        cancellationToken);

    public static Task<ForumTopic> CreateForumTopic(
        this ITelegramBotClient botClient,
        ChatId chatId,
        string name,
        int? iconColor = default,
        string? iconCustomEmojiId = default,
        CancellationToken cancellationToken = default) => botClient.SendRequest(
        new CreateForumTopicRequest { ChatId = chatId, Name = name, IconColor = iconColor, IconCustomEmojiId = iconCustomEmojiId },
        cancellationToken);

    public static Task CloseForumTopic(
        this ITelegramBotClient botClient, ChatId chatId, int messageThreadId, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new CloseForumTopicRequest { ChatId = chatId, MessageThreadId = messageThreadId }, cancellationToken);

    public static Task DeleteForumTopic(
        this ITelegramBotClient botClient, ChatId chatId, int messageThreadId, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new DeleteForumTopicRequest { ChatId = chatId, MessageThreadId = messageThreadId }, cancellationToken);

    public static Task ReopenForumTopic(
        this ITelegramBotClient botClient, ChatId chatId, int messageThreadId, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new ReopenForumTopicRequest { ChatId = chatId, MessageThreadId = messageThreadId }, cancellationToken);
}
