using ChatHelper.Desk.Accounts;
using ChatHelper.Pages;

namespace ChatHelper.Desk.Door;

/// <summary>The pages of a change of password.</summary>
internal sealed class PasswordPages(DeskFrame frame, DeskWords words)
{
    /// <param name="fault">Line that says what to mend; null: nothing.</param>
    public IResult Ask(HttpContext context, string? fault)
    {
        var reader = frame.For(context);
        return frame.Html(reader, words["password.title"], $"""
            <form class="card" method="post" action="/desk/password">{reader.Token}<p>{words["password.how"]}</p>
              {(fault is null ? Markup.Empty : Markup.Of($"""<p class="alert" role="alert">{words[fault]}</p>"""))}
              <label for="old">{words["password.old"]}</label>
              <input id="old" name="old" type="password" required maxlength="{PasswordRule.Longest}" autocomplete="current-password" autofocus>
              <label for="digits">{words["sign-in.code"]}</label><p class="hint" id="digits-hint">{words["sign-in.code-hint"]}</p>
              <input id="digits" name="code" required maxlength="{SignInRoutes.LongestCode}" autocomplete="one-time-code" aria-describedby="digits-hint">
              <label for="password">{words["password.new"]}</label><p class="hint" id="password-hint">{words["enter.password-hint"]}</p>
              <input id="password" name="password" type="password" required minlength="{PasswordRule.Shortest}" maxlength="{PasswordRule.Longest}" autocomplete="new-password" aria-describedby="password-hint">
              <label for="again">{words["enter.password-again"]}</label>
              <input id="again" name="again" type="password" required maxlength="{PasswordRule.Longest}" autocomplete="new-password">
              <button class="main">{words["password.go"]}</button>
            </form>
            """, fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    // Forms of this answer would be bound to the session that has just ended: there is none on it.
    public IResult Done() => frame.Html(new Reader(null, Markup.Empty), words["password.title"], $"""
        <section class="card"><p role="status">{words["password.done"]}</p>
        <a class="button main" href="/desk">{words["password.back"]}</a></section>
        """);
}
