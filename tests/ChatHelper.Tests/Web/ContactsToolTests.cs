using System.Net;
using System.Text.RegularExpressions;
using ChatHelper.Channels.Web;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Storage;
using NodaTime;

namespace ChatHelper.Tests.Web;

public sealed class ContactsToolTests : IAsyncLifetime
{
    private Site _site = null!;

    public async Task InitializeAsync() => _site = await Site.Start();

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task The_page_and_every_script_of_it_may_reach_nobody()
    {
        using var visitor = new Visitor(_site);
        var page = await visitor.Http.GetStringAsync(ContactsTool.Path);
        var scripts = Directory.EnumerateFiles(System.IO.Path.Combine(Rules.Checkout.Root, "src/ChatHelper/Channels/Web/Contacts"), "*.js")
            .Select(path => $"{ContactsTool.Path}/{System.IO.Path.GetFileName(path)}");

        foreach (var path in scripts.Append(ContactsTool.Path))
        {
            var answer = await visitor.Http.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("connect-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("form-action 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
            Assert.True(answer.Headers.CacheControl!.NoStore);
        }

        page = page.Replace("<a class=\"button exit\" href=", "", StringComparison.Ordinal); // the way out leads elsewhere and takes nothing along
        Assert.DoesNotMatch(new Regex("(?:src|href)=\"(?!/|#|data:,)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)), page);
        Assert.DoesNotMatch(new Regex("<[^>]* on[a-z]+=", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)), page);
    }

    [Fact]
    public async Task No_placeholder_of_the_page_is_left_empty() =>
        Assert.DoesNotMatch(new Regex(@"\{[a-z]+\.|>(?:tool|web)\.[a-z.-]+<", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)), await Get());

    [Fact]
    public void The_link_that_a_dialog_gives_is_where_the_page_is() => Assert.Equal(ContactsTool.Path, $"/{PageLinks.Path("tool.contacts")}");

    [Fact]
    public async Task Who_sends_a_phone_book_gets_the_link_and_nothing_of_it_is_kept()
    {
        _site.Engine.Surroundings.PagesAt(everywhere: null, here: _site.Url);
        using var visitor = await Visitor.Open(_site);

        await visitor.Give("BEGIN:VCARD\r\nFN:小禾\r\nEND:VCARD"u8.ToArray(), "x.vcf", visitor.Key());

        Assert.Contains(await visitor.Until("通讯录不收", after: "0"), heard => heard.Text.Contains($"{_site.Url}tools/contacts", StringComparison.Ordinal));
        Assert.Equal(0L, await _site.Engine.Writer.Write(null, session => (long)session.Scalar("SELECT count(*) FROM file")!));
    }

    [Fact]
    public void An_address_of_this_machine_is_given_only_where_it_can_be_opened()
    {
        var surroundings = new Surroundings();
        Uri here = new("http://127.0.0.1:8080/"), everywhere = new("https://chat.example/");
        Uri? On(string channel) => surroundings.At(Instant.MinValue, channel).Pages;

        surroundings.PagesAt(null, here);
        Assert.Equal((here, null), (On("web"), On("telegram")));
        surroundings.PagesAt(everywhere, here);
        Assert.Equal((everywhere, everywhere), (On("web"), On("telegram")));
    }

    [Theory]
    [InlineData("http://chat.example")]
    [InlineData("https://chat.example/bot")]
    [InlineData("chat.example")]
    [InlineData("https://a:b@chat.example")]
    public void A_public_address_that_no_link_can_be_made_of_stops_the_start(string url) =>
        Assert.Contains("PUBLIC_URL", Assert.Throws<StartFault>(() => Settings.Read(name => name == "PUBLIC_URL" ? url : null)).Message, StringComparison.Ordinal);

    private async Task<string> Get()
    {
        using var visitor = new Visitor(_site);
        return await visitor.Http.GetStringAsync(ContactsTool.Path);
    }
}
