using System.Globalization;

namespace ChatHelper.Channels.WeChat.Callbacks;

/// <summary>Lets in what WeChat sent, and nothing else. The signature is checked before anything is opened, so that nobody learns from us
/// how a forged text opens.</summary>
internal sealed class CallbackDoor(WeChatOptions options, TimeProvider clock)
{
    /// <summary>How far the time of a callback may be from ours, either way.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const int LongestNonce = 32;
    private readonly ReplayCache _seen = new(Window);

    /// <summary>Opens what came, and seals what goes.</summary>
    public MessageCipher Cipher { get; } = new(options.AppId, options.AesKeys);

    /// <summary>The check of our address, a GET.</summary>
    public CallbackReading Echo(CallbackQuery query) => Faulty(query)
        ?? (!IsSigned(query) ? Forged
            : query.Echo.Length == 0 || query.Echo.Any(sign => sign is < '!' or > '~') ? new CallbackReading.Refused(400, "the check of our address has no echostr")
            : Once(query, $"echo:{query.Echo}") ?? new CallbackReading.Echo(query.Echo));

    /// <summary>A message, a POST.</summary>
    public CallbackReading Read(CallbackQuery query, ReadOnlySpan<byte> body) =>
        body.Length > InboundXml.Largest ? new CallbackReading.Refused(413, "a body of more than 64 KiB")
        : Faulty(query) ?? (options.Mode == WeChatMode.Plain ? Plain(query, body) : Sealed(query, body));

    private static CallbackReading.Refused Forged => new(403, "the signature is not of our token");

    private CallbackReading Plain(CallbackQuery query, ReadOnlySpan<byte> body) =>
        IsSigned(query) ? Taken(query, InboundXml.Read(body), isSealed: false) : Forged;

    private CallbackReading Sealed(CallbackQuery query, ReadOnlySpan<byte> body)
    {
        if (query.EncryptType != "aes" || InboundXml.Encrypted(body) is not { } encrypted)
        {
            return new CallbackReading.Refused(400, "a body that is not sealed; is the account set to another mode than WECHAT_MODE?");
        }

        if (!CallbackSignature.Is(query.MsgSignature, options.Token, query.Timestamp, query.Nonce, encrypted))
        {
            return Forged;
        }

        return Cipher.Open(encrypted) is { } xml
            ? Taken(query, InboundXml.Read(xml), isSealed: true)
            : new CallbackReading.Refused(400, "a signed body that does not open; are WECHAT_AES_KEY and WECHAT_APPID those of the account?");
    }

    private CallbackReading Taken(CallbackQuery query, WeChatMessage? message, bool isSealed) => message is null
        ? new CallbackReading.Refused(200, "a signed body that holds no message we could answer")
        : Once(query, message.Key) ?? new CallbackReading.Message(message, isSealed);

    private bool IsSigned(CallbackQuery query) => CallbackSignature.Is(query.Signature, options.Token, query.Timestamp, query.Nonce);

    private CallbackReading? Once(CallbackQuery query, string key) => _seen.Passes(query.Timestamp, query.Nonce, key, clock.GetUtcNow())
        ? null : new CallbackReading.Refused(403, "a signature that another message came with");

    // The parts are signed without anything between them: only parts of a known shape can stand for nothing else.
    private CallbackReading? Faulty(CallbackQuery query)
    {
        if (query.Nonce.Length is 0 or > LongestNonce || !query.Nonce.All(char.IsAsciiLetterOrDigit) || query.Timestamp is not { Length: 10 }
            || !long.TryParse(query.Timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var at))
        {
            return new CallbackReading.Refused(400, "no timestamp or no nonce");
        }

        return (clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(at)).Duration() <= Window
            ? null : new CallbackReading.Refused(403, "a time more than 5 minutes from ours; is the clock of this machine right?");
    }
}
