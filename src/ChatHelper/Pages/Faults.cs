using System.Text.Json;
using ChatHelper.Storage;

namespace ChatHelper.Pages;

/// <summary>Says to a page what went wrong by the status alone: whether to send the same once more, later or never.</summary>
internal sealed class Faults : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (StorageFault)
        {
            context.HttpContext.Response.Headers.RetryAfter = "5";
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
        catch (BadHttpRequestException bad)
        {
            return Results.StatusCode(bad.StatusCode);
        }
        catch (Exception broken) when (broken is JsonException or InvalidDataException or InvalidOperationException { Source: "System.Text.Json" })
        {
            return Results.BadRequest();
        }
    }
}
