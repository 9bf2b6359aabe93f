using ChatHelper.Core.Witness;
using ChatHelper.Pages;

namespace ChatHelper.Channels.Web;

/// <summary>Where the witness page is served.</summary>
internal static class WitnessPage
{
    /// <summary>Path of the page.</summary>
    public const string Path = $"/{WitnessDeeds.Page}";

    public static void MapWitnessPage(this WebApplication app)
    {
        var route = new WitnessRoute(app.Services.GetRequiredService<Engine>());
        app.MapGet(Path, route.Start);
        var posts = app.MapGroup(Path).AddEndpointFilter<Faults>().AddEndpointFilter<SameOrigin>().AddEndpointFilter(app.Services.GetRequiredService<WebDoor>());
        posts.MapPost("/open", (Delegate)route.Open);
        posts.MapPost("/read", (Delegate)((HttpContext context) => route.Read(context)));
        posts.MapPost("/edit", (Delegate)route.Edit);
        posts.MapPost("/tell", (Delegate)((HttpContext context) => route.Tell(context)));
        posts.MapPost("/withdraw", (Delegate)route.Withdraw);
    }
}
