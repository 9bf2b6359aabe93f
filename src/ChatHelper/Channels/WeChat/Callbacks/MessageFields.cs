using System.Globalization;

namespace ChatHelper.Channels.WeChat.Callbacks;

/// <summary>Makes a message of the fields of a body.</summary>
internal static class MessageFields
{
    private const int LongestName = 128;
    private const int LongestKey = 1024;
    private static readonly long LastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>Null where something lacks without which a message is not to be told from another, or not to be answered.</summary>
    public static WeChatMessage? Read(IReadOnlyDictionary<string, string> fields)
    {
        string Of(string name) => fields.GetValueOrDefault(name) ?? "";
        long? Number(string name, long most) =>
            long.TryParse(Of(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;

        var (type, happened, id) = (Of("MsgType"), Of("Event"), Number("MsgId", long.MaxValue));
        if (!IsName(Of("ToUserName")) || !IsName(Of("FromUserName")) || !IsName(type) || Number("CreateTime", LastSecond) is not { } at
            || (type == "event" ? !IsName(happened) || Of("EventKey").Length > LongestKey : id is null))
        {
            return null;
        }

        return new WeChatMessage
        {
            ToUser = Of("ToUserName"), FromUser = Of("FromUserName"), At = DateTimeOffset.FromUnixTimeSeconds(at), Type = type, Id = type == "event" ? null : id,
            Text = Of("Content"), MediaId = Of("MediaId"), PicUrl = Of("PicUrl"), Format = Of("Format"), Recognition = Of("Recognition"),
            FileName = type == "file" && Of("Title") is { Length: > 0 } title ? title : null,
            Event = happened, EventKey = Of("EventKey"),
        };
    }

    // A colon in a name could make two keys one.
    private static bool IsName(string text) => text.Length is > 0 and <= LongestName && text.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '_' or '-' or '.' or '@');
}
