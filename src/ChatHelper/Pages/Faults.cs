using System.Text.Json;
using ChatHelper.Storage;
using Microsoft.AspNetCore.Antiforgery;

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
        catch (Exception broken) when (IsSenders(broken))
        {
            return Results.BadRequest();
        }
    }

    // A body that is no JSON, says so in its head, or ends in the middle; what our own disk does wrong is a StorageFault.
    private static bool IsSenders(Exception broken) => broken is JsonException or IOException or InvalidDataException or AntiforgeryValidationException
        or InvalidOperationException { Source: "System.Text.Json" or "Microsoft.AspNetCore.Http.Extensions" };
}
