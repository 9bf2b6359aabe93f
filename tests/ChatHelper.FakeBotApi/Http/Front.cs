using System.Buffers;
using System.Net;
using System.Text.Json;
using ChatHelper.Fakes.Control;
using ChatHelper.Fakes.Methods;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Abstractions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ChatHelper.Fakes.Http;

/// <summary>Bare Kestrel without host or middleware: it starts in milliseconds and leaves the processor to the product.</summary>
internal sealed class Front(World world, Dispatcher dispatcher, ControlRoutes control) : IHttpApplication<Exchange>, IAsyncDisposable
{
    private KestrelServer? _server;

    public async Task<int> StartAsync(int port)
    {
        var kestrel = new KestrelServerOptions { AddServerHeader = false };
        kestrel.Limits.MaxRequestBodySize = BodyReading.Largest + (1 << 20);
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MinResponseDataRate = null;
        kestrel.Listen(IPAddress.Loopback, port);
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        _server = new KestrelServer(Options.Create(kestrel), transport, NullLoggerFactory.Instance);
        await _server.StartAsync(this, CancellationToken.None);
        var addresses = _server.Features.Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()!.Addresses;
        return new Uri(addresses.First()).Port;
    }

    public Exchange CreateContext(IFeatureCollection contextFeatures)
    {
        var container = contextFeatures as IHostContextContainer<Exchange>;
        var exchange = container?.HostContext ?? new Exchange();
        container?.HostContext = exchange;
        exchange.Http.Initialize(contextFeatures);
        return exchange;
    }

    public void DisposeContext(Exchange context, Exception? exception)
    {
        context.Http.Uninitialize();
        context.Clear();
    }

    public Task ProcessRequestAsync(Exchange context)
    {
        var path = context.Http.Request.Path.Value ?? "";
        if (path.StartsWith("/bot", StringComparison.Ordinal))
        {
            return CallAsync(context, path);
        }
        if (path.StartsWith("/file/bot", StringComparison.Ordinal))
        {
            return DownloadAsync(context.Http, path);
        }
        return path.StartsWith("/control/", StringComparison.Ordinal)
            ? control.AnswerAsync(context, path["/control/".Length..])
            : WriteAsync(context.Http, 404, """{"ok":false,"error_code":404,"description":"Not Found"}"""u8.ToArray());
    }

    public static async ValueTask ReadArgumentsAsync(Exchange context)
    {
        var http = context.Http;
        if (!await BodyReading.ReadAllAsync(http.Request.BodyReader, context.Body, http.RequestAborted))
        {
            throw new InvalidDataException("Request Entity Too Large");
        }
        await BodyReading.FillAsync(context.Call.Arguments, http.Request.ContentType, context.Body.WrittenMemory);
        if (http.Request.QueryString.HasValue)
        {
            context.Call.Arguments.ReadPlain(http.Request.Query.Select(q => KeyValuePair.Create(q.Key, q.Value.ToString())));
        }
    }

    public static async Task WriteAsync(HttpContext http, int status, ReadOnlyMemory<byte> body, string type = "application/json")
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        http.Response.ContentLength = body.Length;
        await http.Response.BodyWriter.WriteAsync(body);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is null)
        {
            return;
        }
        // A long poll may be waiting: a stop that is already cancelled closes it at once.
        await _server.StopAsync(new CancellationToken(canceled: true));
        _server.Dispose();
    }

    private async Task CallAsync(Exchange context, string path)
    {
        var (http, call) = (context.Http, context.Call);
        var slash = path.LastIndexOf('/');
        var tokenFits = slash > 4 && path.AsSpan(4, slash - 4).SequenceEqual(world.Options.Token);
        call.Method = dispatcher.Name(path.AsSpan(slash + 1));
        call.Gone = http.RequestAborted;
        if (world.Faults.ResetsBeforeReading(call.Method))
        {
            http.Abort();
            return;
        }
        try
        {
            await ReadArgumentsAsync(context);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or FormatException)
        {
            call.Refuse("can't parse request: " + e.Message);
        }
        var outcome = Outcome.Written;
        if (call.Answer.Error is null)
        {
            outcome = tokenFits ? await dispatcher.RunAsync(call) : Dispatcher.Unknown(call);
        }
        else
        {
            call.Answer.End();
        }
        if (world.Faults.DelayMs > 0)
        {
            await Task.Delay(world.Faults.DelayMs);
        }
        switch (outcome)
        {
            case Outcome.Dropped:
                http.Abort();
                break;
            case Outcome.BadGateway:
                await WriteAsync(http, 502, "<html><head><title>502 Bad Gateway</title></head></html>"u8.ToArray(), "text/html");
                break;
            default:
                await WriteAsync(http, call.Answer.Status, call.Answer.Body);
                break;
        }
    }

    private Task DownloadAsync(HttpContext http, string path)
    {
        var after = "/file/bot".Length + world.Options.Token.Length;
        var bytes = path.Length > after + 1 && path.AsSpan("/file/bot".Length).StartsWith(world.Options.Token) ? world.Files.AtPath(path[(after + 1)..])?.Bytes : null;
        return bytes is null
            ? WriteAsync(http, 404, """{"ok":false,"error_code":404,"description":"Not Found"}"""u8.ToArray())
            : WriteAsync(http, 200, bytes, "application/octet-stream");
    }
}
