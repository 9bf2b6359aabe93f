using System.Net;
using System.Text.RegularExpressions;
using ChatHelper.Desk.Accounts;
using ChatHelper.Desk.Cases;
using ChatHelper.Tests.Web;

namespace ChatHelper.Tests.Desk;

public sealed class CrewTests : IAsyncLifetime
{
    private Site _site = null!;

    public async Task InitializeAsync() => _site = await Site.Start();

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task A_lead_alone_removes_a_volunteer_but_not_the_last_lead()
    {
        using var lead = await Sitting.SignedIn(_site, "小禾", Role.Lead);
        using var volunteer = await Sitting.SignedIn(_site, "小麦");

        Assert.Equal(HttpStatusCode.Redirect, (await lead.Press(volunteer.Path("remove"))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await volunteer.Http.GetAsync("/desk")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await lead.Press(lead.Path("remove"))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await lead.Press(lead.Path("volunteer"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await lead.Press(volunteer.Path("remove"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await lead.Press(lead.Path("operator"))).StatusCode);
    }

    [Fact]
    public async Task Where_there_are_two_leads_one_asks_and_the_other_confirms()
    {
        using var one = await Sitting.SignedIn(_site, "小禾", Role.Lead);
        using var two = await Sitting.SignedIn(_site, "小麦", Role.Lead);
        using var volunteer = await Sitting.SignedIn(_site, "小豆");

        await one.Press(volunteer.Path("lead"));
        var change = Change(await one.Http.GetStringAsync("/desk/crew"), "drop");
        Assert.Equal(HttpStatusCode.OK, (await volunteer.Http.GetAsync("/desk")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await one.Press($"/desk/crew/change/{change}/confirm")).StatusCode);
        Assert.Equal(change, Change(await two.Http.GetStringAsync("/desk/crew"), "confirm"));
        Assert.Equal(HttpStatusCode.Redirect, (await two.Press($"/desk/crew/change/{change}/confirm")).StatusCode);

        Assert.Equal(HttpStatusCode.Unauthorized, (await volunteer.Http.GetAsync("/desk")).StatusCode); // another role, another session
        await volunteer.SignIn(code: volunteer.Code(1));
        Assert.Equal(HttpStatusCode.OK, (await volunteer.Http.GetAsync("/desk/crew")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await two.Press($"/desk/crew/change/{change}/confirm")).StatusCode);
    }

    [Fact]
    public async Task What_was_asked_for_can_be_withdrawn()
    {
        using var one = await Sitting.SignedIn(_site, "小禾", Role.Lead);
        using var two = await Sitting.SignedIn(_site, "小麦", Role.Lead);

        await one.Press(two.Path("remove"));
        var change = Change(await one.Http.GetStringAsync("/desk/crew"), "drop");
        await one.Press($"/desk/crew/change/{change}/drop");

        Assert.Equal(HttpStatusCode.NotFound, (await two.Press($"/desk/crew/change/{change}/confirm")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await two.Http.GetAsync("/desk")).StatusCode);
    }

    [Fact]
    public async Task A_case_that_is_given_on_is_announced_to_the_person_and_gone_for_the_first()
    {
        using var person = await Asking.For(_site);
        using var lead = await Sitting.SignedIn(_site, "小禾", Role.Lead);
        using var first = await Sitting.SignedIn(_site, "小麦");
        using var second = await Sitting.SignedIn(_site, "小豆");
        var id = await first.Claim();

        var page = await lead.Http.GetStringAsync($"/desk/case/{id}");
        Assert.Equal(HttpStatusCode.Redirect, (await lead.Press($"/desk/case/{id}/assign", ("to", $"{second.Account}"))).StatusCode);

        Assert.Contains("由 小麦 接手", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"words\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await first.Http.GetAsync($"/desk/case/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await second.Http.GetAsync($"/desk/case/{id}")).StatusCode);
        var heard = await person.Until("小豆 来了", after: "0");
        Assert.Single(heard, one => one.Text.Contains("小麦 来了", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_claim_that_was_cut_off_is_announced_at_the_start_and_once()
    {
        using var person = await Asking.For(_site);
        using var one = await Sitting.SignedIn(_site, "小禾");
        var id = await one.CaseId();
        await _site.Engine.Writer.Write(null, session => _site.Engine.HandOvers.Claim(session, id, $"{one.Account}"));

        await _site.Get<Announcing>().MakeWhole();
        await _site.Get<Announcing>().MakeWhole();
        await one.Press($"/desk/case/{id}/reply", ("key", new string('c', 32)), ("text", "我在"));

        var heard = await person.Until("我在", after: "0");
        Assert.Single(heard, word => word.Text.Contains("小禾 来了", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("telegram:志愿者-3f2a", "志愿者")]
    [InlineData("小-禾", "小-禾")]
    [InlineData("telegram:", "")]
    public void People_see_a_name_without_the_mark_of_the_group(string holder, string shown) => Assert.Equal(shown, Announcing.OutwardName(holder));

    private static string Change(string page, string answer) =>
        Regex.Match(page, $"/desk/crew/change/(?<id>[0-9a-f]+)/{answer}", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["id"].Value;
}
