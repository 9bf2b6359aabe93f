using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace ChatHelper.Tests.Web;

public sealed class WebChatTests : IAsyncLifetime
{
    private const string First = "想做什么";
    private const string Who = "谁接到了电话";
    private const string Words = "他们说了什么";
    private Site _site = null!;

    public async Task InitializeAsync() => _site = await Site.Start();

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task A_visit_without_a_word_shows_the_greeting_and_stores_nobody()
    {
        using var visitor = await Visitor.Open(_site);

        var heard = await visitor.Until(First);

        Assert.Equal(["standing", "standing"], heard.Select(one => one.Kind));
        Assert.Equal(0L, await Count("person"));
    }

    [Fact]
    public async Task The_first_press_answers_the_greeting_that_was_shown()
    {
        using var visitor = await Visitor.Open(_site);
        var greeting = await visitor.Until(First);

        await visitor.Press(greeting[^1].Reply, "tell");

        var heard = await visitor.Until(Who, after: "0");
        Assert.Equal([Who + "？"], heard.Select(one => one.Text));
        Assert.True(heard[0].Reply.GetProperty("many").GetBoolean());
    }

    [Fact]
    public async Task A_repeated_post_is_taken_once()
    {
        using var visitor = await Visitor.Open(_site);
        var key = visitor.Key();
        await visitor.Say("1", key);
        await visitor.Say("1", key);
        await visitor.Say("1 2");

        var heard = await visitor.Until(Words, after: "0");

        Assert.Equal([Who + "？", Words + "？"], heard.Select(one => one.Text));
        Assert.Equal(2L, await Count("seen"));
    }

    [Fact]
    public async Task A_stream_that_was_cut_goes_on_after_the_last_event()
    {
        using var visitor = await Visitor.Open(_site);
        await visitor.Say("1");
        var before = await visitor.Until(Who, after: "0");
        await visitor.Say("1 2");

        var after = await visitor.Until(Words, last: before[^1].Id);

        Assert.Equal([Words + "？"], after.Select(one => one.Text));
        Assert.Equal(1L, await Count("outbox"));
    }

    [Fact]
    public async Task A_reload_shows_what_was_not_acknowledged_and_nothing_twice()
    {
        using var visitor = await Visitor.Open(_site);
        await visitor.Say("1");
        var before = await visitor.Until(Who);
        await visitor.Say("1", seen: before[^1].Id);

        var reloaded = await visitor.Until(Words);

        Assert.Equal([("reply", Words + "？")], reloaded.Select(one => (one.Kind, one.Text)));
    }

    [Fact]
    public async Task A_reload_after_everything_was_acknowledged_asks_the_question_again_and_its_buttons_work()
    {
        using var visitor = await Visitor.Open(_site);
        await visitor.Say("1");
        var asked = await visitor.Until(Who);
        await visitor.Http.PostAsJsonAsync("/chat/ack", new { seen = asked[^1].Id });

        var reloaded = await visitor.Until(Who);
        await visitor.Press(reloaded[^1].Reply, "family", "boss");

        Assert.Equal([("standing", Who + "？")], reloaded.Select(one => (one.Kind, one.Text)));
        Assert.Equal(Words + "？", (await visitor.Until(Words, after: "0"))[^1].Text);
    }

    [Fact]
    public async Task Another_cookie_sees_another_conversation()
    {
        using var one = await Visitor.Open(_site);
        using var other = await Visitor.Open(_site);
        await one.Say("1");

        Assert.DoesNotContain(await other.Until(First), heard => heard.Text.Contains(Who, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_made_up_cookie_is_nobody()
    {
        using var visitor = new Visitor(_site);
        visitor.Cookies.Add(_site.Url, new Cookie("chat", "' OR 1=1 --"u8.Length.ToString()));

        var answer = await visitor.Http.PostAsJsonAsync("/chat/say", new { key = visitor.Key(), text = "1" });

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_hundred_kilobytes_and_strange_signs_are_ordinary_words()
    {
        using var visitor = await Visitor.Open(_site);
        await visitor.Say(new string('爆', 35_000));
        await visitor.Say("\u202Ea\0b<script>alert(1)</script>");
        await visitor.Say("1");

        Assert.Contains(await visitor.Until(Who, after: "0"), heard => heard.Text.Contains("只读了前面一部分", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Erasing_answers_with_the_last_words_and_keeps_nobody()
    {
        using var visitor = await Visitor.Open(_site);
        await visitor.Say("1");
        await visitor.Say("删除");
        var key = visitor.Key();

        var answer = await visitor.Say("1", key);
        var again = await visitor.Say("1", key);

        Assert.True(answer.GetProperty("erased").GetBoolean());
        Assert.Contains("已经删除", answer.GetProperty("replies").ToString(), StringComparison.Ordinal);
        Assert.True(again.GetProperty("erased").GetBoolean());
        Assert.Equal(0L, await Count("person"));
    }

    [Theory]
    [InlineData("{", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("null", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("""{"key":"short","text":"x"}""", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("""{"key":"k23456789012345678","text":"\ud800"}""", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("""{"key":"k23456789012345678","choices":[null]}""", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("""{"key":"k23456789012345678","text":"x"}""", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("key=k23456789012345678&text=x", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    public async Task A_post_of_another_form_is_refused(string body, string type, HttpStatusCode status)
    {
        using var visitor = await Visitor.Open(_site);

        var answer = await visitor.Http.PostAsync("/chat/say", new StringContent(body, Encoding.UTF8, type));

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        using var visitor = await Visitor.Open(_site);

        var answer = await visitor.Http.PostAsJsonAsync("/chat/say", new { key = visitor.Key(), text = new string('a', 1_100_000) });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    private async Task<long> Count(string table) => await _site.Engine.Writer.Write(null, session => (long)session.Scalar($"SELECT count(*) FROM {table}")!);
}
