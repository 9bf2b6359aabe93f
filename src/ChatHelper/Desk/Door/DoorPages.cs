using System.Text;
using ChatHelper.Desk.Accounts;
using ChatHelper.Pages;

namespace ChatHelper.Desk.Door;

/// <summary>The pages before the desk: signing in, and how an account is set up.</summary>
internal sealed class DoorPages(DeskFrame frame, DeskWords words)
{
    private const int Group = 4;

    public IResult SignIn(HttpContext context, bool failed, int status = StatusCodes.Status401Unauthorized)
    {
        var reader = frame.For(context);
        return frame.Html(reader, words["sign-in.title"], $"""
            <form class="card" method="post" action="/desk/sign-in">{reader.Token}
              {(failed ? Alert("sign-in.failed") : Markup.Empty)}
              <label for="name">{words["enter.name"]}</label>
              <input id="name" name="name" required maxlength="{DeskDoor.LongestName}" autocomplete="username" autofocus>
              <label for="password">{words["sign-in.password"]}</label>
              <input id="password" name="password" type="password" required maxlength="{PasswordRule.Longest}" autocomplete="current-password">
              <label for="digits">{words["sign-in.code"]}</label><p class="hint" id="digits-hint">{words["sign-in.code-hint"]}</p>
              <input id="digits" name="code" required maxlength="{SignInRoutes.LongestCode}" autocomplete="one-time-code" aria-describedby="digits-hint">
              <button class="main">{words["enter.go"]}</button>
            </form>
            <p class="hint">{words["sign-in.hint"]}</p>
            """, status);
    }

    public IResult Shut(HttpContext context) => frame.Note(context, words["shut.title"], words["shut.text"], StatusCodes.Status401Unauthorized);

    /// <param name="bound">The name of an account that is set up anew; null: it is chosen.</param>
    /// <param name="fault">Line that says what to mend; null: nothing.</param>
    public IResult Enter(HttpContext context, string code, string? bound, string? fault)
    {
        var reader = frame.For(context);
        return frame.Html(reader, words["enter.title"], $"""
            <form class="card" method="post" action="/desk/enter">{reader.Token}<input type="hidden" name="code" value="{code}">
              {(fault is null ? Markup.Empty : Alert(fault))}
              {(bound is null ? Name() : Markup.Of($"""<p>{words.With("enter.anew", "name", bound)}</p>"""))}
              <label for="password">{words["enter.password"]}</label><p class="hint" id="password-hint">{words["enter.password-hint"]}</p>
              <input id="password" name="password" type="password" required minlength="{PasswordRule.Shortest}" maxlength="{PasswordRule.Longest}" autocomplete="new-password" aria-describedby="password-hint">
              <label for="again">{words["enter.password-again"]}</label>
              <input id="again" name="again" type="password" required maxlength="{PasswordRule.Longest}" autocomplete="new-password">
              <button class="main">{words["enter.on"]}</button>
            </form>
            """, fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    public IResult Confirm(HttpContext context, string code, Enrolment begun, bool wrong)
    {
        var reader = frame.For(context);
        var drawing = Convert.ToBase64String(Encoding.UTF8.GetBytes(QrDrawing.Svg(Totp.Address(begun.Name, begun.Key))));
        return frame.Html(reader, words["confirm.title"], $"""
            <form class="card" method="post" action="/desk/enrol">{reader.Token}<input type="hidden" name="code" value="{code}">
              <p>{words["confirm.how"]}</p>
              <img class="squares" src="data:image/svg+xml;base64,{drawing}" alt="{words["confirm.squares"]}" width="240" height="240">
              <p class="hint">{words["confirm.by-hand"]}</p><p class="secret">{Grouped(Totp.Secret(begun.Key))}</p>
              {(wrong ? Alert("confirm.wrong") : Markup.Empty)}
              <label for="digits">{words["confirm.code"]}</label>
              <input id="digits" name="digits" required maxlength="12" inputmode="numeric" autocomplete="one-time-code" autofocus>
              <button class="main">{words["confirm.go"]}</button>
            </form>
            """, wrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    public IResult Recovery(HttpContext context, IReadOnlyList<string> codes) => frame.Html(new Reader(null, Markup.Empty), words["recovery.title"], $"""
        <section class="card"><p>{words["recovery.how"]}</p>
        <ol class="secret">{Markup.Join(codes.Select(code => Markup.Of($"<li>{code}</li>")))}</ol>
        <a class="button main" href="/desk">{words["recovery.go"]}</a></section>
        """);

    private Markup Name() => $"""
        <label for="name">{words["enter.name"]}</label><p class="hint" id="name-hint">{words["enter.hint"]}</p>
        <input id="name" name="name" required maxlength="{DeskDoor.LongestName}" autocomplete="username" autofocus aria-describedby="name-hint">
        """;

    private Markup Alert(string line) => $"""<p class="alert" role="alert">{words[line]}</p>""";

    private static string Grouped(string letters) => string.Join(' ', letters.Chunk(Group).Select(group => new string(group)));
}
