using System.Security.Cryptography;

namespace ChatHelper.Channels.Web;

/// <summary>How a browser begins, gets a recovery code, comes back with one, and is forgotten.</summary>
internal sealed class RecoveryRoute(Engine engine, WebDoor door, WebPersons persons, RecoveryStore recoveries, Guesses guesses)
{
    private const int Digits = 16;

    /// <summary><c>POST /chat/open</c>. The cookie is set here and not with the page: someone who follows a link from elsewhere
    /// comes without their SameSite cookie, and a page that set one would write over it.</summary>
    public static IResult Open(HttpContext context)
    {
        Credential.Give(context, Credential.Of(context.Request));
        return Results.NoContent();
    }

    /// <summary><c>POST /chat/recovery</c>: a new code, shown this once.</summary>
    public async Task<IResult> Make(HttpContext context)
    {
        if (door.Shut(context) is { } shut)
        {
            return shut;
        }

        if (await persons.Of(context.Request) is not { } address)
        {
            return Results.Unauthorized();
        }

        var code = RandomNumberGenerator.GetString("0123456789", Digits);
        if (await engine.Turns.Meet(address, greeted: true) is not (> 0 and var person))
        {
            return door.Busy(context);
        }

        await engine.Writer.Write(address, session =>
        {
            recoveries.Put(session, person, code, engine.Clock.GetUtcNow());
            return person;
        });
        return Results.Json(new CodeAnswer(code), WebJson.Plain.CodeAnswer);
    }

    /// <summary><c>POST /chat/recover</c>: this browser goes on with the conversation that has the code.</summary>
    public async Task<IResult> Recover(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        var form = await context.Request.ReadFromJsonAsync(WebJson.Plain.RecoverForm, context.RequestAborted);
        var code = string.Concat((form?.Code ?? "").Take(100).Where(char.IsAsciiDigit));
        if (code.Length != Digits)
        {
            return Results.NotFound();
        }

        if (!guesses.May(context.Connection.RemoteIpAddress))
        {
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        if (!await engine.Writer.Write(null, session => recoveries.Pair(session, code, token, engine.Clock.GetUtcNow())))
        {
            return Results.NotFound();
        }

        guesses.WasRight(context.Connection.RemoteIpAddress);
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
