namespace ChatHelper.Fakes.WeChat;

/// <summary>Makes what people do. Nothing is delivered yet; a thing may be delivered more than once.</summary>
public sealed class Sayings
{
    private readonly string _account;
    private readonly TimeProvider _clock;
    private readonly MediaShelf _media;
    private long _last = 23_000_000_000_000_000;

    internal Sayings(string account, TimeProvider clock, MediaShelf media) => (_account, _clock, _media) = (account, clock, media);

    public Said Text(string openId, string text) => Message(openId, "text", ("Content", text));

    /// <summary>A picture: its bytes are fetched by MediaId; PicUrl is plain http and must not be asked.</summary>
    public Said Image(string openId, byte[] bytes, string mime = "image/jpeg", string picUrl = "http://mmbiz.example/picture") =>
        Message(openId, "image", ("PicUrl", picUrl), ("MediaId", _media.Keep(bytes, mime, "jpg")));

    /// <summary>A voice; <paramref name="heard"/> is what the platform recognised, null where that is turned off.</summary>
    public Said Voice(string openId, byte[] bytes, string? heard = null) => heard is null
        ? Message(openId, "voice", ("MediaId", _media.Keep(bytes, "audio/amr", "amr")), ("Format", "amr"))
        : Message(openId, "voice", ("MediaId", _media.Keep(bytes, "audio/amr", "amr")), ("Format", "amr"), ("Recognition", heard));

    public Said Video(string openId, byte[] bytes) =>
        Message(openId, "video", ("MediaId", _media.Keep(bytes, "video/mp4", "mp4")), ("ThumbMediaId", _media.Keep([0xFF, 0xD8, 0xFF], "image/jpeg", "jpg")));

    public Said Location(string openId, string label) => Message(openId, "location", ("Location_X", "23.1"), ("Location_Y", "113.3"), ("Scale", "20"), ("Label", label));

    public Said Link(string openId, string title, string url) => Message(openId, "link", ("Title", title), ("Description", title), ("Url", url));

    /// <summary>A message of any other kind.</summary>
    public Said Message(string openId, string type, params (string Name, string Value)[] fields) =>
        new(openId, _account, Now, type, Interlocked.Increment(ref _last), fields);

    public Said Subscribe(string openId) => Event(openId, "subscribe", "");

    public Said Unsubscribe(string openId) => Event(openId, "unsubscribe", "");

    public Said Click(string openId, string key) => Event(openId, "CLICK", key);

    public Said Scan(string openId, string key) => Event(openId, "SCAN", key);

    public Said View(string openId, string url) => Event(openId, "VIEW", url);

    public Said Event(string openId, string name, string key) => new(openId, _account, Now, "event", null, [("Event", name), ("EventKey", key)]);

    private long Now => _clock.GetUtcNow().ToUnixTimeSeconds();
}
