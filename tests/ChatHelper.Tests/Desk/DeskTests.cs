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
    public async Task Who_is_idle_for_a_quarter_of_an_hour_is_out_and_nobody_stays_longer_than_eight_hours()
    {
        using var idle = await Sitting.SignedIn(_site, "小禾");
        using var busy = await Sitting.SignedIn(_site, "小麦");
        for (var i = 0; i < 47; i++)
        {
            _site.Clock.Move(TimeSpan.FromMinutes(10));
            Assert.Equal(HttpStatusCode.OK, (await busy.Http.GetAsync("/desk")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await idle.Http.GetAsync("/desk")).StatusCode);
        _site.Clock.Move(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.Unauthorized, (await busy.Http.GetAsync("/desk")).StatusCode);
    }

    [Fact]
    public async Task A_page_that_refreshes_itself_keeps_nobody_signed_in_or_on_duty()
    {
        using var away = await Sitting.SignedIn(_site, "小禾");
        await away.Http.GetAsync("/desk");
        _site.Clock.Move(TimeSpan.FromMinutes(11));
        await away.Http.GetAsync("/desk?by=itself");
        Assert.False(_site.Engine.Surroundings.At(NodaTime.Instant.FromDateTimeOffset(_site.Clock.GetUtcNow())).VolunteersOnDuty);

        _site.Clock.Move(TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.Unauthorized, (await away.Http.GetAsync("/desk?by=itself")).StatusCode);
    }

    [Fact]
    public async Task Of_two_who_claim_one_wins_and_the_other_finds_nothing()
    {
        using var person = await Asking.For(_site);
        using var one = await Sitting.SignedIn(_site, "小禾");
        using var other = await Sitting.SignedIn(_site, "小麦");
        var id = await one.CaseId();
        var forms = (await one.Form($"/desk/case/{id}"), await other.Form($"/desk/case/{id}"));

        var answers = await Task.WhenAll(one.Send($"/desk/case/{id}/claim", forms.Item1), other.Send($"/desk/case/{id}/claim", forms.Item2));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
        var loser = answers[0].StatusCode == HttpStatusCode.Conflict ? one : other;
        Assert.Equal(HttpStatusCode.NotFound, (await loser.Http.GetAsync($"/desk/case/{id}")).StatusCode);
        Assert.Single(await person.Until("来了", after: "0"), heard => heard.Text.Contains("来了", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_talk_goes_both_ways_and_a_double_sending_acts_once()
    {
        using var person = await Asking.For(_site);
        using var volunteer = await Sitting.SignedIn(_site, "小禾");
        var id = await volunteer.CaseId();
        await volunteer.Send($"/desk/case/{id}/claim", await volunteer.Form($"/desk/case/{id}"));
        var form = await volunteer.Form($"/desk/case/{id}");
        form["text"] = "<b>我在</b>";
        await volunteer.Send($"/desk/case/{id}/reply", form);
        await volunteer.Send($"/desk/case/{id}/reply", form);
        await person.Say("谢谢<script>");

        var page = await volunteer.Http.GetStringAsync($"/desk/case/{id}");
        Assert.Contains("谢谢&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "&lt;b&gt;我在", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Equal(2, (await volunteer.Http.GetFromJsonAsync<JsonElement>($"/desk/case/{id}/words?after=0")).GetProperty("words").GetArrayLength());

        await volunteer.Send($"/desk/case/{id}/close", await volunteer.Form($"/desk/case/{id}"));
        var heard = await person.Until("志愿者离开了", after: "0");
        Assert.Single(heard, one => one.Text.Contains("我在", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await volunteer.Http.GetAsync($"/desk/case/{id}")).StatusCode);
    }

    [Fact]
    public async Task Reading_and_acting_leave_audit_rows_without_content()
    {
        using var person = await Asking.For(_site);
        using var volunteer = await Sitting.SignedIn(_site, "小禾");
        var id = await volunteer.CaseId();
        await volunteer.Send($"/desk/case/{id}/claim", await volunteer.Form($"/desk/case/{id}"));
        await volunteer.Http.GetAsync($"/desk/case/{id}");

        var rows = await _site.Engine.Writer.Write(null, session => session.Query("SELECT what FROM audit WHERE who LIKE 'volunteer %' AND what <> 'signed in' ORDER BY no", row => row.GetString(0)));

        Assert.Equal([$"looked {id}", $"took {id}", $"read {id}"], rows);
    }

    [Fact]
    public async Task A_form_without_its_token_does_nothing()
    {
        using var person = await Asking.For(_site);
        using var volunteer = await Sitting.SignedIn(_site, "小禾");
        var id = await volunteer.CaseId();
        var form = await volunteer.Form($"/desk/case/{id}");
        form.Remove("__RequestVerificationToken");

        Assert.Equal(HttpStatusCode.BadRequest, (await volunteer.Send($"/desk/case/{id}/claim", form)).StatusCode);
    }

    [Theory]
    [InlineData("/desk/case/00000000000000000000000000000000")]
    [InlineData("/desk/case/%27%20OR%201=1")]
    public async Task A_case_that_is_not_there_is_not_found(string path)
    {
        using var volunteer = await Sitting.SignedIn(_site, "小禾");

        Assert.Equal(HttpStatusCode.NotFound, (await volunteer.Http.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task The_waiting_are_counted_for_the_turns()
    {
        using var one = await Asking.For(_site);
        using var two = await Asking.For(_site);
        Assert.Equal(2, Waiting());

        await one.Say("删除");
        await one.Say("1");
        using var volunteer = await Sitting.SignedIn(_site, "小禾");
        var id = await volunteer.CaseId();
        await volunteer.Send($"/desk/case/{id}/claim", await volunteer.Form($"/desk/case/{id}"));

        Assert.Equal(0, Waiting());
    }

    private int Waiting() => _site.Engine.Surroundings.At(NodaTime.Instant.FromDateTimeOffset(_site.Clock.GetUtcNow())).Waiting;
}
