using ChatHelper.Channels.WeChat;
using ChatHelper.Core.Tests.Walking;
using ChatHelper.Core.Turns;
using ChatHelper.Outbox;

namespace ChatHelper.Tests.WeChat;

public sealed class QuotaTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const string Last = "微信不让我再主动发了。回复「下一页」看后面的。";

    [Fact]
    public async Task The_fifth_message_tells_how_to_get_the_rest_and_the_sixth_waits()
    {
        await using var rig = await PushRig.Started();
        rig.Speak();
        for (var number = 1; number <= 5; number++)
        {
            Assert.IsType<Outcome.Accepted>(await rig.Push($"{number}"));
        }

        Assert.IsType<Outcome.Waits>(await rig.Push("6"));
        Assert.Equal(["1", "2", "3", "4", $"5\n\n{Last}"], rig.Fake.Ledger.Texts(PushRig.OpenId));
        Assert.Equal(5, rig.Sent);
        rig.Speak();
        Assert.IsType<Outcome.Accepted>(await rig.Push("6"));
    }

    [Fact]
    public async Task A_question_stays_as_it_is()
    {
        await using var rig = await PushRig.Started();
        rig.Press();
        rig.Speak();
        for (var number = 1; number <= 5; number++)
        {
            await rig.Push("欠了多少？", ReplyClass.Question);
        }

        Assert.All(rig.Fake.Ledger.Texts(PushRig.OpenId), text => Assert.Equal("欠了多少？", text));
        Assert.Equal(5, rig.Sent);
    }

    [Fact]
    public async Task The_last_word_is_left_out_where_it_does_not_fit()
    {
        await using var rig = await PushRig.Started();
        rig.Speak();
        for (var number = 1; number <= 4; number++)
        {
            await rig.Push();
        }

        var text = new string('长', 680);
        Assert.Equal(Outcome.Accepted.Whole, await rig.Push(text));
        Assert.Equal(text, rig.Fake.Ledger.Texts(PushRig.OpenId)[^1]);
    }

    [Fact]
    public async Task A_row_of_which_only_a_part_would_go_waits_as_a_whole_and_that_is_said()
    {
        await using var rig = await PushRig.Started();
        rig.Speak();
        for (var number = 1; number <= 4; number++)
        {
            await rig.Push();
        }

        Assert.IsType<Outcome.Waits>(await rig.Push(new string('长', 1000)));
        Assert.Equal(5, rig.Sent);
        Assert.Equal(Last, rig.Fake.Ledger.Texts(PushRig.OpenId)[^1]);
        Assert.IsType<Outcome.Waits>(await rig.Push(new string('长', 1000)));
        Assert.Equal(5, rig.Sent);
    }

    [Fact]
    public async Task After_two_days_it_is_theirs_to_speak()
    {
        await using var rig = await PushRig.Started();
        rig.Speak();
        rig.Clock.Move(TimeSpan.FromHours(48) - TimeSpan.FromSeconds(1));
        Assert.IsType<Outcome.Accepted>(await rig.Push());
        rig.Clock.Move(TimeSpan.FromSeconds(1));
        Assert.IsType<Outcome.Waits>(await rig.Push());
        Assert.Equal(1, rig.Sent);
    }

    [Fact]
    public async Task After_a_restart_the_platform_is_asked_once_and_believed()
    {
        await using var rig = await PushRig.Started();
        rig.Speak();
        rig.Forget();
        for (var number = 1; number <= 5; number++)
        {
            Assert.IsType<Outcome.Accepted>(await rig.Push());
        }

        Assert.IsType<Outcome.Waits>(await rig.Push());
        Assert.IsType<Outcome.Waits>(await rig.Push());
        Assert.Equal(6, rig.Sent);
    }

    [Fact]
    public async Task Our_count_and_theirs_never_differ()
    {
        await using var rig = await PushRig.Started();
        var dice = new Dice(7);
        var (accepted, waited) = (0, 0);
        rig.Speak();
        for (var step = 0; step < 1500; step++)
        {
            switch (dice.Roll(6))
            {
                case 0:
                    rig.Speak();
                    break;
                case 1:
                    rig.Press();
                    break;
                case 2:
                    rig.Clock.Move(TimeSpan.FromSeconds(dice.Roll(90)));
                    break;
                case 3 when dice.Roll(10) == 0:
                    rig.Clock.Move(TimeSpan.FromHours(dice.Roll(60)));
                    break;
                default:
                    var expected = rig.Quota.Left(PushRig.At, rig.Clock.GetUtcNow()) > 0;
                    var outcome = await rig.Push("好");
                    Assert.Equal(expected, outcome is Outcome.Accepted);
                    (accepted, waited) = (accepted + (expected ? 1 : 0), waited + (expected ? 0 : 1));
                    break;
            }
        }

        output.WriteLine($"{accepted} went, {waited} waited, none was refused by WeChat");
        Assert.True(accepted > 50 && waited > 50);
        Assert.DoesNotContain(rig.Fake.Ledger.Calls, call => call.Code is 45015 or 45047);
    }

    [Fact]
    public void No_more_persons_are_remembered_than_there_is_room_for()
    {
        var quota = new PushQuota(most: 3);
        var now = DateTimeOffset.UnixEpoch;
        for (var person = 0; person < 10; person++)
        {
            quota.Spoke(new("wechat", $"{person}"), now);
            quota.Spoke(new("wechat", "0"), now);
        }

        Assert.Equal(3, quota.Count);
        Assert.Equal(5, quota.Left(new("wechat", "0"), now));
        Assert.Null(quota.Left(new("wechat", "1"), now));
        Assert.True(quota.Take(new("wechat", "1"), now));
    }

    [Fact]
    public void A_menu_press_gives_three_for_a_minute_and_takes_nothing_away()
    {
        var (quota, at, now) = (new PushQuota(most: 3), PushRig.At, DateTimeOffset.UnixEpoch);
        quota.Spoke(at, now);
        for (var number = 0; number < 4; number++)
        {
            Assert.True(quota.Take(at, now));
        }

        quota.Touched(at, now);
        Assert.Equal(3, quota.Left(at, now));
        Assert.Equal(1, quota.Left(at, now.AddMinutes(1)));
        quota.Spent(at);
        Assert.False(quota.Take(at, now));
    }
}
