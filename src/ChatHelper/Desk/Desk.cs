using ChatHelper.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace ChatHelper.Desk;

/// <summary>The desk: pages below <c>/desk</c> for volunteers.</summary>
internal static class Desk
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddPages().AddDataProtection().SetApplicationName("ChatHelper");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(all => new ConfigureOptions<KeyManagementOptions>(options =>
            options.XmlRepository = new FileSystemXmlRepository(
                KeyFolder(Path.Combine(all.GetRequiredService<Engine>().DataFolder, "keys", "desk")),
                all.GetRequiredService<ILoggerFactory>())));
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(all => new ConfigureOptions<KeyManagementOptions>(options => options.XmlEncryptor = new DeskKeySeal(all.GetRequiredService<Engine>().Seal)));
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)); // it warns that keys lie as files; ours do
        services.AddAuthentication().AddCookie(DeskDoor.Scheme, DeskDoor.Configure);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "desk-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Cookie.Path = "/desk";
            options.SuppressXFrameOptionsHeader = true; // ours says DENY
        });
        return services
            .AddSingleton(all => new DeskWords(all.GetRequiredService<Engine>().Pack.Lines))
            .AddSingleton(all => new DeskLinkStore(all.GetRequiredService<Engine>().Seal))
            .AddSingleton<DeskPages>()
            .AddSingleton<DeskRoutes>()
            .AddSingleton<DeskEntrance>();
    }

    public static void MapDesk(this WebApplication app)
    {
        var desk = app.MapGroup("/desk").AddEndpointFilter<Faults>();
        desk.MapFiles("/page/", "look.css", "desk.css", "desk.js");
        desk.MapGet("/enter", (HttpContext context, DeskEntrance door) => door.Ask(context));
        var forms = desk.MapGroup("").AddEndpointFilter<SameOrigin>().AddEndpointFilter(OwnForm).DisableAntiforgery(); // validated by OwnForm
        forms.MapPost("/enter", (HttpContext context, DeskEntrance door) => door.Enter(context));

        desk.MapGet("", (HttpContext context, DeskRoutes routes) => Signed(context, volunteer => routes.List(context, volunteer)));
        desk.MapGet("/case/{id}", (HttpContext context, DeskRoutes routes, string id) => Signed(context, volunteer => routes.Case(context, volunteer, id)));
        desk.MapGet("/case/{id}/words", (HttpContext context, DeskRoutes routes, string id, long after) => Signed(context, volunteer => routes.Words(volunteer, id, after)));
        forms.MapPost("/case/{id}/claim", (HttpContext context, DeskRoutes routes, string id) => Signed(context, volunteer => routes.Claim(context, volunteer, id)));
        forms.MapPost("/case/{id}/reply", (HttpContext context, DeskRoutes routes, string id) => Signed(context, volunteer => routes.Reply(context, volunteer, id)));
        forms.MapPost("/case/{id}/close", (HttpContext context, DeskRoutes routes, string id) => Signed(context, volunteer => routes.Close(context, volunteer, id)));
    }

    private static DirectoryInfo KeyFolder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    private static async Task<IResult> Signed(HttpContext context, Func<string, Task<IResult>> then) =>
        await DeskDoor.Volunteer(context) is { } volunteer ? await then(volunteer) : context.RequestServices.GetRequiredService<DeskEntrance>().Shut();

    // The token is bound to who is signed in, so that is asked first.
    private static async ValueTask<object?> OwnForm(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        await DeskDoor.Volunteer(context.HttpContext);
        return await context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context.HttpContext)
            ? await next(context)
            : Results.BadRequest();
    }
}
