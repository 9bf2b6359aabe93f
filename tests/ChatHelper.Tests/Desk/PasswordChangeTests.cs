using System.Globalization;
using System.Net;
using ChatHelper.Desk.Accounts;
using ChatHelper.Tests.Web;

namespace ChatHelper.Tests.Desk;

public sealed class PasswordChangeTests : IAsyncLifetime
{
    private const string Anew = "copper meadow 58 kettle";
    private Site _site = null!;

    public async Task InitializeAsync() => _site = await Site.Start();

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task With_the_old_password_and_a_fresh_code_it_changes_and_all_other_sessions_end()
    {
        using var one = await Sitting.SignedIn(_site, "小禾");
        using var elsewhere = new Visitor(_site);
        elsewhere.Cookies.Add(_site.Url, new Cookie("desk", Session(one)));
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.Http.GetAsync("/desk")).StatusCode);
        var before = Session(one);

        var answer = await Change(one, code: one.Code(1));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("密码换好了", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.NotEqual(before, Session(one));
        Assert.Equal(HttpStatusCode.OK, (await one.Http.GetAsync("/desk")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await elsewhere.Http.GetAsync("/desk")).StatusCode);
        _site.Clock.Move(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.Unauthorized, await In(one, Sitting.Password));
        Assert.Equal(HttpStatusCode.Redirect, await In(one, Anew));
        Assert.Equal(1, await Audited("changed the password"));
    }

    [Theory]
    [InlineData("hollow lantern 48 creek", 1, Anew, Anew, "没能换")]
    [InlineData(Sitting.Password, 0, Anew, Anew, "没能换")] // the code that signed in
    [InlineData(Sitting.Password, 1, "password1234", "password1234", "太容易猜")]
    [InlineData(Sitting.Password, 1, "小禾小禾小禾小禾小禾小禾", "小禾小禾小禾小禾小禾小禾", "太容易猜")]
    [InlineData(Sitting.Password, 1, Anew, "copper meadow 59 kettle", "不一样")]
    public async Task What_does_not_fit_changes_nothing_and_ends_nothing(string old, int ahead, string password, string again, string said)
    {
        using var one = await Sitting.SignedIn(_site, "小禾");

        var answer = await Change(one, old, one.Code(ahead), password, again);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(said, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await one.Http.GetAsync("/desk")).StatusCode);
        Assert.Equal(0, await Audited("changed the password"));
        Assert.Equal(HttpStatusCode.Redirect, await In(one, Sitting.Password, one.Code(1)));
    }

    [Fact]
    public async Task Whoever_finds_an_open_desk_cannot_guess_the_password_there()
    {
        using var one = await Sitting.SignedIn(_site, "小禾");
        for (var i = 0; i < 5; i++)
        {
            await Change(one, old: "wrong and wrong again", code: one.Code(1));
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Change(one, code: one.Code(1))).StatusCode);
        Assert.Equal((4, 1), (await Audited("failed to change the password"), await Audited("alarm sign-in locked%")));
        _site.Clock.Move(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await Change(one, code: one.Code())).StatusCode);
    }

    [Fact]
    public async Task Only_the_own_account_changes_whatever_the_form_says()
    {
        using var one = await Sitting.SignedIn(_site, "小禾");
        using var other = await Sitting.SignedIn(_site, "小麦");
        var form = await one.Form("/desk/password");
        (form["old"], form["code"], form["password"], form["again"]) = (Sitting.Password, one.Code(1), Anew, Anew);
        (form["name"], form["account"]) = (other.Name, $"{other.Account}");

        Assert.Equal(HttpStatusCode.OK, (await one.Send("/desk/password", form)).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await other.Http.GetAsync("/desk")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await In(other, Sitting.Password, other.Code(1)));
    }

    private string Session(Sitting one) => one.Visitor.Cookies.GetCookies(_site.Url)["desk"]!.Value;

    // From another browser: the form of this one is bound to its session.
    private async Task<HttpStatusCode> In(Sitting one, string password, string? code = null)
    {
        using var visitor = new Visitor(_site);
        var form = Sitting.Fields(await (await visitor.Http.GetAsync("/desk")).Content.ReadAsStringAsync());
        (form["name"], form["password"], form["code"]) = (one.Name, password, code ?? one.Code());
        return (await visitor.Http.PostAsync("/desk/sign-in", new FormUrlEncodedContent(form))).StatusCode;
    }

    private static async Task<HttpResponseMessage> Change(Sitting one, string old = Sitting.Password, string? code = null, string password = Anew, string again = Anew)
    {
        var form = await one.Form("/desk/password");
        (form["old"], form["code"], form["password"], form["again"]) = (old, code ?? one.Code(), password, again);
        return await one.Send("/desk/password", form);
    }

    private async Task<int> Audited(string like) => Convert.ToInt32(await _site.Engine.Writer.Write(null, session =>
        session.Scalar("SELECT count(*) FROM audit WHERE what LIKE $1", like)), CultureInfo.InvariantCulture);
}
