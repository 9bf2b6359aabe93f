namespace ChatHelper.Channels.WeChat.Callbacks;

/// <summary>What stands in the address of a callback. What is missing, stands twice or is too long is empty.</summary>
internal sealed record CallbackQuery
{
    private const int Longest = 256;

    public string Signature { get; init; } = "";

    public string Timestamp { get; init; } = "";

    public string Nonce { get; init; } = "";

    public string EncryptType { get; init; } = "";

    public string MsgSignature { get; init; } = "";

    public string Echo { get; init; } = "";

    public static CallbackQuery Of(IQueryCollection query)
    {
        string One(string name) => query[name] is { Count: 1 } values && values[0] is { Length: <= Longest } value ? value : "";
        return new CallbackQuery
        {
            Signature = One("signature"), Timestamp = One("timestamp"), Nonce = One("nonce"),
            EncryptType = One("encrypt_type"), MsgSignature = One("msg_signature"), Echo = One("echostr"),
        };
    }
}
