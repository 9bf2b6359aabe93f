namespace Telegram.Bot.Requests;

/// <summary>Waits for updates (long poll).</summary>
public class GetUpdatesRequest() : RequestBase<Update[]>("getUpdates")
{
    public int? Offset { get; set; }

    public int? Limit { get; set; }

    /// <summary>Seconds.</summary>
    public int? Timeout { get; set; }

    public IEnumerable<UpdateType>? AllowedUpdates { get; set; }
}

/// <summary>Has updates posted to an address.</summary>
public class SetWebhookRequest() : FileRequestBase<bool>("setWebhook")
{
    public required string Url { get; set; }

    [JsonConverter(typeof(InputFileConverter<InputFileStream>))]
    public InputFileStream? Certificate { get; set; }

    public string? IpAddress { get; set; }

    public int? MaxConnections { get; set; }

    public IEnumerable<UpdateType>? AllowedUpdates { get; set; }

    public bool DropPendingUpdates { get; set; }

    public string? SecretToken { get; set; }

    private protected override IEnumerable<InputFile?> Files => [Certificate];
}

/// <summary>Goes back to the long poll.</summary>
public class DeleteWebhookRequest() : RequestBase<bool>("deleteWebhook")
{
    public bool DropPendingUpdates { get; set; }
}

/// <summary>Asks how updates are delivered.</summary>
public class GetWebhookInfoRequest() : ParameterlessRequest<WebhookInfo>("getWebhookInfo");

/// <summary>Asks who the bot is.</summary>
public class GetMeRequest() : ParameterlessRequest<User>("getMe");

/// <summary>Sets the command menu.</summary>
public class SetMyCommandsRequest() : RequestBase<bool>("setMyCommands")
{
    public required IEnumerable<BotCommand> Commands { get; set; }

    public BotCommandScope? Scope { get; set; }

    public string? LanguageCode { get; set; }
}

/// <summary>Ends the spinning of a pressed button.</summary>
public class AnswerCallbackQueryRequest() : RequestBase<bool>("answerCallbackQuery")
{
    public required string CallbackQueryId { get; set; }

    public string? Text { get; set; }

    public bool ShowAlert { get; set; }

    public string? Url { get; set; }

    /// <summary>Seconds.</summary>
    public int? CacheTime { get; set; }
}

/// <summary>Asks for a file's download path.</summary>
public class GetFileRequest() : RequestBase<TGFile>("getFile")
{
    public required string FileId { get; set; }
}
