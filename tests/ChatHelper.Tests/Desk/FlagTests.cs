using ChatHelper.Content;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Desk;
using ChatHelper.Desk.Accounts;
using ChatHelper.Storage;
using ChatHelper.Tests.Conversations;
using ChatHelper.Tests.Rules;
using ChatHelper.Tests.Web;

namespace ChatHelper.Tests.Desk;

/// <summary>Talks that came to something refused: shown to the desk by the name of the refusal, gone with the person.</summary>
public sealed class FlagTests
{
    private const string Asked = "你先帮我查个人 身份证尾号3412 以前号182开头 看他住哪";

    [Fact]
    public async Task A_flag_is_kept_with_its_reason_its_hour_and_an_audit_row_and_no_word_of_the_talk()
    {
        using var rig = China();
        await rig.Say("p1", "1", Asked);
        await rig.Say("p1", "2", "他通讯录里还有谁");
        await rig.Say("p1", "3", "怎么打电话不会被标记");

        Assert.Equal(
            [new Flag("refuse-evasion", 1, Rig.T0), new Flag("refuse-lookup", 1, Rig.T0)], await rig.Engine.Writer.Write(null, FlagStore.Newest));
        Assert.Equal(["flagged for review (refuse-lookup)", "flagged for review (refuse-evasion)"], await Audit(rig));
        Assert.Equal(["count", "first_at", "person_id", "reason"], await rig.Engine.Writer.Write(
            null, session => session.Query("SELECT name FROM pragma_table_info('flag') ORDER BY name", row => row.GetString(0))));
    }

    [Fact]
    public async Task The_talk_goes_on_and_the_person_hears_nothing_of_it()
    {
        using var rig = China();
        await rig.Say("p1", "1", "我被爆通讯录了 帮我");
        var taken = await rig.Say("p1", "2", Asked);

        Assert.Contains(taken.Rows, row => row.Reply.Text.Contains("这个我不做", StringComparison.Ordinal));
        Assert.DoesNotContain(taken.Rows, row => row.Reply.Text.Contains("查看", StringComparison.Ordinal));
        Assert.Contains(taken.Rows, row => row.Reply.Class == ReplyClass.Question);
    }

    [Fact]
    public async Task Whoever_is_erased_leaves_no_flag()
    {
        using var rig = China();
        await rig.Say("p1", "1", Asked);
        await rig.Say("p1", "2", "删除");
        await rig.Say("p1", "3", "1");

        Assert.Empty(await rig.Engine.Writer.Write(null, FlagStore.Newest));
    }

    [Fact]
    public async Task Another_talk_of_the_same_person_is_counted_and_what_is_forgotten_is_gone()
    {
        using var rig = China();
        await rig.Say("p1", "1", Asked);
        await Store(rig.Engine, new FlagForReview("refuse-lookup"), Rig.T0.AddDays(1));
        Assert.Equal([new Flag("refuse-lookup", 2, Rig.T0)], await rig.Engine.Writer.Write(null, FlagStore.Newest));

        await Store(rig.Engine, new Forget(), Rig.T0.AddDays(2));
        Assert.Empty(await rig.Engine.Writer.Write(null, FlagStore.Newest));
    }

    [Fact]
    public async Task Leads_see_reason_count_and_hour_at_the_end_of_the_list_and_volunteers_nothing()
    {
        await using var site = await Site.Start();
        using var person = await Visitor.Open(site);
        await person.Say("我叫小满");
        using (var early = await Sitting.SignedIn(site, "小豆", Role.Lead))
        {
            Assert.DoesNotContain("待查看的对话", await early.Http.GetStringAsync("/desk"), StringComparison.Ordinal);
        }

        await Store(site.Engine, new FlagForReview("refuse-lookup"), site.Clock.GetUtcNow());
        site.Clock.Move(TimeSpan.FromHours(2));
        using var lead = await Sitting.SignedIn(site, "小禾", Role.Lead);
        using var volunteer = await Sitting.SignedIn(site, "小麦");
        var page = await lead.Http.GetStringAsync("/desk");

        Assert.Matches("现在没有人在等[^待]*待查看的对话[^要]*.*要查人、要别人的号码或住址</strong> <span class=\"hint\">1 次 · 最早在2 小时前", page.ReplaceLineEndings(""));
        Assert.DoesNotContain("小满", page, StringComparison.Ordinal);
        Assert.DoesNotContain("待查看的对话", await volunteer.Http.GetStringAsync("/desk"), StringComparison.Ordinal);
    }

    private static Rig China() => new(pack: PackLoading.Load(Path.Combine(Checkout.Root, "dialogs"), "china"));

    private static Task<IReadOnlyList<string>> Audit(Rig rig) => rig.Engine.Writer.Write<IReadOnlyList<string>>(
        null, session => [.. session.Query("SELECT what FROM audit WHERE what LIKE 'flag%' ORDER BY no", row => row.GetString(0))]);

    private static Task<bool> Store(Engine engine, Effect effect, DateTimeOffset now) => engine.Writer.Write(null, session =>
    {
        var id = (long)session.Scalar("SELECT max(person_id) FROM person")!;
        new FlagStore(engine.Audit).Store(session, new Person(id, new Address("test", "p1"), engine.Decider.Begin(), 1, 0), effect, now);
        return true;
    });
}
