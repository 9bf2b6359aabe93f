using Microsoft.AspNetCore.Antiforgery;

namespace ChatHelper.Desk.Door;

/// <summary>Lets those through who are signed in; all others see the way to sign in.</summary>
internal sealed class Seated(DeskDoor door, SignInRoutes sign) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await door.Enter(context.HttpContext) is not null ? await next(context) : sign.Shut(context.HttpContext);
}

/// <summary>Lets leads through.</summary>
internal sealed class Leading(DeskFrame frame, DeskWords words) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        DeskDoor.Who(context.HttpContext).Leads
            ? await next(context)
            : frame.Note(context.HttpContext, words["title"], words["leads-only"], StatusCodes.Status403Forbidden);
}

/// <summary>Lets forms through that we made for this session.</summary>
internal sealed class OwnForm(IAntiforgery forgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await forgery.IsRequestValidAsync(context.HttpContext) ? await next(context) : Results.BadRequest();
}
