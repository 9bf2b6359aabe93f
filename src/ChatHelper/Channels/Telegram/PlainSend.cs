using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;

namespace ChatHelper.Channels.Telegram;

/// <summary>Sends a message without reading what the Bot API tells of it: nothing here needs it, and reading it takes as long
/// as writing the call.</summary>
internal sealed class PlainSend(SendMessageRequest call) : IRequest<PlainSend.Accepted>
{
    public HttpMethod HttpMethod => call.HttpMethod;

    public string MethodName => call.MethodName;

    public bool IsWebhookResponse
    {
        get => call.IsWebhookResponse;
        set => call.IsWebhookResponse = value;
    }

    public HttpContent? ToHttpContent() => call.ToHttpContent();

    /// <summary>Has none of the message's members, so that all are skipped.</summary>
    internal sealed class Accepted;
}
