namespace Telegram.Bot.Requests.Abstractions;

/// <summary>A call of the Bot API.</summary>
public interface IRequest
{
    HttpMethod HttpMethod { get; }

    /// <summary>Name of the Bot API method.</summary>
    string MethodName { get; }

    /// <summary>True to send the call as the answer to a webhook: its body then names the method itself.</summary>
    bool IsWebhookResponse { get; set; }

    /// <summary>The body; null when the method takes nothing.</summary>
    HttpContent? ToHttpContent();
}

/// <summary>A call of the Bot API with the type of its result.</summary>
[SuppressMessage("Major Code Smell", "S2326", Justification = "The type parameter ties a request to its result.")]
public interface IRequest<TResponse> : IRequest;
