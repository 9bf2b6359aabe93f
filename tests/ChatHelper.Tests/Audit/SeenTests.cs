using ChatHelper.Content;
using ChatHelper.Conversations;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Turns;
using ChatHelper.Tests.Conversations;
using ChatHelper.Tests.Rules;

namespace ChatHelper.Tests.Audit;

/// <summary>The person asks who has seen their case.</summary>
public sealed class SeenTests : IDisposable
{
    private static readonly Lazy<Pack> China = new(() => PackLoading.Load(Path.Combine(Checkout.Root, "dialogs"), "china"));
    private static readonly Address Somebody = new("test", "p1");
    private readonly Rig _rig = new(pack: China.Value);
    private int _key;

    [Fact]
    public async Task Nobody_has_looked_is_said_as_it_is()
    {
        await Told("你好");
        await Wrote("person", "asked abc normal");

        Assert.Contains("还没有志愿者看过", await Told("谁看过"), StringComparison.Ordinal);
        Assert.Contains("No volunteer has looked", await Told("english", "who has seen my case"), StringComparison.Ordinal);
        Assert.Contains("還沒有志願者看過", await Told("繁体", "誰看過"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Role_pseudonym_deed_field_and_reason_are_told_newest_first()
    {
        await Told("你好");
        await Wrote("volunteer 小林", "looked abc");
        await Wrote("volunteer 小林", "took abc");
        await Wrote("lead 大山", "revealed abc phone papers");
        await Wrote("group 1a2b3c4d", "posted abc");
        await Wrote("auditor 石", "weighed abc");
        var told = await Told("谁看过");

        Assert.Equal(
            [
                "2026-11-18（周三）20:35 工作人员石：做了别的处理",
                "2026-11-18（周三）20:34 志愿者群1a2b3c4d：收到了你同意转交的内容",
                "2026-11-18（周三）20:33 值班负责人大山：看了遮住的一项「电话」，理由：写投诉或报案材料要用",
                "2026-11-18（周三）20:32 志愿者小林：接了你的求助",
                "2026-11-18（周三）20:31 志愿者小林：看到你在等，没有看内容",
            ],
            told.Split('\n').Where(line => line.StartsWith("2026", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Ten_are_told_and_how_many_there_were_before_and_reading_again_the_same_day_counts_once()
    {
        await Told("你好");
        for (var i = 0; i < 14; i++)
        {
            await Wrote($"volunteer v{i}", "read abc");
            await Wrote($"volunteer v{i}", "read abc");
        }

        var told = await Told("/seen");
        Assert.Equal(10, told.Split('\n').Count(line => line.Contains("志愿者v", StringComparison.Ordinal)));
        Assert.Contains("更早还有 4 次", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_answered_while_a_volunteer_speaks_and_does_not_reach_the_desk()
    {
        await Told("你好");
        await _rig.Engine.Turns.Take(Somebody, new VolunteerCame("desk", "came", "小林"));
        await Wrote("volunteer 小林", "took abc");

        Assert.Contains("志愿者小林", await Told("谁看过"), StringComparison.Ordinal);
        Assert.Equal(Mode.Human, (await _rig.Stored("p1"))!.Mode);
        Assert.Equal(0L, await _rig.Engine.Writer.Write(null, session => session.Scalar("SELECT count(*) FROM desk_message")));
    }

    [Fact]
    public async Task Nobody_is_told_of_another_persons_case()
    {
        await Told("你好");
        await _rig.Say("p2", "other", "你好");
        await Wrote("volunteer 小林", "read abc");
        var other = await _rig.Say("p2", "asks", "谁看过");

        Assert.Contains("还没有志愿者看过", string.Join('\n', other.Rows.Select(row => row.Reply.Text)), StringComparison.Ordinal);
    }

    public void Dispose() => _rig.Dispose();

    private async Task Wrote(string who, string what)
    {
        _rig.Clock.Move(TimeSpan.FromMinutes(1));
        var person = await _rig.Engine.Turns.Meet(Somebody);
        await _rig.Engine.Writer.Write(null, session =>
        {
            _rig.Engine.Audit.Write(session, person, _rig.Clock.GetUtcNow(), who, what);
            return true;
        });
    }

    private async Task<string> Told(params string[] words)
    {
        var text = "";
        foreach (var word in words)
        {
            text = string.Join('\n', (await _rig.Say("p1", $"{++_key}", word)).Rows.Select(row => row.Reply.Text));
        }

        return text;
    }
}
