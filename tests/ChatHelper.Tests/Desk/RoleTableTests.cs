using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Desk;
using ChatHelper.Desk.Accounts;
using ChatHelper.Desk.Cases;
using ChatHelper.Desk.Crew;
using ChatHelper.Tests.Rules;
using ChatHelper.Tests.Web;
using Microsoft.AspNetCore.Routing;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Desk;

/// <summary>Who may do what at the desk: every cell of roles.tsv against the real server. The case is that of the holder.</summary>
public sealed class RoleTableTests(ITestOutputHelper output) : IAsyncLifetime
{
    private Site _site = null!;
    private int _tried;

    public async Task InitializeAsync() => _site = await Site.Start();

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public void Every_route_of_the_desk_stands_in_the_table()
    {
        var routes = _site.Routes.Where(route => route.RoutePattern.RawText!.StartsWith("/desk", StringComparison.Ordinal))
            .SelectMany(route => route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {route.RoutePattern.RawText}"));

        Assert.Equal(Rows().Select(row => $"{row.Method} {row.Route}").Order(StringComparer.Ordinal), routes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_cell_of_the_table_answers_as_it_says()
    {
        using var asking = await Sitting.SignedIn(_site, "另一位组长", Role.Lead);
        List<string> wrong = [];
        foreach (var row in Rows())
        {
            var tag = _tried;
            using var nobody = await Sitting.Known(_site, $"客{tag}");
            using var other = await Sitting.SignedIn(_site, $"旁{tag}");
            using var holder = await Sitting.SignedIn(_site, $"持{tag}");
            using var lead = await Sitting.SignedIn(_site, $"领{tag}", Role.Lead);
            foreach (var (who, expected) in ((Sitting[])[nobody, other, holder, lead]).Zip(row.Expected))
            {
                _tried++;
                var got = await Try(row, who, holder, asking);
                if ((int)got != expected)
                {
                    wrong.Add($"{row.Method} {row.Route} as {who.Name}: {(int)got} instead of {expected}");
                }
            }
        }

        output.WriteLine($"{_tried} cells of {Rows().Count} routes tried, {wrong.Count} wrong");
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task No_post_acts_without_the_token_of_its_form()
    {
        using var lead = await Sitting.SignedIn(_site, "小禾", Role.Lead);
        foreach (var row in Rows().Where(row => row.Method == "POST"))
        {
            var answer = await lead.Send(Path(row.Route, new string('0', 32), "summary.0", lead.Account, new string('0', 32)), []);

            Assert.Equal((row.Route, HttpStatusCode.BadRequest), (row.Route, answer.StatusCode));
        }
    }

    [Fact]
    public async Task Of_ten_thousand_foreign_ids_none_is_found()
    {
        using var person = await Asking.For(_site);
        using var holder = await Sitting.SignedIn(_site, "小禾");
        await holder.Claim();
        using var other = await Sitting.SignedIn(_site, "小麦");
        var who = new Volunteer(other.Account, other.Name, Role.Volunteer, "");
        var reach = _site.Get<CaseReach>();
        var ids = Enumerable.Range(0, 10_000).Select(_ => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))).ToList();

        var found = await _site.Engine.Writer.Write(null, session =>
            ids.Count(id => reach.Seen(session, id, who) is not null || reach.Own(session, id, who) is not null));
        foreach (var id in ids.Take(100))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Http.GetAsync($"/desk/case/{id}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Http.GetAsync($"/desk/case/{id}/words?after=0")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Press($"/desk/case/{id}/claim")).StatusCode);
        }

        output.WriteLine($"{ids.Count} ids asked for, {found} found");
        Assert.Equal(0, found);
    }

    private async Task<HttpStatusCode> Try(Row row, Sitting who, Sitting holder, Sitting asking)
    {
        var (id, field, change) = row.Route.Contains("{id}", StringComparison.Ordinal) ? await Case(holder, asking) : ("", "", "");
        var path = Path(row.Route, id, field, holder.Account, change);
        if (row.Method == "GET")
        {
            return (await who.Http.GetAsync(path)).StatusCode;
        }

        // A form of the page that the row's form stands on.
        var link = await _site.Engine.Writer.Write(null, session => _site.Get<DeskLinkStore>().Make(session, _site.Url.ToString(), new Invitation(Role.Volunteer), _site.Clock.GetUtcNow()));
        var form = await who.Form(row.Route is "/desk/enter" or "/desk/enrol" or "/desk/sign-in" ? link : "/desk");
        (form["code"], form["name"], form["password"], form["key"], form["text"]) = ("none", who.Name, "wrong and wrong again", new string('a', 32), "在");
        (form["reason"], form["note"], form["to"]) = ("which", "", $"{who.Account}");
        return (await who.Send(path, form)).StatusCode;
    }

    // A case that the holder has, with a number in its words, and a change that another lead asked for.
    private async Task<(string Id, string Field, string Change)> Case(Sitting holder, Sitting asking)
    {
        var from = new Address("elsewhere", $"{_tried}");
        await _site.Engine.Turns.Take(from, new Said(from.Channel, $"{_tried} 1", "1"));
        await _site.Engine.Turns.Take(from, new Said(from.Channel, $"{_tried} 2", "真人"));
        return await _site.Engine.Writer.Write(null, session =>
        {
            var one = _site.Engine.HandOvers.Open(session).Last(one => one.State == CaseState.Waiting);
            _site.Engine.HandOvers.Claim(session, one.Id, $"{holder.Account}");
            _site.Engine.HandOvers.Add(session, one.Person, one.Id, fromPerson: true, "打来的是 199 0000 1234", _site.Clock.GetUtcNow());
            ChangeStore.Add(session, holder.Account, CrewChanges.ToLead, asking.Account, _site.Clock.GetUtcNow());
            return (one.Id, $"{_site.Engine.HandOvers.Messages(session, one)[^1].Id}.1", ChangeStore.All(session, _site.Clock.GetUtcNow()).First(change => change.Account == holder.Account).Id);
        });
    }

    private static string Path(string route, string id, string field, long account, string change) => route
        .Replace("/change/{id}/{answer}", $"/change/{change}/confirm", StringComparison.Ordinal)
        .Replace("{id}/words", $"{id}/words?after=0", StringComparison.Ordinal).Replace("{id}", id, StringComparison.Ordinal)
        .Replace("{field}", field, StringComparison.Ordinal)
        .Replace("{account:long}/{what}", string.Create(CultureInfo.InvariantCulture, $"{account}/lead"), StringComparison.Ordinal);

    private static List<Row> Rows() => [.. File.ReadLines(System.IO.Path.Combine(Checkout.Root, "tests/ChatHelper.Tests/Desk/roles.tsv")).Skip(1)
        .Select(line => line.Split('\t')).Select(cells => new Row(cells[0], cells[1], [.. cells[2..6].Select(cell => int.Parse(cell, CultureInfo.InvariantCulture))]))];

    private sealed record Row(string Method, string Route, IReadOnlyList<int> Expected);
}
