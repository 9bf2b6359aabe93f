namespace ChatHelper.Channels.WeChat.Callbacks;

/// <summary>What a callback turned out to be.</summary>
internal abstract record CallbackReading
{
    /// <summary>The check of our address: answered with this text and nothing else.</summary>
    public sealed record Echo(string Text) : CallbackReading
    {
        public override string ToString() => nameof(Echo);
    }

    /// <param name="Sealed">It came sealed, and the answer must be sealed too.</param>
    public sealed record Message(WeChatMessage Said, bool Sealed) : CallbackReading
    {
        public override string ToString() => nameof(Message);
    }

    /// <param name="Status">HTTP status of the answer, which has no body. 200: WeChat sent it, but we cannot take it, and it would be no
    /// better the next time.</param>
    /// <param name="Why">For the operator; holds nothing of what was sent.</param>
    public sealed record Refused(int Status, string Why) : CallbackReading;
}
