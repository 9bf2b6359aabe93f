using ChatHelper.Core.Channels;
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Tests.Channels;

public sealed class ChannelTests
{
    private static readonly Moment s_now = ChinaPack.At("2026-11-18T20:30");

    [Fact]
    public void The_fact_reach_follows_the_channel_from_turn_to_turn()
    {
        var decider = ChinaPack.Engine;
        var there = decider.Decide(ChinaPack.Agreed, new Said("wechat", "1", "你好"), s_now with { Channel = "wechat", Pushes = false }).Next;
        Assert.Equal("answers", there.Facts["reach"]?.Value);
        Assert.Equal("answers", decider.Decide(there, new Said("wechat", "2", "你好"), s_now with { Pushes = false }).Next.Facts["reach"]?.Value);
        Assert.Null(decider.Decide(there, new Said("web", "3", "你好"), s_now).Next.Facts["reach"]);
    }

    [Fact]
    public void A_personal_account_only_answers_and_an_unnamed_channel_has_no_bounds()
    {
        var book = ChinaPack.Pack.Channels;
        Assert.False(book.Of("wechat", "personal").Pushes);
        Assert.True(book.Of("wechat", "certified").Pushes);
        Assert.Equal((null, true), (book.Of("letter by pigeon").Longest, book.Of("letter by pigeon").Pushes));
        Assert.Equal(6, book.Of("wechat", "personal").Length("你好"));
        Assert.Equal(2, book.Of("telegram").Length("你好"));
    }

    [Theory]
    [InlineData("- {channel: a, longest: many}", Codes.WrongShape)]
    [InlineData("- {channel: a, longest: 12 pages}", Codes.WrongShape)]
    [InlineData("- {channel: a, longest: 0 bytes}", Codes.WrongShape)]
    [InlineData("- {channel: a, choices: smoke}", Codes.WrongShape)]
    [InlineData("- {channel: a, colour: red}", Codes.UnknownKey)]
    [InlineData("- {longest: 9 bytes}", Codes.MissingKey)]
    [InlineData("- {channel: a}\n- {channel: a}", Codes.Duplicate)]
    public void What_does_not_fit_is_reported(string file, string code)
    {
        var diagnostics = new Diagnostics();
        ChannelBook.Read(new PackSource("x", new Dictionary<string, string> { ["channels.yaml"] = file }), diagnostics);
        Assert.Contains(diagnostics.Found, one => one.Code == code);
    }
}
