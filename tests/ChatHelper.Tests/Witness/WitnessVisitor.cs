using System.Net;
using System.Text.RegularExpressions;
using ChatHelper.Core.Turns;
using ChatHelper.Tests.Web;

namespace ChatHelper.Tests.Witness;

/// <summary>Somebody who was called, in a browser of their own without any script.</summary>
internal sealed class WitnessVisitor(Site site) : IAsyncDisposable
{
    private readonly Visitor _visitor = new(site);

    public static WitnessVisitor Of(Site site) => new(site);

    public Task<HttpResponseMessage> Open(string code) => Post("open", ("code", code));

    public Task<HttpResponseMessage> Read(string code, string relation, string when, string number, string said) =>
        Post("read", ("code", code), ("relation", relation), ("when", when), ("number", number), ("said", said));

    public Task<HttpResponseMessage> Withdraw(string code) => Post("withdraw", ("code", code));

    public Task<HttpResponseMessage> Tell(string code, string said, bool consents = true, byte[]? picture = null, string relation = "前同事", string when = "11月16日晚上九点", string number = "199 0000 1234")
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in new[] { ("code", code), ("relation", relation), ("when", when), ("number", number), ("said", said) })
        {
            form.Add(new StringContent(value), name);
        }

        if (consents)
        {
            form.Add(new StringContent("yes"), "consent");
        }

        if (picture is not null)
        {
            form.Add(new ByteArrayContent(picture), "picture", "截图.png");
        }

        return _visitor.Http.PostAsync(new Uri("/witness/tell", UriKind.Relative), form);
    }

    public Task<string> Page() => _visitor.Http.GetStringAsync(new Uri("/witness", UriKind.Relative));

    public ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        return ValueTask.CompletedTask;
    }

    public static async Task<string> Text(HttpResponseMessage answer, HttpStatusCode status = HttpStatusCode.OK)
    {
        Assert.Equal(status, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>The code in the words that a person was given to hand on.</summary>
    public static string CodeIn(IEnumerable<Reply> replies) => replies.Select(reply => Regex.Match(reply.Text, "#(?<code>[0-9A-Z-]{19})", RegexOptions.None, TimeSpan.FromSeconds(1)))
        .First(match => match.Success).Groups["code"].Value;

    private Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields) => _visitor.Http.PostAsync(
        new Uri($"/witness/{path}", UriKind.Relative), new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
}
