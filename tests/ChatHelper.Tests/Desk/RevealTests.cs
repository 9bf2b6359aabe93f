using System.Net;
using System.Text.RegularExpressions;
using ChatHelper.Desk.Accounts;
using ChatHelper.Desk.Cases;
using ChatHelper.Tests.Web;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Desk;

public sealed class RevealTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly string[] s_canaries = ["19900001234", "199 0000 2345", "199-0000-3456", "１９９００００４５６７", "340111199003078888", "6222020200112233445", "canary.person@mail.example"];
    private Site _site = null!;

    public async Task InitializeAsync() => _site = await Site.Start();

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task No_page_of_the_desk_shows_a_number_by_itself()
    {
        using var person = await Asking.For(_site);
        using var holder = await Sitting.SignedIn(_site, "小禾");
        using var lead = await Sitting.SignedIn(_site, "小麦", Role.Lead);
        var id = await holder.Claim();
        foreach (var canary in s_canaries)
        {
            await person.Say($"是{canary}打来的");
        }

        await holder.Press($"/desk/case/{id}/reply", ("key", new string('b', 32)), ("text", $"你说的是{s_canaries[0]}吗"));
        var seen = new List<string>();
        foreach (var who in (Sitting[])[holder, lead])
        {
            await Scrape(who, "/desk", seen, []);
            seen.Add(await who.Http.GetStringAsync("/desk?by=itself"));
            seen.Add(await (await who.Http.GetAsync($"/desk/case/{id}/words?after=0")).Content.ReadAsStringAsync());
        }

        var shown = seen.Sum(page => s_canaries.Count(canary => WebUtility.HtmlDecode(page).Contains(canary, StringComparison.Ordinal)));
        output.WriteLine($"{seen.Count} pages scraped, {shown} canaries of {s_canaries.Length} shown");
        Assert.Equal(0, shown);
        Assert.Contains(seen, page => page.Contains("199****1234", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_field_is_shown_once_for_a_reason_that_is_kept()
    {
        var (holder, id, fields) = await Told(1);
        using var _ = holder;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await holder.Press(fields[0])).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await holder.Press(fields[0], ("reason", "other"), ("note", " "))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await holder.Press(fields[0], ("reason", "which"), ("note", new string('a', 201)))).StatusCode);
        var page = await (await holder.Press(fields[0], ("reason", "other"), ("note", "给 199 0000 7777 回电"))).Content.ReadAsStringAsync();

        Assert.Contains("199 0000 0000", page, StringComparison.Ordinal);
        Assert.DoesNotContain("199 0000 0000", await holder.Http.GetStringAsync($"/desk/case/{id}"), StringComparison.Ordinal);
        Assert.Equal([$"revealed {id} phone other"], await Audited("revealed%"));
        var kept = Assert.Single(await _site.Engine.Writer.Write(null, _site.Get<RevealStore>().Latest));
        Assert.Equal(("phone", "other", "给 199****7777 回电"), (kept.Why.Kind, kept.Why.Reason, kept.Why.Note));
    }

    [Fact]
    public async Task A_fourth_field_within_an_hour_is_not_shown()
    {
        var (holder, id, fields) = await Told(4);
        using var _ = holder;
        foreach (var field in fields.Take(3))
        {
            Assert.Equal(HttpStatusCode.OK, (await holder.Press(field, ("reason", "which"))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await holder.Press(fields[3], ("reason", "which"))).StatusCode);
        Assert.Single(await Audited($"alarm%{id}"));
        for (var i = 0; i < 7; i++)
        {
            _site.Clock.Move(TimeSpan.FromMinutes(9));
            await holder.Http.GetAsync("/desk");
        }

        Assert.Equal(HttpStatusCode.OK, (await holder.Press(fields[3], ("reason", "which"))).StatusCode);
    }

    [Theory]
    [InlineData("summary.999")]
    [InlineData("0.0")]
    [InlineData("summary")]
    [InlineData("summary.-1")]
    public async Task A_field_that_is_not_there_is_not_found(string field)
    {
        var (holder, id, _) = await Told(1);
        using (holder)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await holder.Http.GetAsync($"/desk/case/{id}/reveal/{field}")).StatusCode);
        }
    }

    [Fact]
    public async Task Whoever_opens_more_than_twenty_cases_in_an_hour_is_noticed()
    {
        using var lead = await Sitting.SignedIn(_site, "小禾", Role.Lead);
        for (var i = 0; i < 21; i++)
        {
            using var person = await Asking.For(_site);
        }

        var ids = await _site.Engine.Writer.Write(null, session => _site.Engine.HandOvers.Open(session).Select(one => one.Id).ToList());
        foreach (var id in ids.Take(20).Concat(ids.Take(20)))
        {
            await lead.Http.GetAsync($"/desk/case/{id}");
        }

        Assert.Empty(await Audited("alarm%"));
        Assert.Equal(HttpStatusCode.OK, (await lead.Http.GetAsync($"/desk/case/{ids[20]}")).StatusCode);
        Assert.Single(await Audited("alarm more than 20 cases%"));
    }

    [Fact]
    public async Task Each_page_carries_the_name_and_the_time_of_who_reads_it()
    {
        using var one = await Sitting.SignedIn(_site, "小禾");

        Assert.Contains("小禾 2026-11-18 20:00", await one.Http.GetStringAsync("/desk"), StringComparison.Ordinal);
    }

    // A case whose person told some numbers; the paths under which its masked fields can be asked for.
    private async Task<(Sitting Holder, string Id, List<string> Fields)> Told(int numbers)
    {
        using var person = await Asking.For(_site);
        var holder = await Sitting.SignedIn(_site, "小禾");
        var id = await holder.Claim();
        for (var i = 0; i < numbers; i++)
        {
            await person.Say($"199 0000 000{i}");
        }

        var page = await holder.Http.GetStringAsync($"/desk/case/{id}");
        return (holder, id, [.. Regex.Matches(page, $"/desk/case/{id}/reveal/[0-9.]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value)]);
    }

    private Task<List<string>> Audited(string like) => _site.Engine.Writer.Write(null, session =>
        session.Query("SELECT what FROM audit WHERE what LIKE $1 ORDER BY no", row => row.GetString(0), like));

    private static async Task Scrape(Sitting who, string path, List<string> seen, HashSet<string> been)
    {
        if (!been.Add(path) || await who.Http.GetAsync(path) is not { IsSuccessStatusCode: true } answer)
        {
            return;
        }

        seen.Add(await answer.Content.ReadAsStringAsync());
        foreach (Match link in Regex.Matches(seen[^1], "href=\"(?<to>/desk[^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)))
        {
            await Scrape(who, link.Groups["to"].Value, seen, been);
        }
    }
}
