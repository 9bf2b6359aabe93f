using ChatHelper.Pages;

namespace ChatHelper.Channels.Web;

/// <summary><c>POST /chat/qr</c>: a short text as a picture that a telephone reads off the screen. Drawn here, kept nowhere;
/// nobody else is asked.</summary>
internal static class QrRoute
{
    /// <summary>Longest text: beyond it a telephone no longer reads the squares off a screen.</summary>
    public const int Longest = 300;

    public static async Task<IResult> Draw(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        var form = await context.Request.ReadFromJsonAsync(WebJson.Plain.QrForm, context.RequestAborted);
        return form?.Text is { Length: > 0 and <= Longest } text ? Results.Text(QrDrawing.Svg(text), "image/svg+xml; charset=utf-8") : Results.BadRequest();
    }
}
