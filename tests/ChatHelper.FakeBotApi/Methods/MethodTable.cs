namespace ChatHelper.Fakes.Methods;

/// <summary>Every method the fake knows, in the contract's spelling.</summary>
internal sealed class MethodTable(World world)
{
    private readonly Receiving _receiving = new(world);
    private readonly Sending _sending = new(world);
    private readonly Editing _editing = new(world);
    private readonly Topics _topics = new(world);
    private readonly Setting _setting = new(world);

    public IEnumerable<Method> All =>
    [
        new("getMe", _setting.GetMe, Paced: false),
        new("setMyCommands", _setting.SetMyCommands, Paced: false),
        new("getFile", _setting.GetFile, Paced: false),
        new("getUpdates", _receiving.GetUpdates, Paced: false),
        new("setWebhook", _receiving.SetWebhook, Paced: false),
        new("deleteWebhook", _receiving.DeleteWebhook, Paced: false),
        new("getWebhookInfo", _receiving.GetWebhookInfo, Paced: false),
        new("sendMessage", _sending.SendMessage, Paced: true),
        new("sendDocument", _sending.SendDocument, Paced: true),
        new("copyMessage", _sending.CopyMessage, Paced: true),
        new("sendChatAction", _sending.SendChatAction, Paced: false),
        new("editMessageText", _editing.EditMessageText, Paced: false),
        new("editMessageReplyMarkup", _editing.EditMessageReplyMarkup, Paced: false),
        new("answerCallbackQuery", _editing.AnswerCallbackQuery, Paced: false),
        new("deleteMessage", _editing.DeleteMessage, Paced: false),
        new("deleteMessages", _editing.DeleteMessages, Paced: false),
        new("createForumTopic", _topics.Create, Paced: false),
        new("closeForumTopic", _topics.Close, Paced: false),
        new("deleteForumTopic", _topics.Delete, Paced: false),
        new("reopenForumTopic", _topics.Reopen, Paced: false),
    ];
}
