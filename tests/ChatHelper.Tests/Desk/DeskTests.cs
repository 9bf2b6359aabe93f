using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using ChatHelper.Desk;
using ChatHelper.Tests.Web;

namespace ChatHelper.Tests.Desk;

public sealed class DeskTests : IAsyncLifetime
{
    private Site _site = null!;

    public async Task InitializeAsync() => _site = await Site.Start();

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task A_link_opens_once()
    {
        var link = await _site.Get<DeskEntrance>().Link(_site.Url.ToString());
        using var first = new Visitor(_site);
        using var second = new Visitor(_site);

        Assert.Equal(HttpStatusCode.Redirect, (await Enter(first, link, "小禾")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Enter(second, link, "小麦")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await second.Http.GetAsync("/desk")).StatusCode);
    }

    [Fact]
    public async Task A_link_is_too_old_after_half_an_hour()
    {
        var link = await _site.Get<DeskEntrance>().Link(_site.Url.ToString());
        _site.Clock.Move(TimeSpan.FromMinutes(31));
        using var late = new Visitor(_site);

        Assert.Equal(HttpStatusCode.Unauthorized, (await Enter(late, link, "小禾")).StatusCode);
    }

    [Fact]
    public async Task Who_is_idle_for_half_an_hour_is_out_and_nobody_stays_longer_than_eight_hours()
    {
        using var idle = await Volunteer("小禾");
        using var busy = await Volunteer("小麦");
        for (var i = 0; i < 23; i++)
        {
            _site.Clock.Move(TimeSpan.FromMinutes(20));
            Assert.Equal(HttpStatusCode.OK, (await busy.Http.GetAsync("/desk")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await idle.Http.GetAsync("/desk")).StatusCode);
        _site.Clock.Move(TimeSpan.FromMinutes(20));
        Assert.Equal(HttpStatusCode.Unauthorized, (await busy.Http.GetAsync("/desk")).StatusCode);
    }

    [Fact]
    public async Task A_page_that_refreshes_itself_keeps_nobody_signed_in_or_on_duty()
    {
        using var away = await Volunteer("小禾");
        _site.Clock.Move(TimeSpan.FromMinutes(20));
        await away.Http.GetAsync("/desk?by=itself");
        Assert.False(_site.Engine.Surroundings.At(NodaTime.Instant.FromDateTimeOffset(_site.Clock.GetUtcNow())).VolunteersOnDuty);

        _site.Clock.Move(TimeSpan.FromMinutes(11));
        Assert.Equal(HttpStatusCode.Unauthorized, (await away.Http.GetAsync("/desk?by=itself")).StatusCode);
    }

    [Fact]
    public async Task Of_two_who_claim_one_wins_and_the_other_finds_nothing()
    {
        using var person = await Asking();
        using var one = await Volunteer("小禾");
        using var other = await Volunteer("小麦");
        var id = await CaseId(one);
        var forms = (await Form(one, $"/desk/case/{id}"), await Form(other, $"/desk/case/{id}"));

        var answers = await Task.WhenAll(Send(one, $"/desk/case/{id}/claim", forms.Item1), Send(other, $"/desk/case/{id}/claim", forms.Item2));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
        var loser = answers[0].StatusCode == HttpStatusCode.Conflict ? one : other;
        Assert.Equal(HttpStatusCode.NotFound, (await loser.Http.GetAsync($"/desk/case/{id}")).StatusCode);
        Assert.Single(await person.Until("来了", after: "0"), heard => heard.Text.Contains("来了", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_talk_goes_both_ways_and_a_double_sending_acts_once()
    {
        using var person = await Asking();
        using var volunteer = await Volunteer("小禾");
        var id = await CaseId(volunteer);
        await Send(volunteer, $"/desk/case/{id}/claim", await Form(volunteer, $"/desk/case/{id}"));
        var form = await Form(volunteer, $"/desk/case/{id}");
        form["text"] = "<b>我在</b>";
        await Send(volunteer, $"/desk/case/{id}/reply", form);
        await Send(volunteer, $"/desk/case/{id}/reply", form);
        await person.Say("谢谢<script>");

        var page = await volunteer.Http.GetStringAsync($"/desk/case/{id}");
        Assert.Contains("谢谢&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "&lt;b&gt;我在", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Equal(2, (await volunteer.Http.GetFromJsonAsync<JsonElement>($"/desk/case/{id}/words?after=0")).GetProperty("words").GetArrayLength());

        await Send(volunteer, $"/desk/case/{id}/close", await Form(volunteer, $"/desk/case/{id}"));
        var heard = await person.Until("志愿者离开了", after: "0");
        Assert.Single(heard, one => one.Text.Contains("我在", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await volunteer.Http.GetAsync($"/desk/case/{id}")).StatusCode);
    }

    [Fact]
    public async Task Reading_and_acting_leave_audit_rows_without_content()
    {
        using var person = await Asking();
        using var volunteer = await Volunteer("小禾");
        var id = await CaseId(volunteer);
        await Send(volunteer, $"/desk/case/{id}/claim", await Form(volunteer, $"/desk/case/{id}"));
        await volunteer.Http.GetAsync($"/desk/case/{id}");

        var rows = await _site.Engine.Writer.Write(null, session => session.Query("SELECT what FROM audit WHERE who LIKE 'volunteer %' ORDER BY no", row => row.GetString(0)));

        Assert.Equal([$"looked {id}", $"took {id}", $"read {id}"], rows);
    }

    [Fact]
    public async Task A_form_without_its_token_does_nothing()
    {
        using var person = await Asking();
        using var volunteer = await Volunteer("小禾");
        var id = await CaseId(volunteer);
        var form = await Form(volunteer, $"/desk/case/{id}");
        form.Remove("__RequestVerificationToken");

        Assert.Equal(HttpStatusCode.BadRequest, (await Send(volunteer, $"/desk/case/{id}/claim", form)).StatusCode);
    }

    [Theory]
    [InlineData("/desk/case/00000000000000000000000000000000")]
    [InlineData("/desk/case/%27%20OR%201=1")]
    public async Task A_case_that_is_not_there_is_not_found(string path)
    {
        using var volunteer = await Volunteer("小禾");

        Assert.Equal(HttpStatusCode.NotFound, (await volunteer.Http.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task The_waiting_are_counted_for_the_turns()
    {
        using var one = await Asking();
        using var two = await Asking();
        Assert.Equal(2, Waiting());

        await one.Say("删除");
        await one.Say("1");
        using var volunteer = await Volunteer("小禾");
        var id = await CaseId(volunteer);
        await Send(volunteer, $"/desk/case/{id}/claim", await Form(volunteer, $"/desk/case/{id}"));

        Assert.Equal(0, Waiting());
    }

    private int Waiting() => _site.Engine.Surroundings.At(NodaTime.Instant.FromDateTimeOffset(_site.Clock.GetUtcNow())).Waiting;

    private async Task<Visitor> Asking()
    {
        var person = await Visitor.Open(_site);
        await person.Say("1");
        await person.Say("真人");
        return person;
    }

    private async Task<Visitor> Volunteer(string name)
    {
        var visitor = new Visitor(_site);
        Assert.Equal(HttpStatusCode.Redirect, (await Enter(visitor, await _site.Get<DeskEntrance>().Link(_site.Url.ToString()), name)).StatusCode);
        return visitor;
    }

    private static async Task<HttpResponseMessage> Enter(Visitor visitor, string link, string name)
    {
        var form = await Form(visitor, link);
        form["name"] = name;
        return await Send(visitor, "/desk/enter", form);
    }

    private static async Task<string> CaseId(Visitor volunteer) =>
        Regex.Match(await volunteer.Http.GetStringAsync("/desk"), "/desk/case/(?<id>[0-9a-f]{32})", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["id"].Value;

    private static async Task<Dictionary<string, string>> Form(Visitor visitor, string path)
    {
        var form = new Dictionary<string, string>();
        foreach (Match field in Regex.Matches(await visitor.Http.GetStringAsync(path), "type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            form[field.Groups["name"].Value] = WebUtility.HtmlDecode(field.Groups["value"].Value);
        }

        return form;
    }

    private static Task<HttpResponseMessage> Send(Visitor visitor, string path, Dictionary<string, string> form) =>
        visitor.Http.PostAsync(path, new FormUrlEncodedContent(form));
}
