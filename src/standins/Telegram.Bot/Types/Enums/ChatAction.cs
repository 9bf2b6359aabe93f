namespace Telegram.Bot.Types.Enums;

/// <summary>What the bot is seen doing, for about five seconds.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<ChatAction>))]
public enum ChatAction
{
    Typing = 1,
    UploadPhoto,
    RecordVideo,
    UploadVideo,
    RecordVoice,
    UploadVoice,
    UploadDocument,
    FindLocation,
    RecordVideoNote,
    UploadVideoNote,
    ChooseSticker,
}
