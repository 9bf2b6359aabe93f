using ChatHelper.Pages;
using System.Net;
using System.Net.Http.Json;
using ChatHelper.Channels.Web;

namespace ChatHelper.Tests.Web;

public sealed class QrTests : IAsyncLifetime
{
    private Site _site = null!;

    public async Task InitializeAsync() => _site = await Site.Start();

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task A_short_text_becomes_a_drawing_that_holds_no_script_and_no_text()
    {
        using var visitor = await Visitor.Open(_site);
        var answer = await visitor.Http.PostAsJsonAsync("/chat/qr", new { text = "姐，别接陌生号码 <script>" });
        var svg = await answer.Content.ReadAsStringAsync();

        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("<svg", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("script", svg, StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual(svg, QrDrawing.Svg("别的"));
    }

    [Theory]
    [InlineData(300, HttpStatusCode.OK)]
    [InlineData(301, HttpStatusCode.BadRequest)]
    [InlineData(0, HttpStatusCode.BadRequest)]
    public async Task Only_a_short_text_is_drawn(int length, HttpStatusCode status)
    {
        using var visitor = await Visitor.Open(_site);

        Assert.Equal(status, (await visitor.Http.PostAsJsonAsync("/chat/qr", new { text = new string('字', length) })).StatusCode);
    }
}
