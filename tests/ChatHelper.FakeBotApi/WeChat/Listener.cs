using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ChatHelper.Fakes.WeChat;

/// <summary>Bare Kestrel in front of the API.</summary>
internal sealed class Listener(ApiSide api, ApiFaults faults, WeChatLedger ledger, TimeProvider clock) : IHttpApplication<HttpContext>, IAsyncDisposable
{
    private KestrelServer? _server;

    public async Task<int> Start()
    {
        var kestrel = new KestrelServerOptions { AddServerHeader = false };
        kestrel.Listen(IPAddress.Loopback, 0);
        _server = new KestrelServer(Options.Create(kestrel), new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance), NullLoggerFactory.Instance);
        await _server.StartAsync(this, CancellationToken.None);
        return new Uri(_server.Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
    }

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var fault = faults.Strike(path);
        if (fault is { Delay.Ticks: > 0 })
        {
            await Task.Delay(fault.Delay);
        }

        if (fault is { DropsBefore: true })
        {
            ledger.Add(new Called(path, -2, ""));
            context.Abort();
            return;
        }

        if (fault is { Status: { } status })
        {
            ledger.Add(new Called(path, -status, ""));
            context.Response.StatusCode = status;
            context.Response.Headers.Location = fault.Location;
            return;
        }

        var answered = fault is { Code: { } code } ? new Answered(code, fault.Message) : api.Run(path, context.Request.Query, body);
        ledger.Add(new Called(path, answered.Code, answered.OpenId));
        if (fault is { DropsAfter: true })
        {
            context.Abort();
            return;
        }

        context.Response.Headers.Date = clock.GetUtcNow().ToString("R");
        await Write(context.Response, fault?.Body is { } text ? answered with { Json = text, Bytes = null } : answered);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.StopAsync(new CancellationToken(canceled: true));
            _server.Dispose();
        }
    }

    private static async Task Write(HttpResponse response, Answered answered)
    {
        if (answered.Bytes is { } bytes)
        {
            response.ContentType = answered.Mime;
            response.Headers.ContentDisposition = $"attachment; filename=\"{answered.Name}\"";
            response.ContentLength = bytes.Length;
            await response.Body.WriteAsync(bytes);
            return;
        }

        response.ContentType = "application/json; encoding=utf-8"; // as the platform says it
        await response.WriteAsync(answered.Json ?? $$"""{"errcode":{{answered.Code}},"errmsg":{{JsonSerializer.Serialize(answered.Message)}}}""");
    }
}
