using ChatHelper.Fakes.WeChat;
using ChatHelper.Outbox;

namespace ChatHelper.Tests.WeChat;

public sealed class TokenTests
{
    [Fact]
    public async Task A_hundred_callers_at_once_ask_for_one_token()
    {
        await using var rig = await PushRig.Started();
        string[] people = [.. Enumerable.Range(0, 100).Select(person => $"o{person:D27}")];
        Array.ForEach(people, rig.Speak);

        var outcomes = await Task.WhenAll(people.Select(person => rig.Sender.Send(rig.Row("你好", openId: person), 0)));

        Assert.All(outcomes, outcome => Assert.IsType<Outcome.Accepted>(outcome));
        Assert.Equal(1, rig.Tokened);
    }

    [Fact]
    public async Task A_hundred_callers_with_a_token_that_was_revoked_ask_for_one_other()
    {
        await using var rig = await PushRig.Started();
        string[] people = [.. Enumerable.Range(0, 100).Select(person => $"o{person:D27}")];
        Array.ForEach(people, rig.Speak);
        await rig.Sender.Send(rig.Row("你好", openId: people[0]), 0);
        rig.Fake.Tokens.Revoke();

        var outcomes = await Task.WhenAll(people.Select(person => rig.Sender.Send(rig.Row("你好", openId: person), 0)));

        Assert.All(outcomes, outcome => Assert.IsType<Outcome.Accepted>(outcome));
        Assert.Equal(2, rig.Tokened);
        Assert.Equal(2, rig.Fake.Tokens.Made);
    }

    [Fact]
    public async Task A_token_is_renewed_when_less_than_five_minutes_remain()
    {
        await using var rig = await PushRig.Started();
        rig.Speak();
        await rig.Push();
        rig.Clock.Move(TimeSpan.FromMinutes(114));
        await rig.Push();
        Assert.Equal(1, rig.Tokened);
        rig.Clock.Move(TimeSpan.FromMinutes(2));
        await rig.Push();
        Assert.Equal(2, rig.Fake.Tokens.Made);
        Assert.Equal(2, rig.Tokened);
    }

    [Fact]
    public async Task While_no_other_can_be_had_a_token_serves_to_its_end()
    {
        await using var rig = await PushRig.Started();
        rig.Speak();
        await rig.Push();
        rig.Clock.Move(TimeSpan.FromMinutes(116));
        rig.Fake.Faults.Add(new ApiFault("/cgi-bin/stable_token") { Code = -1 });

        Assert.IsType<Outcome.Accepted>(await rig.Push());
        Assert.True(rig.Signals.WeChatTokenFails);
        rig.Clock.Move(TimeSpan.FromSeconds(6));
        await rig.Push();
        Assert.False(rig.Signals.WeChatTokenFails);
    }

    [Fact]
    public async Task A_token_that_ends_under_way_costs_one_more_call_and_nothing_else()
    {
        await using var rig = await PushRig.Started();
        rig.Speak();
        await rig.Push("一");
        rig.Fake.Advance(TimeSpan.FromHours(2)); // their clock alone: ours still trusts it

        Assert.IsType<Outcome.Accepted>(await rig.Push("二"));
        Assert.Equal(["一", "二"], rig.Fake.Ledger.Texts(PushRig.OpenId));
        Assert.Contains(rig.Fake.Ledger.Calls, call => call.Code == 42001);
        Assert.Equal(2, rig.Tokened);
    }

    [Fact]
    public async Task A_refused_token_that_is_handed_out_again_is_made_anew_but_not_twice_within_half_a_minute()
    {
        await using var rig = await PushRig.Started();
        rig.Speak();
        await rig.Push();
        rig.Fake.Tokens.Spoil();
        Assert.IsType<Outcome.Accepted>(await rig.Push());
        rig.Fake.Tokens.Spoil();

        Assert.IsType<Outcome.RetryAfter>(await rig.Push());
        Assert.Equal(2, rig.Fake.Tokens.Made);
        Assert.DoesNotContain(rig.Fake.Ledger.Calls, call => call.Code is 45009 or 45011);
        rig.Clock.Move(TimeSpan.FromSeconds(31));
        Assert.IsType<Outcome.Accepted>(await rig.Push());
        Assert.Equal(3, rig.Fake.Tokens.Made);
    }

    [Fact]
    public async Task A_token_that_is_refused_twice_is_tried_again_later()
    {
        await using var rig = await PushRig.Started();
        rig.Speak();
        rig.Fake.Faults.Add(new ApiFault(PushRig.Send) { Code = 40001, Times = 2 });

        Assert.IsType<Outcome.RetryAfter>(await rig.Push());
        Assert.Equal(2, rig.Sent);
        Assert.Equal(5, rig.Quota.Left(PushRig.At, rig.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task A_wrong_secret_is_told_to_the_operator_and_not_asked_with_again_at_once()
    {
        await using var rig = await PushRig.Started(new FakeWeChatOptions { Secret = "0ther000000000000000000000000000" });
        rig.Speak();
        rig.Fake.Faults.Add(new ApiFault("/cgi-bin/stable_token") { Code = 40125, Message = $"invalid appsecret {rig.Options.Secret}" });

        Assert.IsType<Outcome.RetryAfter>(await rig.Push());
        Assert.IsType<Outcome.RetryAfter>(await rig.Push());
        Assert.Equal(1, rig.Tokened);
        Assert.Equal(0, rig.Sent);
        Assert.True(rig.Signals.WeChatTokenFails);
        Assert.Single(rig.Log.Of("gives no access token (40125): WECHAT_SECRET is not that of the account"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("<html></html>")]
    [InlineData("""{"access_token":"","expires_in":7200}""")]
    [InlineData("""{"access_token":"x","expires_in":-1}""")]
    [InlineData("""{"access_token":5,"expires_in":"7200"}""")]
    [InlineData("""{"errcode":"x"}""")]
    public async Task What_is_no_token_is_taken_for_none(string body)
    {
        await using var rig = await PushRig.Started();
        rig.Speak();
        rig.Fake.Faults.Add(new ApiFault("/cgi-bin/stable_token") { Body = body });

        Assert.IsType<Outcome.NotSent>(await rig.Push());
        Assert.Equal(0, rig.Sent);
    }
}
