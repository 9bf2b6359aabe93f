using ChatHelper.Limits;
using ChatHelper.Storage;
using Microsoft.AspNetCore.Http.Features;

namespace ChatHelper.Channels.Web;

/// <summary>How fast one connection, with perhaps many persons behind it, may post, and one browser may speak. The page waits and
/// sends the same again, so nobody loses a word.</summary>
internal sealed class WebDoor(Engine engine) : IEndpointFilter
{
    private const int LargestWord = 1 << 20;
    private const string Soon = "5";
    private const string Later = "30";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LargestWord; // who takes files allows more
        }

        if (!engine.Admission.Post($"{http.Connection.RemoteIpAddress}", Credential.Of(http.Request)))
        {
            return TooFast(http);
        }

        try
        {
            return await next(context);
        }
        catch (StorageFault) when (Credential.Of(http.Request) is { } token)
        {
            engine.Admission.GiveBack(Credential.Address(token));
            throw;
        }
    }

    /// <summary>Whether this browser may speak now; asked before anything is looked up.</summary>
    /// <returns>Null: yes; else the answer.</returns>
    /// <exception cref="StorageFault">Nobody may.</exception>
    public IResult? Shut(HttpContext context, string words = "", bool erases = false) => Credential.Of(context.Request) is not { } token
        ? Results.Unauthorized()
        : engine.Admission.Of(Credential.Address(token), words, erases) == Entry.Open ? null : TooFast(context);

    /// <summary>Whether a word asks for erasing.</summary>
    public bool Erases(SayForm? form) => engine.Admission.Erases(form?.Text ?? "", form?.Choices);

    /// <summary>The answer to somebody new who cannot be taken in now.</summary>
    public IResult Busy(HttpContext context)
    {
        context.Response.Headers.RetryAfter = Later;
        var words = engine.Refusals.OfBusy(context.Request.Headers.AcceptLanguage.ToString()).Text;
        return Results.Json(new BusyAnswer(words), WebJson.Plain.BusyAnswer, statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static IResult TooFast(HttpContext context)
    {
        context.Response.Headers.RetryAfter = Soon;
        return Results.StatusCode(StatusCodes.Status429TooManyRequests);
    }
}
