using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ChatHelper.Channels.WeChat;
using ChatHelper.Core.Turns;
using ChatHelper.Tests.Terminal;
using ChatHelper.Tests.WeChat;
using ChatHelper.Tests.Web;

namespace ChatHelper.Tests.Contract;

/// <summary>On WeChat choices are numbered lines, documents are words or stand behind a link, and what is long is asked for page by page.</summary>
internal sealed partial class WeChatWay(WeChatRig rig, string openId, bool certified) : Way(rig.Engine, WeChatReader.At(openId))
{
    private static readonly IReadOnlyList<string> s_next = [.. Lines("wechat.next"), .. Lines("wechat.next.copy"), .. Lines("wechat.before")], s_word = [.. Lines("wechat.next.word"), .. Lines("wechat.before.word")], s_last = Lines("wechat.last"), s_later = Lines("wechat.result");
    private int _read;

    protected override async Task Type(string text)
    {
        await rig.Fake.Deliver(rig.Fake.Say.Text(openId, text));
        await Read();
    }

    protected override Task Press(IReadOnlyList<ShownChoice> choices) => Type(string.Join(' ', choices.Select(Number)));

    // A picture has no words beside it: they answer the question that comes after it.
    protected override async Task Send(string name, byte[] bytes, string caption)
    {
        await rig.Fake.Deliver(rig.Fake.Say.Image(openId, bytes));
        await Read();
        if (caption.Length > 0)
        {
            await Type(caption);
        }
    }

    private async Task Read()
    {
        IReadOnlyList<string> seen = [];
        await Until(async () => (seen = [.. rig.Fake.Ledger.Texts(openId).Skip(_read)]) is not [] && (!certified || Ends(seen[^1], s_last) || (await Waiting()).Count == 0));
        seen = [.. rig.Fake.Ledger.Texts(openId).Skip(_read)];
        _read += seen.Count;
        foreach (var text in seen)
        {
            Heard.Add(s_next.Concat(s_last).Concat(s_word).Aggregate(text, (rest, line) => rest.Replace(line, "", StringComparison.Ordinal)));
            foreach (Match link in Link().Matches(text))
            {
                await Open(new Uri(link.Value).AbsolutePath);
            }
        }

        if (Ends(seen[^1], s_word) || Ends(seen[^1], s_last))
        {
            await Type("下一页");
        }
        else if (Ends(seen[^1], s_next))
        {
            await Type("2");
        }
        else if (!certified && (await Waiting()).Count > 0)
        {
            await Type("2"); // what is to be copied stands alone
        }
        else if (Ends(seen[^1], s_later))
        {
            await Type("1");
        }
    }

    // As it stands under the question that was shown last; of a yes or no the first is yes.
    private string Number(ShownChoice choice) => choice.Text.Length == 0 ? "1" : Heard.AsEnumerable().Reverse()
        .Select(text => Regex.Match(text, $"^([0-9]+) {Regex.Escape(choice.Text)}\r?$", RegexOptions.Multiline, TimeSpan.FromSeconds(1)))
        .First(match => match.Success).Groups[1].Value;

    private static bool Ends(string text, IReadOnlyList<string> lines) => lines.Any(line => text.EndsWith(line, StringComparison.Ordinal));

    private static IReadOnlyList<string> Lines(string id) =>
        [.. ScenarioTalk.China.Lines.Languages.Select(language => ScenarioTalk.China.Lines.Find(language, id)!.Text.Trim())];

    // Like a browser: the page, its button, each file that it offers.
    private async Task Open(string path)
    {
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = rig.Url };
        http.DefaultRequestHeaders.Add("Origin", rig.Url.GetLeftPart(UriPartial.Authority));
        var browser = PaperVisitor.BrowserIn(await http.GetStringAsync(new Uri(path, UriKind.Relative)));
        using var opened = await http.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent([KeyValuePair.Create("browser", browser)]));
        var page = await opened.Content.ReadAsStringAsync();
        for (var no = 0; page.Contains(string.Create(CultureInfo.InvariantCulture, $"href=\"{path}/{no}\""), StringComparison.Ordinal); no++)
        {
            using var saved = await http.GetAsync(new Uri($"{path}/{no}", UriKind.Relative));
            var name = saved.Content.Headers.ContentDisposition;
            Papers.Add(new Paper((name?.FileNameStar ?? name?.FileName ?? "").Trim('"'), await saved.Content.ReadAsByteArrayAsync()));
        }
    }

    [GeneratedRegex(@"https?://[^\s]+/papers/[A-Za-z0-9_-]+", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
