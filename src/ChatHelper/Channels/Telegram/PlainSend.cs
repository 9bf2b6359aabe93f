using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace ChatHelper.Channels.Telegram;

/// <summary>Sends a message and reads only its number of what the Bot API tells of it: reading all takes as long as writing the call.</summary>
internal sealed class PlainSend(SendMessageRequest call) : IRequest<MessageId>
{
    public HttpMethod HttpMethod => call.HttpMethod;

    public string MethodName => call.MethodName;

    public bool IsWebhookResponse
    {
        get => call.IsWebhookResponse;
        set => call.IsWebhookResponse = value;
    }

    public HttpContent? ToHttpContent() => call.ToHttpContent();
}
