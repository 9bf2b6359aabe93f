using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Evidence;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ChatHelper.Channels.Web;

/// <summary><c>POST /chat/say</c> and <c>POST /chat/file</c>. The answer means: it is on disk. Without an answer the page
/// posts the same key again, and the key is taken once.</summary>
internal sealed class SayRoute(Engine engine, WebDoor door, WebPersons persons, WebReplies replies)
{
    public const string KeyHeader = "Chat-Key";
    private const int LargestUpload = 21 << 20;
    private const int MostChoices = 50;
    private const int LongestName = 100;

    public async Task<IResult> Say(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        var form = await context.Request.ReadFromJsonAsync(WebJson.Plain.SayForm, context.RequestAborted);
        if (door.Shut(context, form?.Text ?? "", door.Erases(form)) is { } shut)
        {
            return shut;
        }

        if (WebPersons.Of(context.Request) is not { } address)
        {
            return Results.Unauthorized();
        }

        if (Incoming(address, form, context.Request.Headers.AcceptLanguage.ToString()) is not { } incoming)
        {
            return Results.BadRequest();
        }

        await persons.Acknowledge(address, form!.Seen);
        return await Taken(context, address, incoming);
    }

    public async Task<IResult> File(HttpContext context)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || type.MediaType != "multipart/form-data" || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 100 } boundary)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        if (door.Shut(context) is { } shut)
        {
            return shut;
        }

        if (WebPersons.Of(context.Request) is not { } address)
        {
            return Results.Unauthorized();
        }

        if (Key(address, context.Request.Headers[KeyHeader]) is not { } key)
        {
            return Results.BadRequest();
        }

        if (await engine.Turns.Meet(address, greeted: true) is not (> 0 and var person))
        {
            return door.Busy(context);
        }

        // Too large is known from the header: it is said without reading the body.
        var file = context.Request.ContentLength > LargestUpload
            ? FileStore.TooLarge("", context.Request.ContentLength.Value)
            : await Kept(context, boundary, person);
        return file is null ? Results.BadRequest() : await Taken(context, address, new Gave(Credential.Channel, key, file, ""));
    }

    private async Task<GivenFile?> Kept(HttpContext context, string boundary, long person)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LargestUpload;
        }

        // Read as a stream: the form reader of the framework would put a large file into the temporary folder in clear.
        var reader = new MultipartReader(boundary, context.Request.Body);
        while (await reader.ReadNextSectionAsync(context.RequestAborted) is { } section)
        {
            if (section.GetContentDispositionHeader() is { } part && part.IsFileDisposition())
            {
                var name = HeaderUtilities.RemoveQuotes(part.FileNameStar.HasValue ? part.FileNameStar : part.FileName).ToString();
                return await engine.Files.Keep(
                    person, name, to => section.Body.CopyToAsync(to, context.RequestAborted), context.RequestAborted);
            }
        }

        return null;
    }

    private async Task<IResult> Taken(HttpContext context, Address address, Incoming incoming)
    {
        var taken = await engine.Turns.Take(address, incoming, greeted: true);
        if (taken.TurnedAway)
        {
            return door.Busy(context);
        }

        var erased = taken.Person == 0 || taken.Rows.Any(row => row.Person == 0);
        IReadOnlyList<ShownReply> last = erased ? await Task.WhenAll(taken.Rows.Select(row => replies.Shown(null, row.Reply))) : [];
        return Results.Json(new SayAnswer(WebPersons.Who(address), erased, last) { Hides = taken.Hides }, WebJson.Plain.SayAnswer);
    }

    private static Incoming? Incoming(Address address, SayForm? form, string hint) => form is null || Key(address, form.Key) is not { } key ? null
        : form.Choices is { Count: > 0 and <= MostChoices } choices && choices.All(IsName) && (form.Step is null || IsName(form.Step))
            ? new Pressed(Credential.Channel, key, form.Version, form.Step, choices)
        : form.Text is { Length: > 0 } text ? new Said(Credential.Channel, key, text) { Hint = hint }
        : null;

    // Bound to the person, so that a key says nothing about anybody else's.
    private static string? Key(Address address, string? made) =>
        made is { Length: >= 16 and <= 64 } && made.All(char.IsAsciiLetterOrDigit) ? $"{address.Id[..16]}:{made}" : null;

    private static bool IsName(string? name) => name is { Length: > 0 and <= LongestName };
}
