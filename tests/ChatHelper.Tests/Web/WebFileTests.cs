using System.Net;
using System.Net.Http.Json;

namespace ChatHelper.Tests.Web;

public sealed class WebFileTests : IAsyncLifetime
{
    private Site _site = null!;

    public async Task InitializeAsync() => _site = await Site.Start();

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task A_picture_is_kept_once_however_often_it_is_sent()
    {
        using var visitor = await Visitor.Open(_site);
        var key = visitor.Key();
        byte[] picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

        Assert.Equal(HttpStatusCode.OK, (await visitor.Give(picture, "截图.png", key)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Give(picture, "截图.png", key)).StatusCode);

        Assert.Contains(await visitor.Until("收到了", after: "0"), heard => heard.Text.Contains("截图.png", StringComparison.Ordinal));
        Assert.Equal(1L, await _site.Engine.Writer.Write(null, session => (long)session.Scalar("SELECT count(*) FROM file")!));
    }

    [Theory]
    [InlineData(100, "不能收")]
    [InlineData((20 << 20) + 1, "太大")]
    [InlineData(21 << 20, "太大")]
    [InlineData(24 << 20, "太大")]
    public async Task What_is_not_kept_is_said_so(int size, string word)
    {
        using var visitor = await Visitor.Open(_site);

        // Beyond the limit the server answers before it has read everything; the sender may see a broken connection.
        try
        {
            await visitor.Give(new byte[size], "x.exe", visitor.Key());
        }
        catch (HttpRequestException)
        {
            Assert.True(size >= 21 << 20);
        }

        Assert.Contains(await visitor.Until(word, after: "0"), heard => heard.Text.Contains(word, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_letter_comes_in_the_stream_as_text_to_read_and_as_a_document_to_save()
    {
        using var visitor = await Visitor.Open(_site);
        await visitor.Say("3");
        await visitor.Say("小禾");
        var letter = (await visitor.Until("一封信", after: "0"))[^1];

        var (document, text) = (letter.Files[0], letter.Files[1]);
        Assert.Equal("D01-2026-11-18.docx", document.GetProperty("name").GetString());
        Assert.Equal("PK"u8.ToArray(), document.GetProperty("bytes").GetBytesFromBase64()[..2]);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, document.GetProperty("text").ValueKind);
        Assert.Contains("我是小禾", text.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, letter.Reply.GetProperty("files").GetArrayLength());
    }

    [Fact]
    public async Task A_file_without_a_key_or_in_another_form_is_refused()
    {
        using var visitor = await Visitor.Open(_site);

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Give([1], "x", "short")).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await visitor.Http.PostAsJsonAsync("/chat/file", new { })).StatusCode);
    }
}
