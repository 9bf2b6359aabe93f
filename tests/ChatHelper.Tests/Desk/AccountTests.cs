using System.Net;
using System.Text.RegularExpressions;
using ChatHelper.Commands;
using ChatHelper.Desk;
using ChatHelper.Desk.Accounts;
using ChatHelper.Desk.Door;
using ChatHelper.Tests.Web;
using ChatHelper.Vault;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatHelper.Tests.Desk;

public sealed class AccountTests : IAsyncLifetime
{
    private Site _site = null!;

    public async Task InitializeAsync() => _site = await Site.Start();

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task The_first_link_sets_up_a_lead_and_then_there_is_none_any_more()
    {
        var link = await _site.Get<DeskEntrance>().FirstLink(_site.Url.ToString());
        var second = await _site.Get<DeskEntrance>().FirstLink(_site.Url.ToString());
        using var first = new Visitor(_site);

        Assert.Equal(HttpStatusCode.OK, (await Enrol(first, link!, "小禾")).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await first.Http.GetAsync("/desk/crew")).StatusCode);
        Assert.Null(await _site.Get<DeskEntrance>().FirstLink(_site.Url.ToString()));
        using var late = new Visitor(_site);
        Assert.Equal(HttpStatusCode.Unauthorized, (await late.Http.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await late.Http.GetAsync(second)).StatusCode);
    }

    [Fact]
    public async Task A_link_is_too_old_after_half_an_hour()
    {
        var link = await _site.Get<DeskEntrance>().FirstLink(_site.Url.ToString());
        using var visitor = new Visitor(_site);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Http.GetAsync(link)).StatusCode);
        _site.Clock.Move(TimeSpan.FromMinutes(30));

        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.Http.GetAsync(link)).StatusCode);
    }

    [Theory]
    [InlineData("", Sitting.Password, Sitting.Password, "请写一个化名")]
    [InlineData("小麦", Sitting.Password, Sitting.Password, "有人用了")]
    [InlineData("小禾", "password1234", "password1234", "太容易猜")]
    [InlineData("小禾", Sitting.Password, "another lantern 47", "不一样")]
    public async Task What_cannot_be_is_said_and_uses_nothing_up(string name, string password, string again, string said)
    {
        using var known = await Sitting.Known(_site, "小麦");
        var link = await _site.Get<DeskEntrance>().FirstLink(_site.Url.ToString());
        using var visitor = new Visitor(_site);
        var form = Sitting.Fields(await visitor.Http.GetStringAsync(link));
        (form["name"], form["password"], form["again"]) = (name, password, again);

        var answer = await visitor.Http.PostAsync("/desk/enter", new FormUrlEncodedContent(form));

        Assert.Contains(said, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Http.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task A_second_factor_that_is_not_confirmed_sets_nothing_up()
    {
        var link = await _site.Get<DeskEntrance>().FirstLink(_site.Url.ToString());
        using var visitor = new Visitor(_site);
        var (form, _) = await Begun(visitor, link!, "小禾");
        form["digits"] = "000000";
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.Http.PostAsync("/desk/enrol", new FormUrlEncodedContent(form))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.Http.PostAsync("/desk/enrol", new FormUrlEncodedContent(form))).StatusCode);
        Assert.Equal(0, await _site.Engine.Writer.Write(null, AccountStore.Leads));
    }

    [Fact]
    public async Task Whatever_was_wrong_the_answer_is_the_same()
    {
        using var one = await Sitting.Known(_site, "小禾");
        var answers = new[]
        {
            await one.SignIn(name: "nobody"), await one.SignIn(password: "hollow lantern 48 creek"), await one.SignIn(code: "000000"), await one.SignIn(password: ""),
            await one.SignIn(password: new string('a', 5000)), await one.SignIn(name: "' OR 1=1 --", code: "\ud83d"),
        };

        var pages = new List<string>();
        foreach (var answer in answers)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            pages.Add(Regex.Replace(await answer.Content.ReadAsStringAsync(), "value=\"[^\"]+\"", "", RegexOptions.None, TimeSpan.FromSeconds(1)));
        }

        Assert.Single(pages.Distinct());
    }

    [Fact]
    public async Task A_code_is_taken_once_and_neither_is_one_before_it()
    {
        using var one = await Sitting.Known(_site, "小禾");
        Assert.Equal(HttpStatusCode.Redirect, (await one.SignIn()).StatusCode);
        using var thief = new Visitor(_site);

        Assert.Equal(HttpStatusCode.Unauthorized, (await SignIn(thief, one, one.Code())).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignIn(thief, one, one.Code(-1))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(thief, one, one.Code(1))).StatusCode);
    }

    [Fact]
    public async Task Of_many_who_come_with_the_same_code_at_once_one_gets_in()
    {
        using var one = await Sitting.Known(_site, "小禾");
        var visitors = Enumerable.Range(0, 4).Select(_ => new Visitor(_site)).ToList();

        var answers = await Task.WhenAll(visitors.Select(visitor => SignIn(visitor, one, one.Code())));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        visitors.ForEach(visitor => visitor.Dispose());
    }

    [Fact]
    public async Task A_recovery_code_stands_in_once()
    {
        using var one = await Sitting.Known(_site, "小禾");

        Assert.Equal(HttpStatusCode.Redirect, (await one.SignIn(code: one.Recovery[3].ToLowerInvariant())).StatusCode);
        using var other = new Visitor(_site);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignIn(other, one, one.Recovery[3])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(other, one, one.Recovery[4])).StatusCode);
    }

    [Fact]
    public async Task After_five_failures_the_right_words_fail_too_and_each_lock_is_longer()
    {
        using var one = await Sitting.Known(_site, "小禾");
        foreach (var minutes in (int[])[1, 2, 4])
        {
            for (var i = 0; i < 5; i++)
            {
                await one.SignIn(password: "wrong and wrong again");
            }

            _site.Clock.Move(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
            Assert.Equal(HttpStatusCode.Unauthorized, (await one.SignIn()).StatusCode);
            _site.Clock.Move(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(HttpStatusCode.Redirect, (await one.SignIn()).StatusCode);
        Assert.Equal(3, await Audited("alarm sign-in locked%"));
    }

    [Fact]
    public async Task Signing_in_makes_another_session_and_signing_out_ends_it()
    {
        using var one = await Sitting.Known(_site, "小禾");
        var form = await one.Form("/desk");
        await one.SignIn();
        var before = one.Visitor.Cookies.GetCookies(_site.Url)["desk"]!.Value;
        (form["name"], form["password"], form["code"]) = (one.Name, Sitting.Password, one.Code(1));
        Assert.Equal(HttpStatusCode.Redirect, (await one.Send("/desk/sign-in", form)).StatusCode);
        var after = one.Visitor.Cookies.GetCookies(_site.Url)["desk"]!.Value;
        using var old = new Visitor(_site);
        old.Cookies.Add(_site.Url, new Cookie("desk", before));

        Assert.NotEqual(before, after);
        Assert.Equal(HttpStatusCode.Unauthorized, (await old.Http.GetAsync("/desk")).StatusCode);
        await one.Press("/desk/sign-out");
        old.Cookies.SetCookies(_site.Url, $"desk={after}");
        Assert.Equal(HttpStatusCode.Unauthorized, (await old.Http.GetAsync("/desk")).StatusCode);
    }

    [Fact]
    public async Task A_reset_ends_sessions_at_once_and_its_link_sets_the_account_up_anew()
    {
        using var one = await Sitting.SignedIn(_site, "小禾", Role.Lead);
        using var output = new StringWriter();

        Assert.Equal(0, Run(output, crew => crew.Reset("小禾")));

        Assert.Equal(HttpStatusCode.Unauthorized, (await one.Http.GetAsync("/desk")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await one.SignIn(code: one.Code(1))).StatusCode);
        using var anew = new Visitor(_site);
        Assert.Equal(HttpStatusCode.OK, (await Enrol(anew, output.ToString().Trim(), "ignored")).StatusCode);
        Assert.Contains("小禾", await anew.Http.GetStringAsync("/desk/crew"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_beside_the_worker_invites_lists_and_removes()
    {
        using var one = await Sitting.SignedIn(_site, "小禾");
        using var person = await Asking.For(_site);
        await one.Claim();
        using var output = new StringWriter();

        Assert.Equal(0, Run(output, crew => crew.Invite(Role.Lead)));
        using var lead = new Visitor(_site);
        await Enrol(lead, output.ToString().Trim(), "小麦");
        Assert.Equal((0, 0, 1), (Run(output, crew => crew.List()), Run(output, crew => crew.Remove("小禾")), Run(output, crew => crew.Remove("小禾"))));

        Assert.Contains("小麦\tLead", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await one.Http.GetAsync("/desk")).StatusCode);
        Assert.Contains("看一看", await lead.Http.GetStringAsync("/desk"), StringComparison.Ordinal); // the case waits again
    }

    [Fact]
    public async Task Behind_https_the_cookie_is_bound_to_the_host_and_secure()
    {
        using var one = await Sitting.Known(_site, "小禾");
        var form = await one.Form("/desk");
        (form["name"], form["password"], form["code"]) = (one.Name, Sitting.Password, one.Code());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/desk/sign-in") { Content = new FormUrlEncodedContent(form), Headers = { Host = "desk.example" } };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        one.Http.DefaultRequestHeaders.Remove("Origin");

        var answer = await one.Http.SendAsync(request);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith("__Host-desk=", StringComparison.Ordinal));
        Assert.Equal(["httponly", "path=/", "samesite=strict", "secure"], cookie.Split("; ").Skip(1).Order(StringComparer.Ordinal));
        Assert.Equal("max-age=31536000", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
        Assert.Equal("no-store", Assert.Single(answer.Headers.GetValues("Cache-Control")));
    }

    [Fact]
    public void The_product_hashes_with_310000_rounds_or_more()
    {
        using var services = new ServiceCollection().AddDesk().BuildServiceProvider();

        Assert.True(services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount >= 310_000);
    }

    [Fact]
    public async Task Nothing_of_an_account_is_found_in_the_clear()
    {
        using var one = await Sitting.SignedIn(_site, "阿禾禾");

        var row = await _site.Engine.Writer.Write(null, session => session.Query(
            "SELECT hex(lookup), stamp, typeof(content) FROM desk_account", read => (read.GetString(0), read.GetString(1), read.GetString(2))));

        Assert.Equal("blob", Assert.Single(row).Item3);
        Assert.DoesNotContain(one.Name, $"{row}", StringComparison.Ordinal);
    }

    private int Run(StringWriter output, Func<CrewWork, int> work) => VolunteersCommand.Run(
        new Settings(_site.Engine.DataFolder, "", "", _site.Url.ToString(), null, null), VaultOptions.Beside(_site.Engine.DataFolder), _site.Clock, output, work);

    private async Task<long> Audited(string like) => (long)(await _site.Engine.Writer.Write(null, session =>
        session.Scalar("SELECT count(*) FROM audit WHERE what LIKE $1", like)))!;

    private static async Task<HttpResponseMessage> SignIn(Visitor visitor, Sitting one, string code)
    {
        var form = Sitting.Fields(await (await visitor.Http.GetAsync("/desk")).Content.ReadAsStringAsync());
        (form["name"], form["password"], form["code"]) = (one.Name, Sitting.Password, code);
        return await visitor.Http.PostAsync("/desk/sign-in", new FormUrlEncodedContent(form));
    }

    private async Task<HttpResponseMessage> Enrol(Visitor visitor, string link, string name)
    {
        var (form, key) = await Begun(visitor, link, name);
        form["digits"] = Totp.Code(key, Totp.StepOf(_site.Clock.GetUtcNow()));
        return await visitor.Http.PostAsync("/desk/enrol", new FormUrlEncodedContent(form));
    }

    private static async Task<(Dictionary<string, string> Form, byte[] Key)> Begun(Visitor visitor, string link, string name)
    {
        var form = Sitting.Fields(await visitor.Http.GetStringAsync(link));
        (form["name"], form["password"], form["again"]) = (name, Sitting.Password, Sitting.Password);
        var page = await (await visitor.Http.PostAsync("/desk/enter", new FormUrlEncodedContent(form))).Content.ReadAsStringAsync();
        var secret = Regex.Match(page, "class=\"secret\">(?<key>[A-Z2-7 ]+)<", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["key"].Value;
        return (Sitting.Fields(page), Sitting.KeyOf(secret));
    }
}
