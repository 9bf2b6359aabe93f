using System.Net.Http.Headers;

namespace Telegram.Bot.Requests;

/// <summary>A call whose properties are its JSON body.</summary>
public abstract class RequestBase<TResponse>(string methodName) : IRequest<TResponse>
{
    [JsonIgnore]
    public HttpMethod HttpMethod { get; set; } = HttpMethod.Post;

    [JsonIgnore]
    public string MethodName { get; } = methodName;

    [JsonIgnore]
    public bool IsWebhookResponse { get; set; }

    [JsonInclude]
    internal string? Method => IsWebhookResponse ? MethodName : null;

    public virtual HttpContent? ToHttpContent() => new ByteArrayContent(ToJson())
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") },
    };

    // Written by generated code into a pooled buffer; the array that leaves is as long as the body and belongs to the request alone:
    // a pooled one could be handed to the next request while a cancelled send still reads it.
    private protected byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, GetType(), JsonBotAPI.Options);
}

/// <summary>A call that takes nothing.</summary>
public abstract class ParameterlessRequest<TResult>(string methodName) : RequestBase<TResult>(methodName)
{
    public override HttpContent? ToHttpContent() => IsWebhookResponse ? base.ToHttpContent() : null;
}
