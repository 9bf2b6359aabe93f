using ChatHelper.Channels.WeChat;
using ChatHelper.Channels.WeChat.Callbacks;
using ChatHelper.Fakes.WeChat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatHelper.Tests.WeChat;

/// <summary>A callback on loopback: the door and the sealing of the product, and an answer that the test gives.</summary>
internal sealed class CallbackServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private CallbackServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public static async Task<CallbackServer> Started(FakeWeChat fake, TimeProvider clock, Func<WeChatMessage, Task<byte[]>> answer)
    {
        var options = WeChatOptions.Read(fake.Settings.GetValueOrDefault)!;
        var door = new CallbackDoor(options, clock);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet(WeChatOptions.Path, (RequestDelegate)(async http =>
        {
            if (door.Echo(CallbackQuery.Of(http.Request.Query)) is CallbackReading.Echo echo)
            {
                await http.Response.WriteAsync(echo.Text);
                return;
            }

            http.Response.StatusCode = 403;
        }));
        app.MapPost(WeChatOptions.Path, (RequestDelegate)(async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            switch (door.Read(CallbackQuery.Of(http.Request.Query), body.ToArray()))
            {
                case CallbackReading.Message { Said: var said, Sealed: var isSealed }:
                    var bytes = await answer(said);
                    await http.Response.Body.WriteAsync(isSealed && bytes is [(byte)'<', ..] ? ReplyXml.Sealed(said, bytes, options) : bytes);
                    break;
                case CallbackReading.Refused refused:
                    http.Response.StatusCode = refused.Status;
                    break;
            }
        }));
        await app.StartAsync();
        fake.Platform.Callback = new Uri(new Uri(app.Urls.First()), WeChatOptions.Path);
        return new CallbackServer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
