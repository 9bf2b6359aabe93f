using System.Globalization;
using System.Security.Cryptography;
using ChatHelper.Core.Turns;
using ChatHelper.Gate;

namespace ChatHelper.Channels.Web;

/// <summary>How a browser begins, comes back with a recovery code, and is forgotten. The code itself is given in the talk.</summary>
internal sealed class RecoveryRoute(Engine engine)
{
    /// <summary><c>POST /chat/open</c>. The cookie is set here and not with the page: someone who follows a link from elsewhere
    /// comes without their SameSite cookie, and a page that set one would write over it.</summary>
    public static IResult Open(HttpContext context)
    {
        Credential.Give(context, Credential.Of(context.Request));
        return Results.NoContent();
    }

    /// <summary><c>POST /chat/lock</c>: who leaves in a hurry finds the talk locked, when they have set a number.</summary>
    public async Task<IResult> Lock(HttpContext context)
    {
        if (WebPersons.Of(context.Request) is { } address)
        {
            await engine.Writer.Write(address, session => engine.Conversations.Find(session, address) is { } known && engine.Gate.Lock(known.Id));
        }

        return Results.NoContent();
    }

    /// <summary><c>POST /chat/recover</c>: the conversation that has the code goes on in this browser, and nowhere else.</summary>
    public async Task<IResult> Recover(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        var form = await context.Request.ReadFromJsonAsync(WebJson.Plain.RecoverForm, context.RequestAborted);
        var code = TypedDigits.Of(form?.Code ?? "");
        if (!TypedDigits.IsCode(code))
        {
            return Results.NotFound();
        }

        var who = Guesses.Connection(context.Connection.RemoteIpAddress);
        if (!engine.Guesses.May(who))
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(engine.Guesses.Wait(who).TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        if (await engine.Writer.Write(null, session => engine.Recoveries.Find(session, engine.Recoveries.Lookup(code), engine.Clock.GetUtcNow())) is null)
        {
            return Results.NotFound();
        }

        engine.Guesses.WasRight(who);
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await engine.Turns.Take(Credential.Address(token), new Said(Credential.Channel, $"recover:{token[..16]}", code), greeted: true);
        Credential.Give(context, token);
        return Results.NoContent();
    }

    /// <summary><c>POST /chat/forget</c>: this browser knows nothing any more; the conversation stays for who has the code.</summary>
    public static IResult Forget(HttpContext context)
    {
        Credential.Forget(context);
        return Results.NoContent();
    }
}
