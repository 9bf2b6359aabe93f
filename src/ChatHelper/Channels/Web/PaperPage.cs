using ChatHelper.Pages;
using ChatHelper.Papers;

namespace ChatHelper.Channels.Web;

/// <summary>Where pages of papers are served.</summary>
internal static class PaperPage
{
    public static void MapPaperPage(this WebApplication app)
    {
        var route = new PaperRoute(app.Services.GetRequiredService<Engine>());
        var page = app.MapGroup(PaperLinkStore.Path("{token}")).AddEndpointFilter<Faults>().AddEndpointFilter(app.Services.GetRequiredService<WebDoor>());
        page.MapGet("", (Delegate)route.Show);
        page.MapGet("/{no:int}", (Delegate)route.Save);
        page.MapPost("", (Delegate)route.Open).AddEndpointFilter<SameOrigin>();
    }
}
