namespace Telegram.Bot;

/// <summary>A client of the Bot API; the calls themselves are extension methods.</summary>
public interface ITelegramBotClient
{
    /// <summary>The bot's number.</summary>
    long BotId { get; }

    /// <summary>Time limit of a request; longer than that of a long poll.</summary>
    TimeSpan Timeout { get; set; }

    /// <summary>Sends a call and reads its result.</summary>
    /// <exception cref="ApiRequestException">The Bot API said no.</exception>
    /// <exception cref="RequestException">There was no answer, or none that could be read.</exception>
    Task<TResponse> SendRequest<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default);

    /// <summary>Copies a file of which <c>GetFile</c> told the path.</summary>
    Task DownloadFile(string filePath, Stream destination, CancellationToken cancellationToken = default);

    /// <summary>Copies a file of which <c>GetFile</c> told the path.</summary>
    Task DownloadFile(TGFile file, Stream destination, CancellationToken cancellationToken = default);
}
