using System.Net;
using System.Text.RegularExpressions;
using ChatHelper.Desk.Accounts;
using ChatHelper.Tests.Desk;

namespace ChatHelper.Tests.Canary;

/// <summary>The first lead of the desk, by the link that the worker prints, and the browser of a witness.</summary>
internal sealed partial class Staff(Place place) : IDisposable
{
    public const string Password = "hollow kanari lantern 47";
    private readonly CookieContainer _cookies = new();
    private HttpClient? _http;

    /// <summary>What only this browser and the desk know.</summary>
    public List<string> Secrets { get; } = [Password];

    public List<byte[]> Keys { get; } = [];

    private HttpClient Http => _http ??= Browser();

    public async Task Enrol()
    {
        var link = LinkShape().Match(place.Said).Value;
        var form = Sitting.Fields(await Http.GetStringAsync(new Uri(link)));
        (form["name"], form["password"], form["again"]) = ("小禾", Password, Password);
        var confirm = await Read(await Post("/desk/enter", form));
        var secret = SecretShape().Match(confirm).Groups["letters"].Value.Replace(" ", "", StringComparison.Ordinal);
        Keys.Add(Sitting.KeyOf(secret));
        form = Sitting.Fields(confirm);
        form["digits"] = Totp.Code(Keys[0], Totp.StepOf(TimeProvider.System.GetUtcNow()));
        var recovery = await Read(await Post("/desk/enrol", form));
        Secrets.AddRange([secret, new Uri(link).Query["?code=".Length..], .. RecoveryShape().Matches(recovery).Select(match => match.Groups["code"].Value)]);
        Assert.True(Secrets.Count > 4, recovery);
        Secrets.AddRange(_cookies.GetAllCookies().Select(cookie => cookie.Value));
    }

    /// <summary>Takes all cases that wait, reads and answers each.</summary>
    public async Task<int> Serve()
    {
        var cases = CaseShape().Matches(await Http.GetStringAsync("/desk")).Select(match => match.Value).Distinct().ToList();
        foreach (var one in cases)
        {
            await Post($"{one}/claim", Sitting.Fields(await Http.GetStringAsync(one)));
            var form = Sitting.Fields(await Http.GetStringAsync(one));
            form["text"] = $"{Person.Word}，我在。{Person.Number}0000 是谁的？{Person.Latin}";
            await Post($"{one}/reply", form);
        }

        return cases.Count;
    }

    public async Task Close()
    {
        foreach (var one in CaseShape().Matches(await Http.GetStringAsync("/desk")).Select(match => match.Value).Distinct().ToList())
        {
            await Post($"{one}/close", Sitting.Fields(await Http.GetStringAsync(one)));
        }
    }

    /// <summary>A witness, with a picture larger than any buffer.</summary>
    public async Task<bool> Testify(string code)
    {
        using var browser = Browser();
        var picture = Evidence.Pictures.Jpeg([.. Enumerable.Repeat(Evidence.Pictures.Segment(0xFE, System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Person.Word, 5000)))), 12)]);
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in new[] { ("code", code), ("relation", $"{Person.Word}的同事"), ("when", "11月16日晚上九点"), ("number", $"{Person.Number}1234"), ("said", $"{Person.Latin}说{Person.Word}欠钱"), ("consent", "yes") })
        {
            form.Add(new StringContent(value), name);
        }

        form.Add(new ByteArrayContent(picture), "picture", $"{Person.Word}.jpg");
        using var answer = await browser.PostAsync(new Uri("/witness/tell", UriKind.Relative), form);
        return answer.IsSuccessStatusCode;
    }

    /// <summary>Calls that go wrong, with what must not be told.</summary>
    public async Task Stumble(params string[] secrets)
    {
        using var browser = Browser();
        foreach (var secret in secrets)
        {
            browser.DefaultRequestHeaders.Remove("Authorization");
            browser.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {secret}");
            browser.DefaultRequestHeaders.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", secret);
            browser.DefaultRequestHeaders.TryAddWithoutValidation("Cookie", $"desk={secret}; chat={secret}");
            await browser.GetAsync("/metrics");
            await browser.GetAsync("/desk");
            await browser.PostAsync("/chat/say", new StringContent($"{{\"text\":\"{Person.Word}{secret}", System.Text.Encoding.UTF8, "application/json"));
            await browser.PostAsync("/chat/recover", new StringContent($"{{\"code\":\"{secret} {Person.Number}\"}}", System.Text.Encoding.UTF8, "application/json"));
            await browser.PostAsync("/witness/open", new FormUrlEncodedContent([new("code", secret)]));
            await browser.PostAsync("/desk/sign-in", new FormUrlEncodedContent([new("name", Person.Word), new("password", secret), new("code", "1")]));
        }
    }

    public void Dispose() => _http?.Dispose();

    private static async Task<string> Read(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    private Task<HttpResponseMessage> Post(string path, Dictionary<string, string> form) => Http.PostAsync(path, new FormUrlEncodedContent(form));

    private HttpClient Browser()
    {
        var browser = new HttpClient(new HttpClientHandler { CookieContainer = _cookies, AllowAutoRedirect = false }) { BaseAddress = new Uri(place.Url) };
        browser.DefaultRequestHeaders.Add("Origin", place.Url);
        return browser;
    }

    [GeneratedRegex(@"http://\S+/desk/enter\?code=\S+", RegexOptions.None, 1000)]
    private static partial Regex LinkShape();

    [GeneratedRegex("<p class=\"secret\">(?<letters>[A-Z2-7 ]+)</p>", RegexOptions.None, 1000)]
    private static partial Regex SecretShape();

    [GeneratedRegex("<li>(?<code>[0-9A-Za-z -]{8,})</li>", RegexOptions.None, 1000)]
    private static partial Regex RecoveryShape();

    [GeneratedRegex("/desk/case/[0-9a-f]{32}", RegexOptions.None, 1000)]
    private static partial Regex CaseShape();
}
