using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ChatHelper.Limits;
using ChatHelper.Tests.Web;

namespace ChatHelper.Tests.Limits;

public sealed class WebLimitTests
{
    [Fact]
    public async Task Words_that_come_too_fast_get_429_are_not_written_and_are_taken_later_with_the_same_key()
    {
        await using var site = await Site.Start(new LimitOptions { Person = new Rate(5, 0.5) { Debt = 30 }, DiskUsed = _ => 0 });
        using var visitor = await Visitor.Open(site);
        for (var word = 0; word < 5; word++)
        {
            await visitor.Say("你好");
        }

        var key = visitor.Key();
        using var answer = await Say(visitor, key);
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(5)), (answer.StatusCode, answer.Headers.RetryAfter!.Delta));
        Assert.Equal(5L, await site.Engine.Writer.Write(null, session => session.Scalar("SELECT count(*) FROM seen")));

        site.Clock.Move(TimeSpan.FromSeconds(5));
        using var again = await Say(visitor, key);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task Somebody_new_in_a_crowd_gets_503_with_the_words_and_nothing_is_stored()
    {
        await using var site = await Site.Start(new LimitOptions { Newcomers = new Rate(1, 0.1), DiskUsed = _ => 0 });
        using var first = await Visitor.Open(site);
        await first.Say("你好");
        using var second = await Visitor.Open(site);
        var key = second.Key();
        using var busy = await Say(second, key);
        using var file = await second.Give("x"u8.ToArray(), "a.txt", second.Key());

        Assert.Equal([HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable], [busy.StatusCode, file.StatusCode]);
        Assert.Equal("现在人多，请过几分钟再发", (await busy.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("busy").GetString());
        Assert.Equal((1L, 1L), await site.Engine.Writer.Write(null, session => ((long)session.Scalar("SELECT count(*) FROM person")!, (long)session.Scalar("SELECT count(*) FROM seen")!)));
        await first.Say("还在"); // who was here before is not new

        site.Clock.Move(TimeSpan.FromSeconds(30));
        using var later = await Say(second, key);
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
    }

    [Fact]
    public async Task On_a_disk_nearly_full_the_page_keeps_the_words_and_sends_them_when_there_is_room()
    {
        var used = 0.97;
        await using var site = await Site.Start(new LimitOptions { DiskUsed = _ => used });
        using var visitor = await Visitor.Open(site);
        var key = visitor.Key();
        using var full = await Say(visitor, key);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, full.StatusCode);

        used = 0.5;
        site.Clock.Move(TimeSpan.FromSeconds(1));
        using var room = await Say(visitor, key);
        Assert.Equal(HttpStatusCode.OK, room.StatusCode);
    }

    [Fact]
    public async Task The_page_has_a_word_for_both()
    {
        await using var site = await Site.Start();
        using var visitor = new Visitor(site);
        var script = await visitor.Http.GetStringAsync("/page/post.js");

        Assert.Contains("words.slow", script, StringComparison.Ordinal);
        Assert.Contains("?.busy", script, StringComparison.Ordinal);
        Assert.Contains("\"slow\":", await visitor.Http.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_of_many_megabytes_is_not_read()
    {
        await using var site = await Site.Start();
        using var visitor = await Visitor.Open(site);
        using var long100 = await visitor.Http.PostAsJsonAsync("/chat/say", new { key = visitor.Key(), text = new string('x', 100_000) });
        using var huge = await visitor.Http.PostAsJsonAsync("/chat/say", new { key = visitor.Key(), text = new string('x', 3 << 20) });

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.RequestEntityTooLarge], [long100.StatusCode, huge.StatusCode]);
    }

    private static Task<HttpResponseMessage> Say(Visitor visitor, string key) => visitor.Http.PostAsJsonAsync("/chat/say", new { key, text = "你好" });
}
