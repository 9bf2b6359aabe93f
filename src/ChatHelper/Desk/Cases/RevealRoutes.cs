using System.Globalization;
using ChatHelper.Core.Facts;
using ChatHelper.Desk.Accounts;
using ChatHelper.Pages;
using ChatHelper.Storage;
using NodaTime;

namespace ChatHelper.Desk.Cases;

/// <summary>Shows one masked field of one's own case, for a reason that is kept.</summary>
internal sealed class RevealRoutes(Engine engine, CaseReach reach, RevealStore reveals, DeskFrame frame, DeskWords words)
{
    /// <summary>Fields of a case that one volunteer is shown within an hour.</summary>
    public const int Most = 3;
    private const string Summary = "summary", Other = "other";
    private const int LongestNote = 200;
    private static readonly string[] s_reasons = ["which", "papers", "asked", Other];
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    public async Task<IResult> Ask(HttpContext context, string id, string field)
    {
        var who = DeskDoor.Who(context);
        var found = await engine.Writer.Write(null, session => Find(session, id, field, who));
        return found is var (_, part) ? Form(context, id, field, part, StatusCodes.Status200OK) : Missing(context);
    }

    public async Task<IResult> Show(HttpContext context, string id, string field)
    {
        var who = DeskDoor.Who(context);
        engine.Surroundings.VolunteerSeen(Instant.FromDateTimeOffset(engine.Clock.GetUtcNow()));
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (reason, note) = (form["reason"].ToString(), form["note"].ToString().Trim());
        var sound = s_reasons.Contains(reason) && note.Length <= LongestNote && (reason != Other || note.Length > 0);
        var answer = await engine.Writer.Write(null, session => Find(session, id, field, who) is not var (one, part) ? Results.NotFound()
            : !sound ? null
            : Granted(session, one, part, who, new RevealReason(Kind(part), reason, Masked.All(note))) ? (object)part
            : Results.StatusCode(StatusCodes.Status429TooManyRequests));
        return answer switch
        {
            TextPart part => Shown(context, id, part),
            IStatusCodeHttpResult { StatusCode: StatusCodes.Status429TooManyRequests } => frame.Note(context, words["reveal.title"], words["reveal.enough"], StatusCodes.Status429TooManyRequests),
            null => Form(context, id, field, null, StatusCodes.Status422UnprocessableEntity),
            _ => Missing(context),
        };
    }

    private bool Granted(Session session, Case one, TextPart part, Volunteer who, RevealReason why)
    {
        var now = engine.Clock.GetUtcNow();
        if (RevealStore.Count(session, one.Id, who.Id, now - Window) >= Most)
        {
            reach.Alarm(session, who, $"more than {Most} fields asked for within an hour in {one.Id}");
            return false;
        }

        reveals.Add(session, one, who.Id, why, now);
        reach.Note(session, one, who, "revealed", $"{Kind(part)} {why.Reason}");
        return true;
    }

    // A field is the number of a word, or the summary, and which of its pieces.
    private (Case Of, TextPart Part)? Find(Session session, string id, string field, Volunteer who)
    {
        if (field.Split('.') is not [var where, var place] || !int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            || reach.Own(session, id, who) is not { } one)
        {
            return null;
        }

        var text = where == Summary ? one.Summary : engine.HandOvers.Messages(session, one).FirstOrDefault(word => $"{word.Id}" == where)?.Text;
        return text is not null && TextPart.Of(text).ElementAtOrDefault(at) is { Kind: not Hidden.Nothing } part ? (one, part) : null;
    }

    private IResult Form(HttpContext context, string id, string field, TextPart? part, int status)
    {
        var reader = frame.For(context);
        return frame.Html(reader, words["reveal.title"], $"""
            <form class="card" method="post" action="/desk/case/{id}/reveal/{field}">{reader.Token}
              <p>{words["reveal.why"]}</p><p class="secret">{part?.Shown ?? ""}</p>
              <fieldset><legend>{words["reveal.reason"]}</legend>{Markup.Join(s_reasons.Select(Choice))}</fieldset>
              <label for="note">{words["reveal.note"]}</label><p class="hint" id="note-hint">{words["reveal.note-hint"]}</p>
              <input id="note" name="note" maxlength="{LongestNote}" autocomplete="off" aria-describedby="note-hint">
              <button class="main">{words["reveal.go"]}</button> <a class="button" href="/desk/case/{id}">{words["reveal.back"]}</a>
            </form>
            """, status);
    }

    private Markup Choice(string reason) => $"""<label class="choice"><input type="radio" name="reason" value="{reason}" required> {words[$"reveal.reason.{reason}"]}</label>""";

    private IResult Shown(HttpContext context, string id, TextPart part) => frame.Html(frame.For(context), words["reveal.title"], $"""
        <section class="card"><p class="hint">{words["reveal.once"]}</p><p class="secret">{part.Text}</p>
        <a class="button main" href="/desk/case/{id}">{words["reveal.back"]}</a></section>
        """);

    private static string Kind(TextPart part) => part.Kind.ToString().ToLowerInvariant();

    private IResult Missing(HttpContext context) => frame.Note(context, words["list.title"], words["case.gone"], StatusCodes.Status404NotFound);
}
