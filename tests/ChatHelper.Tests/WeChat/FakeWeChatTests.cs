using System.Collections.Concurrent;
using ChatHelper.Channels.WeChat;
using ChatHelper.Channels.WeChat.Callbacks;
using ChatHelper.Fakes.WeChat;

namespace ChatHelper.Tests.WeChat;

public sealed class FakeWeChatTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const string Person = "oPERSON_0000000000000000001";

    [Theory]
    [InlineData(BodyMode.Safe)]
    [InlineData(BodyMode.Compatible)]
    [InlineData(BodyMode.Plain)]
    public async Task What_the_product_seals_the_platform_can_read(BodyMode mode)
    {
        await using var fake = await FakeWeChat.StartAsync(new FakeWeChatOptions { Mode = mode });
        ConcurrentQueue<WeChatMessage> heard = new();
        await using var server = await CallbackServer.Started(fake, TimeProvider.System, said =>
        {
            heard.Enqueue(said);
            return Task.FromResult(ReplyXml.Text(said, $"听到了 ]]> {said.Type} {said.Text}"));
        });
        Said[] all =
        [
            fake.Say.Text(Person, "你好 ]]> <xml>"), fake.Say.Image(Person, [1]), fake.Say.Voice(Person, [2], "他们又打来了"), fake.Say.Video(Person, [3]),
            fake.Say.Location(Person, "家"), fake.Say.Link(Person, "页面", "https://example.org/"), fake.Say.Message(Person, "newkind", ("Odd", "1")),
            fake.Say.Subscribe(Person), fake.Say.Click(Person, "help"), fake.Say.Scan(Person, "scene"), fake.Say.View(Person, "https://example.org/"),
        ];

        foreach (var said in all)
        {
            var round = await fake.Deliver(said);
            Assert.Equal("", round.Deliveries[0].Fault);
            Assert.StartsWith($"听到了 ]]> {said.Type}", round.Shown, StringComparison.Ordinal);
            Assert.Single(round.Deliveries);
        }

        Assert.Equal(all.Select(said => said.MsgId), heard.Select(said => said.Id));
        Assert.Equal("你好 ]]> <xml>", heard.First().Text);
        Assert.Equal("他们又打来了", heard.ElementAt(2).Recognition);
        Assert.Null((await fake.Deliver(fake.Say.Unsubscribe(Person))).Shown);
        Assert.True(await fake.Platform.CheckUrl());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_not_answered_in_time_is_delivered_three_times_as_the_same_message(bool repeats)
    {
        await using var fake = await FakeWeChat.StartAsync(new FakeWeChatOptions { WaitScale = 0.04, RepeatsNonce = repeats });
        ConcurrentQueue<string> keys = new();
        await using var server = await CallbackServer.Started(fake, TimeProvider.System, async said =>
        {
            keys.Enqueue(said.Key);
            await Task.Delay(1500);
            return ReplyXml.Success;
        });

        var round = await fake.Deliver(fake.Say.Text(Person, "在吗"));

        Assert.Equal(3, round.Deliveries.Count);
        Assert.All(round.Deliveries, delivery => Assert.Equal(Reading.None, delivery.Reading));
        Assert.True(round.Failed);
        Assert.Equal(Road.Platform, fake.Ledger.Seen.Single().Road);
        Assert.Equal(3, keys.Count);
        Assert.Single(keys.Distinct());
    }

    [Fact]
    public async Task An_answer_that_is_lost_is_asked_for_again_and_is_the_same()
    {
        await using var fake = await FakeWeChat.StartAsync();
        await using var server = await CallbackServer.Started(fake, TimeProvider.System, said => Task.FromResult(ReplyXml.Text(said, "在的")));
        fake.Platform.Loses = (_, number) => number < 3;

        var round = await fake.Deliver(fake.Say.Text(Person, "在吗"));

        Assert.Equal("在的", round.Shown);
        Assert.Equal([true, true, false], round.Deliveries.Select(delivery => delivery.Lost));
        Assert.All(round.Deliveries, delivery => Assert.Equal(round.Deliveries[0].Answer, delivery.Answer));
    }

    [Fact]
    public async Task Success_shows_nothing_and_nonsense_shows_that_the_account_does_not_work()
    {
        await using var fake = await FakeWeChat.StartAsync();
        await using var server = await CallbackServer.Started(fake, TimeProvider.System, said => Task.FromResult<byte[]>(
            said.Text == "1" ? ReplyXml.Success : said.Text == "2" ? [] : said.Text == "3" ? [.. "nonsense"u8] : ReplyXml.Text(said, new string('长', 683))));

        Assert.Null((await fake.Deliver(fake.Say.Text(Person, "1"))).Shown);
        Assert.Null((await fake.Deliver(fake.Say.Text(Person, "2"))).Shown);
        Assert.True((await fake.Deliver(fake.Say.Text(Person, "3"))).Failed);
        var tooLong = await fake.Deliver(fake.Say.Text(Person, "4"));
        Assert.True(tooLong.Failed);
        Assert.Contains("2,048", tooLong.Deliveries[0].Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_sealed_with_another_key_or_signed_with_another_token_is_not_readable()
    {
        await using var fake = await FakeWeChat.StartAsync();
        var settings = WeChatOptions.Read(fake.Settings.GetValueOrDefault)!;
        var wrong = settings with { AesKeys = [Callbacks.OldKey] };
        await using var server = await CallbackServer.Started(fake, TimeProvider.System, said => Task.FromResult<byte[]>(
            [(byte)' ', .. ReplyXml.Sealed(said, ReplyXml.Text(said, "好"), said.Text == "1" ? wrong : said.Text == "2" ? settings with { Token = "other" } : settings)]));

        Assert.True((await fake.Deliver(fake.Say.Text(Person, "1"))).Failed);
        Assert.Contains("MsgSignature", (await fake.Deliver(fake.Say.Text(Person, "2"))).Deliveries[0].Fault, StringComparison.Ordinal);
        Assert.Equal("好", (await fake.Deliver(fake.Say.Text(Person, "3"))).Shown);
    }

    [Fact]
    public async Task Many_people_are_delivered_at_once()
    {
        await using var fake = await FakeWeChat.StartAsync();
        await using var server = await CallbackServer.Started(fake, TimeProvider.System, said => Task.FromResult(ReplyXml.Text(said, said.Text)));

        await Parallel.ForAsync(0, 1000, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (number, _) =>
            Assert.Equal($"第{number}句", (await fake.Deliver(fake.Say.Text($"{Person}{number % 50}", $"第{number}句"))).Shown));

        var took = fake.Ledger.Rounds.SelectMany(round => round.Deliveries).Select(delivery => delivery.Took.TotalMilliseconds).Order().ToList();
        output.WriteLine($"{took.Count} connections, half within {took[took.Count / 2]:0.0} ms, 99 of 100 within {took[took.Count * 99 / 100]:0.0} ms");
        Assert.Equal(1000, took.Count);
    }
}
