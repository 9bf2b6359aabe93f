using ChatHelper.Core.Authorities;
using Xunit.Abstractions;

namespace ChatHelper.Core.Tests.Routing;

/// <summary>Where to go first: the tables of the intake, and the channels that each of the twenty-four stories lists.</summary>
public sealed class RouteTests(ITestOutputHelper output)
{
    public static TheoryData<string, string, string> Rows => Table("routes.tsv", 3);

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_way_begins_as_the_table_says(string facts, string order, string not)
    {
        var plan = ChinaPack.Pack.Routes.Plan(ChinaPack.Facts(facts));
        var wanted = order.Split(' ');
        Assert.Equal(wanted, plan.Go.Take(wanted.Length).Select(stop => stop.Authority));
        Assert.Empty(not.Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(plan.Not.Select(stop => stop.Authority)));
        Assert.Empty(plan.Go.Select(stop => stop.Authority).Intersect(plan.Not.Select(stop => stop.Authority)));
    }

    [Fact]
    public void Every_listed_channel_is_offered_or_consciously_not()
    {
        var stories = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Routing", "scenarios.tsv")).Skip(1).Select(line => line.Split('\t')).ToList();
        Assert.Equal(24, stories.Count);
        List<string> misses = [];
        foreach (var story in stories)
        {
            var offered = ChinaPack.Pack.Routes.Plan(ChinaPack.Facts(story[1])).Go.Select(stop => ChinaPack.Pack.Authorities.Find(stop.Authority)!.Channel).ToHashSet(StringComparer.Ordinal);
            var (listed, not) = (story[2].Split(' ', StringSplitOptions.RemoveEmptyEntries), story[3].Split(' ', StringSplitOptions.RemoveEmptyEntries));
            misses.AddRange(listed.Except(not).Where(channel => !offered.Contains(channel)).Select(channel => $"{story[0]} misses {channel}"));
            misses.AddRange(not.Where(channel => story[0] is not "S06" && offered.Contains(channel)).Select(channel => $"{story[0]} offers {channel} after all"));
        }

        misses.ForEach(output.WriteLine);
        Assert.Empty(misses);
    }

    [Fact]
    public void Every_channel_has_its_authority() =>
        Assert.Empty(Enumerable.Range(1, 23).Select(no => $"C{no:00}").Except(ChinaPack.Pack.Authorities.All.Select(authority => authority.Channel)));

    [Fact]
    public void A_lender_is_never_sent_to_an_authority_that_does_not_take_it()
    {
        foreach (var lender in ChinaPack.Pack.Facts["lender-type"].Choices)
        {
            var plan = ChinaPack.Pack.Routes.Plan(ChinaPack.Facts($"role=borrower;lender-type={lender}"));
            Assert.DoesNotContain(plan.Go, stop => ChinaPack.Pack.Authorities.Find(stop.Authority)!.NotFor.Contains(lender));
        }
    }

    [Fact]
    public void What_is_not_verified_is_told_to_be_checked_first()
    {
        var unsure = ChinaPack.Pack.Authorities.Numbers.Values.Where(number => number.Mark is Mark.C or Mark.U && number.File != "crisis.yaml").ToList();
        Assert.Contains(unsure, number => number.Id == "96110");
        Assert.All(unsure, number => Assert.Contains("请先核对", ChinaPack.Pack.Number($"number.{number.Id}", "zh-Hans", ChinaPack.Day("2026-11-22")), StringComparison.Ordinal));
        Assert.Equal("12378", ChinaPack.Pack.Number("number.12378", "zh-Hans", ChinaPack.Day("2026-11-22")));
        Assert.Equal("110", ChinaPack.Pack.Number("number.110", "zh-Hans", ChinaPack.Day("2029-11-22")));
    }

    [Fact]
    public void Past_its_review_the_wording_is_careful()
    {
        var person = ChinaPack.Engine.Begin() with { Facts = ChinaPack.Facts("role=borrower;lender-type=bank") };
        var now = string.Join('\n', ChinaPack.Say(person, "为什么先找它", "2026-11-22T10:00").Replies.Select(reply => reply.Text));
        var later = string.Join('\n', ChinaPack.Say(person, "为什么先找它", "2027-06-22T10:00").Replies.Select(reply => reply.Text));
        Assert.Contains("第十八条", now, StringComparison.Ordinal);
        Assert.DoesNotContain("重新核对", now, StringComparison.Ordinal);
        Assert.Contains("这条信息该重新核对了", later, StringComparison.Ordinal);
        Assert.Contains("12378（这条信息该重新核对了", ChinaPack.Pack.Number("number.12378", "zh-Hans", ChinaPack.Day("2027-06-22")), StringComparison.Ordinal);
    }

    private static TheoryData<string, string, string> Table(string name, int columns)
    {
        var data = new TheoryData<string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Routing", name)).Skip(1))
        {
            var cells = line.Split('\t');
            Assert.Equal(columns, cells.Length);
            data.Add(cells[0], cells[1], cells[2]);
        }

        return data;
    }
}
