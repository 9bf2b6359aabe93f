using ChatHelper.Storage;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatHelper.Pages;

/// <summary>What the pages of the chat and of the desk share: headers, colours, health.</summary>
internal static class PageRoutes
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupFilter, SafeHeaders>());
        return services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
    }

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapFiles("/page/", "look.css");
        routes.MapGet("/health/live", () => Results.Text("live"));
        routes.MapGet("/health/ready", async (Engine engine) =>
        {
            try
            {
                await engine.Writer.Write(null, engine.HandOvers.Count);
                return Results.Text("ready");
            }
            catch (StorageFault)
            {
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            }
        });
    }
}
