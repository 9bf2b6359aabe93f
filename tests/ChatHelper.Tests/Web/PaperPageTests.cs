using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ChatHelper.Channels.Web;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Gate;
using ChatHelper.Limits;
using ChatHelper.Papers;
using ChatHelper.Retention;
using ChatHelper.Tests.Papers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatHelper.Tests.Web;

/// <summary>The page behind a link to papers, from the look of a stranger to the file on the telephone.</summary>
public sealed class PaperPageTests : IAsyncLifetime
{
    private const string Words = "投诉书\n甲方 <b>199 0000 1234</b>";
    private static readonly Address Somebody = new("test", "p1");

    private static readonly ReplyFile[] Files =
    [
        new("D01.txt", "text/plain; charset=utf-8", Words),
        new("信.docx", PageLayout.Docx, Words) { Pages = new PageLayout("zh-Hans", Landscape: false, AsPdf: false) },
        new("reminder.ics", "text/calendar; charset=utf-8", "BEGIN:VCALENDAR"),
    ];

    private readonly ConcurrentQueue<string> _log = new();
    private Site _site = null!;
    private long _person;
    private int _key;

    public async Task InitializeAsync()
    {
        _site = await Site.Start(new LimitOptions { DiskUsed = _ => 0 }, log: new Told(_log));
        await Say("你好");
        _person = await _site.Engine.Turns.Meet(Somebody);
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Fetching_a_link_does_not_use_it_up()
    {
        var token = await Make();
        for (var i = 0; i < 10; i++)
        {
            using var crawler = new PaperVisitor(_site);
            Assert.Equal(HttpStatusCode.OK, (await crawler.Get(token)).StatusCode);
        }

        using var visitor = new PaperVisitor(_site);
        var page = await Text(await visitor.Open(token));
        Assert.Contains("甲方 &lt;b&gt;199 0000 1234", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "甲方", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Before_it_is_opened_a_good_link_looks_like_one_that_never_was()
    {
        using var visitor = new PaperVisitor(_site);
        var (good, unknown) = (await Text(await visitor.Get(await Make())), await Text(await visitor.Get("never-was-one")));

        Assert.Equal(Blank(unknown), Blank(good));
        Assert.DoesNotContain("D01", good, StringComparison.Ordinal);
        Assert.Equal(0, visitor.Cookies.Count);
    }

    [Fact]
    public async Task Only_the_first_browser_that_opens_it_sees_it()
    {
        var token = await Make();
        using var first = new PaperVisitor(_site);
        using var second = new PaperVisitor(_site);
        Assert.Contains("甲方", await Text(await first.Open(token)), StringComparison.Ordinal);

        var refused = await Text(await second.Open(token), HttpStatusCode.NotFound);
        Assert.Equal(await Text(await second.Open("never-was-one"), HttpStatusCode.NotFound), refused);
        Assert.Equal(refused, await Text(await second.Save(token, 0), HttpStatusCode.NotFound));
        Assert.Equal(0, second.Cookies.Count);
        Assert.Contains("甲方", await Text(await first.Get(token)), StringComparison.Ordinal);
        Assert.Contains("甲方", await Text(await first.Press(token, new string('a', 64))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_who_press_at_once_one_gets_it()
    {
        var token = await Make();
        var visitors = Enumerable.Range(0, Guesses.Each).Select(_ => new PaperVisitor(_site)).ToList();

        var answers = await Task.WhenAll(visitors.Select(one => one.Open(token)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        visitors.ForEach(one => one.Dispose());
    }

    [Fact]
    public async Task A_press_whose_answer_was_lost_can_be_repeated_from_the_same_page()
    {
        var token = await Make();
        using var visitor = new PaperVisitor(_site);
        var browser = PaperVisitor.BrowserIn(await Text(await visitor.Get(token)));
        using (var lost = new PaperVisitor(_site))
        {
            await Text(await lost.Press(token, browser));
        }

        Assert.Contains("甲方", await Text(await visitor.Press(token, browser)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_made_when_they_are_saved()
    {
        var token = await Make();
        using var visitor = new PaperVisitor(_site);
        var page = await Text(await visitor.Open(token));
        Assert.All(Enumerable.Range(0, Files.Length), no => Assert.Contains($"href=\"/papers/{token}/{no}\"", page, StringComparison.Ordinal));

        var document = await visitor.Save(token, 1);
        var made = await _site.Engine.Papers.Make(Files[1], "zh-Hans", _person);
        Assert.Equal(made.Bytes, await document.Content.ReadAsByteArrayAsync());
        Assert.Equal(PageLayout.Docx, document.Content.Headers.ContentType!.MediaType);
        var disposition = document.Content.Headers.ContentDisposition!;
        Assert.Equal(("attachment", "信.docx"), (disposition.DispositionType, disposition.FileNameStar));
        Assert.True(document.Headers.CacheControl!.NoStore);

        var calendar = await visitor.Save(token, 2);
        Assert.Equal("text/calendar", calendar.Content.Headers.ContentType!.MediaType);
        Assert.Equal("BEGIN:VCALENDAR", await calendar.Content.ReadAsStringAsync());
        await Text(await visitor.Save(token, Files.Length), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task After_a_day_it_opens_nothing_and_is_swept()
    {
        var (token, unopened) = (await Make(), await Make());
        using var visitor = new PaperVisitor(_site);
        await Text(await visitor.Open(token));
        _site.Clock.Move(PaperLinkStore.Life);

        await Text(await visitor.Get(unopened));
        await Text(await visitor.Open(unopened), HttpStatusCode.NotFound);
        await Text(await visitor.Press(token, new string('a', 64)), HttpStatusCode.NotFound);
        Assert.Equal(2L, await Count());
        await _site.Engine.Writer.Write(null, session => PaperLinkStore.Purge(session, _site.Clock.GetUtcNow()));
        Assert.Equal(0L, await Count());
    }

    [Fact]
    public async Task The_purge_takes_what_is_over_and_leaves_the_rest()
    {
        using var purge = new Purge(_site.Engine, NullLogger<Purge>.Instance);
        await Make();
        _site.Clock.Move(PaperLinkStore.Life / 2);
        await Make();
        _site.Clock.Move(PaperLinkStore.Life / 2);

        await purge.Once();

        Assert.Equal(1L, await Count());
    }

    [Fact]
    public async Task While_the_talk_is_locked_nothing_is_shown()
    {
        foreach (var word in (string[])["设密码", "8305", "8305"])
        {
            await Say(word);
        }

        var (token, opened) = (await Make(), await Make());
        using var visitor = new PaperVisitor(_site);
        await Text(await visitor.Open(opened));
        _site.Clock.Move(Gatekeeper.Patience);

        await Text(await visitor.Open(token), HttpStatusCode.NotFound);
        await Text(await visitor.Get(opened), HttpStatusCode.NotFound);
        await Text(await visitor.Save(opened, 0), HttpStatusCode.NotFound);
        await Say("8305");
        Assert.Contains("甲方", await Text(await visitor.Open(token)), StringComparison.Ordinal);
        Assert.Contains("甲方", await Text(await visitor.Get(opened)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_go_when_all_is_forgotten_or_the_person_is_erased()
    {
        var token = await Make();
        var person = await _site.Engine.Writer.Write(null, session =>
        {
            var known = _site.Engine.Conversations.Find(session, Somebody)!;
            _site.Engine.PaperLinks.Store(session, known, new Forget(), _site.Clock.GetUtcNow());
            return known;
        });
        Assert.Equal(0L, await Count());
        using var visitor = new PaperVisitor(_site);
        await Text(await visitor.Open(token), HttpStatusCode.NotFound);

        token = await Make();
        await _site.Engine.Writer.Write(null, session =>
        {
            _site.Engine.Erasures.Begin(session, person, [], _site.Clock.GetUtcNow());
            return 0;
        });
        await Text(await visitor.Open(token), HttpStatusCode.NotFound);
        await _site.Engine.Eraser.Erase(_person);
        Assert.Equal(0L, await Count());
    }

    [Fact]
    public async Task Links_given_out_at_an_address_the_case_has_left_open_nothing()
    {
        var token = await Make();
        var said = await Say("找回码");
        var code = string.Concat(said.Where(char.IsAsciiDigit))[..16];
        await Say(code);
        await _site.Engine.Turns.Take(new Address("test", "p2"), new Said("test", "moved", code));

        using var visitor = new PaperVisitor(_site);
        Assert.Equal(_person, await _site.Engine.Turns.Meet(new Address("test", "p2")));
        await Text(await visitor.Open(token), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task After_five_wrong_links_even_a_good_one_waits()
    {
        var token = await Make();
        using var visitor = new PaperVisitor(_site);
        for (var i = 0; i < Guesses.Each; i++)
        {
            await Text(await visitor.Press($"wrong{i}", new string('a', 64)), HttpStatusCode.NotFound);
        }

        Assert.Contains("过一会儿", await Text(await visitor.Open(token), HttpStatusCode.NotFound), StringComparison.Ordinal);
        _site.Clock.Move(TimeSpan.FromMinutes(16));
        Assert.Contains("甲方", await Text(await visitor.Open(token)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_from_another_site_is_refused_and_uses_nothing_up()
    {
        var token = await Make();
        using var other = new HttpClient { BaseAddress = _site.Url };
        other.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await other.PostAsync(new Uri($"/papers/{token}", UriKind.Relative), new FormUrlEncodedContent([]))).StatusCode);

        using var visitor = new PaperVisitor(_site);
        await Text(await visitor.Open(token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("browser=")]
    [InlineData("browser=\0\ud83d")]
    [InlineData("{\"browser\":1}")]
    public async Task A_press_without_the_field_of_the_page_opens_too(string body)
    {
        var token = await Make();
        using var visitor = new PaperVisitor(_site);
        Assert.Contains("甲方", await Text(await visitor.Http.PostAsync(new Uri($"/papers/{token}", UriKind.Relative), new StringContent(body + new string('x', 10_000)))), StringComparison.Ordinal);
        Assert.Contains("甲方", await Text(await visitor.Get(token)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_is_for_this_page_alone_and_nothing_is_indexed_or_kept()
    {
        var token = await Make();
        using var visitor = new PaperVisitor(_site);
        visitor.Http.DefaultRequestHeaders.Host = "desk.example"; // https ends at the proxy before this name
        visitor.Http.DefaultRequestHeaders.Remove("Origin");
        visitor.Http.DefaultRequestHeaders.Add("Origin", "https://desk.example");
        var answer = await visitor.Press(token, new string('a', 64));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();

        Assert.Matches($"^__Secure-paper=[0-9a-f]{{64}}; max-age=86400; path=/papers/{token}; secure; samesite=strict; httponly$", cookie);
        Assert.Equal("noindex", answer.Headers.GetValues("X-Robots-Tag").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Neither_the_token_nor_what_is_behind_it_stands_in_the_row()
    {
        var token = await Make();

        var (lookup, content) = (await _site.Engine.Writer.Write(null, session => session.Query(
            "SELECT lookup, content FROM paper_link", row => (row.GetFieldValue<byte[]>(0), row.GetFieldValue<byte[]>(1))))).Single();

        Assert.Equal((32, 16), (token.Length, lookup.Length));
        Assert.DoesNotContain("甲方", Encoding.UTF8.GetString(content), StringComparison.Ordinal);
        Assert.DoesNotContain(token, Encoding.UTF8.GetString(content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_line_of_the_log_holds_a_token_however_much_is_logged()
    {
        var token = await Make();
        using var visitor = new PaperVisitor(_site);
        await Text(await visitor.Open(token));
        await Text(await visitor.Save(token, 1));
        await visitor.Http.GetAsync(new Uri($"/papers/{token}/x/y?code={token}", UriKind.Relative));
        _site.Get<ILoggerFactory>().CreateLogger("ChatHelper.Any").Log(LogLevel.Trace, default, "of our own", null, (words, _) => words);

        Assert.Contains(_log, line => line.Contains("of our own", StringComparison.Ordinal));
        Assert.DoesNotContain(_log, line => line.Contains(token, StringComparison.Ordinal) || line.Contains("/papers/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("zh-Hans")]
    [InlineData("zh-Hant")]
    [InlineData("en")]
    public void Every_word_is_written_and_until_it_is_opened_none_tells_what_it_is_about(string language)
    {
        var pages = new PaperPages(Samples.China.Value, language);
        string[] shown = [$"{pages.Closed("x", wechat: false)}", $"{pages.Closed("x", wechat: true)}", $"{pages.Shut()}", $"{pages.Shut(tooOften: true)}"];
        var open = $"{pages.Open("/papers/x", Files, [1, 200_000, null], wechat: true)}";

        Assert.All([.. shown, open], page => Assert.DoesNotMatch("(>|data-(copied|failed)=\")(open|shut|too|files|kept|copy|copied|save|title)([.-][a-z]+)*[<\"]|\\{", page));
        Assert.All(shown, page => Assert.DoesNotMatch("借|贷|貸|欠|催收|逾期|信息助手|loan|debt|collect", page));
        Assert.Contains("24", shown[0], StringComparison.Ordinal);
        Assert.Equal((false, true), (shown[0].Contains('…', StringComparison.Ordinal), shown[1].Contains('…', StringComparison.Ordinal)));
        Assert.Contains('…', open);
    }

    [Fact]
    public async Task A_message_that_is_tried_again_has_the_same_link()
    {
        var links = await _site.Engine.Writer.Write(null, session => new[] { 1L, 1, 2 }
            .Select(row => _site.Engine.PaperLinks.Make(session, _person, Files, "zh-Hans", _site.Clock.GetUtcNow(), row)).ToList());

        Assert.Equal(links[0], links[1]);
        Assert.NotEqual(links[0], links[2]);
        Assert.Equal(2, await Count());
    }

    private static async Task<string> Text(HttpResponseMessage answer, HttpStatusCode status = HttpStatusCode.OK)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == answer.StatusCode, $"{answer.StatusCode}: {text}");
        return text;
    }

    private static string Blank(string page) => page.Replace(PaperVisitor.BrowserIn(page), "", StringComparison.Ordinal);

    private Task<string> Make() => _site.Engine.Writer.Write(null, session => _site.Engine.PaperLinks.Make(session, _person, Files, "zh-Hans", _site.Clock.GetUtcNow()));

    private async Task<string> Say(string text) => string.Join('\n', (await _site.Engine.Turns.Take(Somebody, new Said("test", $"{_key++}", text))).Rows.Select(row => row.Reply.Text));

    private Task<long> Count() => _site.Engine.Writer.Write(null, session => (long)session.Scalar("SELECT count(*) FROM paper_link")!);

    /// <summary>Everything, with the scopes each line stands in.</summary>
    private sealed class Told(ConcurrentQueue<string> lines) : ILoggerProvider, ISupportExternalScope, ILogger
    {
        private IExternalScopeProvider? _scopes;

        public ILogger CreateLogger(string categoryName) => this;

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => _scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = new StringBuilder($"{logLevel} {formatter(state, exception)} {exception}");
            _scopes?.ForEachScope((scope, to) => to.Append(" => ").Append(scope), line);
            lines.Enqueue($"{line}");
        }

        public void Dispose()
        {
        }
    }
}
