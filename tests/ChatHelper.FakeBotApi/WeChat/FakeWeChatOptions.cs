namespace ChatHelper.Fakes.WeChat;

/// <summary>How bodies travel.</summary>
public enum BodyMode
{
    /// <summary>Sealed.</summary>
    Safe,

    /// <summary>Sealed, with everything in clear beside it.</summary>
    Compatible,

    /// <summary>In clear.</summary>
    Plain,
}

/// <summary>The account and how the platform treats it.</summary>
public sealed record FakeWeChatOptions
{
    public string AppId { get; init; } = "wxfake00000000c0de";

    public string Secret { get; init; } = "5ecret00000000000000000000000000";

    public string Token { get; init; } = "callbacktoken0001";

    /// <summary>EncodingAESKey, 43 characters.</summary>
    public string AesKey { get; init; } = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

    /// <summary>The account's own name, ToUserName of what people send.</summary>
    public string AccountId { get; init; } = "gh_fake00000001";

    public BodyMode Mode { get; init; }

    /// <summary>False: customer-service messages, media and menus are 48001.</summary>
    public bool Certified { get; init; } = true;

    /// <summary>Judges windows, expiry and what times are shown. Connections are measured in real time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Factor on the 5 s after which a connection is cut.</summary>
    public double WaitScale { get; init; } = 1;

    /// <summary>True: a further delivery has the same timestamp, nonce and body; false: it is signed and sealed anew.</summary>
    public bool RepeatsNonce { get; init; }
}
