using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace ChatHelper.Core.Tests.Standins;

/// <summary>What goes wrong, and that the token stays out of it.</summary>
public sealed class TelegramBotFailureTests : IDisposable
{
    private readonly RecordedBotApi _api = new();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task A_refusal_carries_code_words_and_parameters()
    {
        _api.Refuses(403, "Forbidden: bot was blocked by the user")
            .Refuses(400, "Bad Request: group chat was upgraded to a supergroup chat", """{"migrate_to_chat_id":-1001}""");
        var bot = _api.Client();

        var blocked = await Assert.ThrowsAsync<ApiRequestException>(() => bot.SendMessage(42, "x"));
        var moved = await Assert.ThrowsAsync<ApiRequestException>(() => bot.SendMessage(-1, "x"));

        Assert.Equal((403, "Forbidden: bot was blocked by the user"), (blocked.ErrorCode, blocked.Message));
        Assert.Null(blocked.Parameters);
        Assert.Equal(-1001, moved.Parameters!.MigrateToChatId);
    }

    [Fact]
    public async Task Too_many_requests_are_not_repeated_when_the_count_is_nought()
    {
        var tooFast = await Assert.ThrowsAsync<ApiRequestException>(
            () => _api.Refuses(429, "Too Many Requests", """{"retry_after":0}""").Client().SendMessage(42, "x"));

        Assert.Equal(429, tooFast.ErrorCode);
        Assert.Equal(0, tooFast.Parameters!.RetryAfter);
        Assert.Single(_api.Asked);
    }

    [Fact]
    public async Task By_default_a_request_is_sent_three_times_with_the_same_body()
    {
        using var letter = new MemoryStream("bytes"u8.ToArray());
        for (var i = 0; i < 3; i++)
        {
            _api.Refuses(429, "Too Many Requests", """{"retry_after":0}""");
        }

        await Assert.ThrowsAsync<ApiRequestException>(() => _api.Client(options => options.RetryCount = new TelegramBotClientOptions("1:a").RetryCount)
            .SendDocument(42, letter));

        Assert.Equal(3, _api.Asked.Count);
        Assert.Equal(_api.Asked[0].Body, _api.Asked[2].Body);
        Assert.Contains("bytes", _api.Asked[2].Body);
    }

    [Fact]
    public async Task A_wait_longer_than_the_threshold_is_not_waited_for()
    {
        var bot = _api.Refuses(429, "Too Many Requests", """{"retry_after":3600}""").Client(options => options.RetryCount = 3);

        Assert.Equal(3600, (await Assert.ThrowsAsync<ApiRequestException>(() => bot.SendMessage(42, "x"))).Parameters!.RetryAfter);
        Assert.Equal(60, new TelegramBotClientOptions("1:a").RetryThreshold);
    }

    [Theory]
    [InlineData("<html>502</html>", HttpStatusCode.BadGateway)]
    [InlineData("", HttpStatusCode.OK)]
    [InlineData("null", HttpStatusCode.OK)]
    [InlineData("""{"ok":true}""", HttpStatusCode.OK)]
    [InlineData("""{"ok":false,"result":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"}}}""", HttpStatusCode.OK)]
    [InlineData("""{"ok":false}""", HttpStatusCode.InternalServerError)]
    public async Task An_answer_that_makes_no_sense_is_a_request_exception_with_its_status(string body, HttpStatusCode status)
    {
        var failure = await Assert.ThrowsAsync<RequestException>(() => _api.GivesRaw(body, status).Client().SendMessage(42, "x"));
        Assert.Equal(status, failure.HttpStatusCode);
    }

    [Fact]
    public async Task No_connection_is_a_request_exception_that_keeps_its_cause()
    {
        var cause = new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused", new SocketException(111));
        var failure = await Assert.ThrowsAsync<RequestException>(() => _api.Fails(cause).Client().GetMe());

        Assert.Same(cause, failure.InnerException);
        Assert.Null(failure.HttpStatusCode);
        Assert.DoesNotContain(RecordedBotApi.Token, failure.ToString());
    }

    [Fact]
    public async Task A_time_out_is_a_request_exception_and_a_cancellation_stays_one()
    {
        await Assert.ThrowsAsync<RequestException>(() => _api.Fails(new TaskCanceledException("timed out")).Client().GetMe());

        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _api.Client().GetMe(stop.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _api.Client(cancellationToken: stop.Token).GetMe());
    }

    [Fact]
    public async Task A_refused_download_is_told_like_any_refusal()
    {
        using var copy = new MemoryStream();
        var refusal = await Assert.ThrowsAsync<ApiRequestException>(() => _api.Refuses(404, "Not Found").Client().DownloadFile("gone/file.jpg", copy));

        Assert.Equal(404, refusal.ErrorCode);
        Assert.Equal(0, copy.Length);
        await Assert.ThrowsAsync<ArgumentException>(() => _api.Client().DownloadFile(" ", copy));
    }

    [Fact]
    public void Client_and_options_do_not_tell_the_token_as_text()
    {
        Assert.DoesNotContain(RecordedBotApi.Token, $"{_api.Client()} {new TelegramBotClientOptions(RecordedBotApi.Token)}");
    }

#if !PUBLISHED_PACKAGES
    // FOR THE STAND-IN ALONE, because the published package FAILS both: it puts the text of any lower exception into its own
    // message, with the address and so the token when the handler below speaks of one, and its options show the token as a property.
    [Fact]
    public async Task A_failure_that_tells_the_address_is_told_again_without_it()
    {
        var address = $"http://127.0.0.1:8081/bot{RecordedBotApi.Token}/getMe";
        _api.Fails(new HttpRequestException($"GET {address} failed"))
            .Fails(new InvalidOperationException("outer", new IOException(Uri.EscapeDataString(address))))
            .Fails(new TaskCanceledException(address))
            .Fails(new HttpRequestException(address));
        var bot = _api.Client();

        for (var i = 0; i < 3; i++)
        {
            var failure = await Assert.ThrowsAsync<RequestException>(() => bot.GetMe());
            Assert.DoesNotContain(RecordedBotApi.Token[11..], failure.ToString());
            Assert.Null(failure.InnerException);
        }

        using var copy = new MemoryStream();
        Assert.DoesNotContain(RecordedBotApi.Token[11..], (await Assert.ThrowsAsync<RequestException>(() => bot.DownloadFile("a/b", copy))).ToString());
    }

    [Fact]
    public void Options_taken_apart_by_a_logger_do_not_show_the_token() =>
        Assert.DoesNotContain(RecordedBotApi.Token[11..], JsonSerializer.Serialize(new TelegramBotClientOptions(RecordedBotApi.Token)));
#endif
}
