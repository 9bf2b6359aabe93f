using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ChatHelper.Channels.Telegram;
using ChatHelper.Tests.Start;
using ChatHelper.Watch;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace ChatHelper.Tests.Canary;

/// <summary>Goal C3: what goes wrong is told without the token that every address of the Bot API holds, and without what opens the keys.</summary>
public sealed class SecretTests
{
    private const string Secret = "AAkanari_token_of_nobody_0123456789", Token = $"1000001:{Secret}", Phrase = "kanari passphrase nobody uses 42";

    [Theory]
    [InlineData("")]
    [InlineData("no http at all")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9\r\n\r\n<html>123")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n{\"ok\":true,")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/bot{token}/getMe\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 80\r\n\r\n{\"ok\":false,\"error_code\":404,\"description\":\"/bot{token}/getMe\"}                    ")]
    [InlineData("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 7\r\n\r\n{token}")]
    public async Task A_fault_of_a_call_never_names_its_address(string answer)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var port = ((IPEndPoint)server.LocalEndpoint).Port;
        using var stop = new CancellationTokenSource();
        var serving = Serve(server, answer.Replace("{token}", Token, StringComparison.Ordinal), stop.Token);

        await Fails($"http://127.0.0.1:{port}");
        await stop.CancelAsync();
        await serving;
    }

    [Theory]
    [InlineData("http://127.0.0.1:{closed}")]
    [InlineData("https://127.0.0.1:{closed}")]
    [InlineData("https://nobody.invalid")]
    public Task A_server_that_is_not_there_is_no_reason_to_name_it_either(string url) =>
        Fails(url.Replace("{closed}", RealProgram.FreePort().ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));

    [Fact]
    public async Task A_start_tells_neither_passphrase_nor_token_whatever_is_wrong()
    {
        using var place = new Place();
        await File.WriteAllTextAsync(place.In("phrase"), Phrase);
        await File.WriteAllTextAsync(place.In("wrong"), $"{Phrase} not");
        await File.WriteAllTextAsync(place.In("short"), "kanari");
        (string, string)[] nowhere = [("TELEGRAM_TOKEN", Token), ("TELEGRAM_API_URL", $"http://127.0.0.1:{RealProgram.FreePort()}"), ("TELEGRAM_WEBHOOK", "0")];
        using (var worker = place.Start([], [], [("CHATHELPER_PASSPHRASE_FILE", place.In("phrase")), .. nowhere]))
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            while (!place.Said.Contains("cannot be reached", StringComparison.Ordinal) || !place.Said.Contains("Backups:", StringComparison.Ordinal))
            {
                Assert.False(worker.HasExited, place.Said);
                await Task.Delay(50, limit.Token);
            }

            await Place.Stop(worker, watched: false);
        }

        foreach (var file in new[] { "wrong", "short" })
        {
            using var worker = place.Start([], [], [("CHATHELPER_PASSPHRASE_FILE", place.In(file)), .. nowhere]);
            await worker.WaitForExitAsync();
            Assert.NotEqual(0, worker.ExitCode);
        }

        using (var worker = place.Start([], [], [("CHATHELPER_PASSPHRASE_FILE", place.In("phrase")), ("TELEGRAM_TOKEN", "kanari"), ("METRICS_TOKEN", "kanari")]))
        {
            await worker.WaitForExitAsync();
            Assert.NotEqual(0, worker.ExitCode);
        }

        Assert.DoesNotContain("kanari", place.Said, StringComparison.Ordinal);
    }

    private static async Task Fails(string url)
    {
        List<string> told = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => told.AddRange(activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}")),
        };
        ActivitySource.AddActivityListener(listener);
        var options = TelegramOptions.Read(name => name switch { "TELEGRAM_TOKEN" => Token, "TELEGRAM_API_URL" => url, _ => null })!;
        using var clients = new TelegramClients(options, new Signals(TimeProvider.System.GetUtcNow()), TimeProvider.System);
        var fault = await Assert.ThrowsAnyAsync<RequestException>(() => clients.Sending.GetMe());

        told.AddRange([TelegramOutcome.Words(fault), options.ToString(), $"{TelegramOutcome.Of(fault)}"]);
        for (Exception? level = fault is ApiRequestException ? null : fault; level is not null; level = level.InnerException)
        {
            told.Add($"{level} {level.HelpLink} {string.Join(' ', level.Data.Values.Cast<object>())}");
        }

        Assert.All(told, one => Assert.DoesNotContain(Secret, one, StringComparison.Ordinal));
    }

    private static async Task Serve(TcpListener server, string answer, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                using var one = await server.AcceptTcpClientAsync(stop);
                _ = await one.GetStream().ReadAsync(new byte[4096], stop);
                await one.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer), stop);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException)
        {
            // Nobody calls any more.
        }
    }
}
