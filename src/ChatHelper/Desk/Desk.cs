using ChatHelper.Desk.Accounts;
using ChatHelper.Desk.Cases;
using ChatHelper.Desk.Crew;
using ChatHelper.Desk.Door;
using ChatHelper.Pages;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
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
                DeskKeyFolder.Of(all.GetRequiredService<Engine>()),
                all.GetRequiredService<ILoggerFactory>())));
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(all => new ConfigureOptions<KeyManagementOptions>(options => options.XmlEncryptor = new DeskKeySeal(all.GetRequiredService<Engine>().Seal)));
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)); // it warns that keys lie as files; ours do
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "desk-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Cookie.Path = "/desk";
            options.SuppressXFrameOptionsHeader = true; // ours says DENY
        });
        return services
            .Configure<PasswordHasherOptions>(options => options.IterationCount = Passwords.Rounds)
            .AddSingleton(all => new DeskWords(all.GetRequiredService<Engine>().Pack.Lines))
            .AddSingleton(all => new DeskLinkStore(all.GetRequiredService<Engine>().Seal))
            .AddSingleton(all => new AccountStore(all.GetRequiredService<Engine>().Seal))
            .AddSingleton(all => new RevealStore(all.GetRequiredService<Engine>().Seal, all.GetRequiredService<Engine>().Sequence))
            .AddSingleton<Passwords>().AddSingleton<DeskSessions>().AddSingleton<SigningIn>().AddSingleton<Enrolling>()
            .AddSingleton<DeskFrame>().AddSingleton<DeskDoor>()
            .AddSingleton<TryRates>().AddSingleton(all => new KnownBrowser(all.GetRequiredService<Engine>().Seal)).AddSingleton<DoorPages>().AddSingleton<DeskEntrance>()
            .AddSingleton<SignInRoutes>().AddSingleton<PasswordPages>().AddSingleton<PasswordRoutes>()
            .AddSingleton<CaseReach>().AddSingleton<CaseOpens>().AddSingleton<CasePages>().AddSingleton<CaseRoutes>().AddSingleton<CaseDeeds>()
            .AddSingleton<RevealRoutes>().AddSingleton<Announcing>()
            .AddSingleton<CrewPages>().AddSingleton<CrewChanges>().AddSingleton<CrewRoutes>();
    }

    public static void MapDesk(this WebApplication app)
    {
        var anybody = app.MapGroup("/desk").AddEndpointFilter<Faults>();
        anybody.MapFiles("/page/", "look.css", "desk.css", "desk.js");
        anybody.MapGet("/enter", (HttpContext context, DeskEntrance door) => door.Ask(context));
        var posts = anybody.MapGroup("").AddEndpointFilter<SameOrigin>().DisableAntiforgery(); // validated by OwnForm
        var forms = posts.MapGroup("").AddEndpointFilter<OwnForm>();
        forms.MapPost("/enter", (HttpContext context, DeskEntrance door) => door.Enter(context));
        forms.MapPost("/enrol", (HttpContext context, DeskEntrance door) => door.Enrol(context));
        forms.MapPost("/sign-in", (HttpContext context, SignInRoutes door) => door.SignIn(context));

        var seated = anybody.MapGroup("").AddEndpointFilter<Seated>();
        seated.MapGet("", (HttpContext context, CaseRoutes cases) => cases.List(context));
        seated.MapGet("/case/{id}", (HttpContext context, CaseRoutes cases, string id) => cases.Case(context, id));
        seated.MapGet("/case/{id}/words", (HttpContext context, CaseRoutes cases, string id, long after) => cases.Words(context, id, after));
        seated.MapGet("/case/{id}/reveal/{field}", (HttpContext context, RevealRoutes reveal, string id, string field) => reveal.Ask(context, id, field));
        seated.MapGet("/password", (HttpContext context, PasswordRoutes password) => password.Ask(context));
        var deeds = posts.MapGroup("").AddEndpointFilter<Seated>().AddEndpointFilter<OwnForm>();
        deeds.MapPost("/sign-out", (HttpContext context, SignInRoutes door) => door.SignOut(context));
        deeds.MapPost("/password", (HttpContext context, PasswordRoutes password) => password.Change(context));
        deeds.MapPost("/case/{id}/claim", (HttpContext context, CaseDeeds cases, string id) => cases.Claim(context, id));
        deeds.MapPost("/case/{id}/reply", (HttpContext context, CaseDeeds cases, string id) => cases.Reply(context, id));
        deeds.MapPost("/case/{id}/close", (HttpContext context, CaseDeeds cases, string id) => cases.Close(context, id));
        deeds.MapPost("/case/{id}/reveal/{field}", (HttpContext context, RevealRoutes reveal, string id, string field) => reveal.Show(context, id, field));

        seated.MapGroup("").AddEndpointFilter<Leading>().MapGet("/crew", (HttpContext context, CrewRoutes crew) => crew.List(context));
        var leads = deeds.MapGroup("").AddEndpointFilter<Leading>();
        leads.MapPost("/case/{id}/assign", (HttpContext context, CaseDeeds cases, string id) => cases.Assign(context, id));
        leads.MapPost("/crew/invite", (HttpContext context, CrewRoutes crew) => crew.Invite(context));
        leads.MapPost("/crew/{account:long}/{what}", (HttpContext context, CrewRoutes crew, long account, string what) => crew.Change(context, account, what));
        leads.MapPost("/crew/change/{id}/{answer}", (HttpContext context, CrewRoutes crew, string id, string answer) => crew.Answer(context, id, answer));
    }
}
