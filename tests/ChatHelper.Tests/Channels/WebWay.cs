using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using ChatHelper.Channels.Web;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Tests.Web;

namespace ChatHelper.Tests.Contract;

/// <summary>On the web page words are posted and answers come over one stream, documents inside them.</summary>
internal sealed class WebWay : Way, IDisposable
{
    private readonly Visitor _visitor;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<JsonElement> _questions = [];
    private readonly Lock _gate = new();
    private long _heard;

    private WebWay(Engine engine, Address address, Visitor visitor) : base(engine, address) => _visitor = visitor;

    public static async Task<WebWay> Open(Site site)
    {
        var visitor = await Visitor.Open(site);
        var address = Credential.Address(visitor.Cookies.GetAllCookies().Single().Value);
        var way = new WebWay(site.Engine, address, visitor);
        var answer = await visitor.Http.GetAsync(new Uri("/chat/events?after=0", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        _ = way.Listen(answer);
        return way;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _visitor.Dispose();
        _stop.Dispose();
    }

    protected override async Task Type(string text) => await Read(await _visitor.Say(text));

    protected override async Task Press(IReadOnlyList<ShownChoice> choices)
    {
        JsonElement question;
        lock (_gate)
        {
            question = _questions.Last(one => one.GetProperty("choices").EnumerateArray().Any(choice => choice.GetProperty("id").GetString() == choices[0].Id));
        }

        await Read(await _visitor.Press(question, [.. choices.Select(choice => choice.Id)]));
    }

    // A page has no words beside a file: they answer the question that comes after it.
    protected override async Task Send(string name, byte[] bytes, string caption)
    {
        using var answer = await _visitor.Give(bytes, name, _visitor.Key());
        await Read(JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()));
        if (caption.Length > 0)
        {
            await Type(caption);
        }
    }

    private async Task Read(JsonElement answer)
    {
        lock (_gate)
        {
            foreach (var last in answer.GetProperty("replies").EnumerateArray())
            {
                Read(last.GetProperty("reply"), last.GetProperty("files"));
            }
        }

        if ((await Waiting()) is [.., var row])
        {
            await Until(() => Task.FromResult(Interlocked.Read(ref _heard) >= row.Id));
        }
    }

    private async Task Listen(HttpResponseMessage answer)
    {
        try
        {
            await foreach (var item in SseParser.Create(await answer.Content.ReadAsStreamAsync(_stop.Token)).EnumerateAsync(_stop.Token))
            {
                if (item.EventType != "reply")
                {
                    continue;
                }

                var shown = JsonSerializer.Deserialize<JsonElement>(item.Data);
                lock (_gate)
                {
                    Read(shown.GetProperty("reply"), shown.GetProperty("files"));
                }

                Interlocked.Exchange(ref _heard, long.Parse(item.EventId!, System.Globalization.CultureInfo.InvariantCulture));
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException or HttpRequestException)
        {
            // The page was closed.
        }
    }

    private void Read(JsonElement reply, JsonElement files)
    {
        Heard.Add(reply.GetProperty("text").GetString()!);
        if (reply.GetProperty("choices").GetArrayLength() > 0)
        {
            _questions.Add(reply);
        }

        foreach (var file in files.EnumerateArray())
        {
            // The page puts the mark before a text that it saves.
            Papers.Add(new Paper(file.GetProperty("name").GetString()!, file.GetProperty("text").GetString() is { } text ? Encoding.UTF8.GetBytes($"\uFEFF{text}") : file.GetProperty("bytes").GetBytesFromBase64()));
        }
    }
}
