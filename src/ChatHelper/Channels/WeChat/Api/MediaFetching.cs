using System.Text.Json;
using ChatHelper.Channels.Waiting;
using ChatHelper.Core.Turns;
using ChatHelper.Evidence;

namespace ChatHelper.Channels.WeChat.Api;

/// <summary>Fetches a picture, a voice or a film that a person sent and keeps it, before the turn that hears of it. By MediaId alone: the
/// address that comes with a picture is asked by nobody. A <see cref="FetchFile"/> whose FileId is the MediaId.</summary>
internal sealed class MediaFetching(WeChatOptions options, WeChatApi api, ApiHttp http, FileStore files, ILogger<MediaFetching> log)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <param name="person">Whose it is to be.</param>
    /// <param name="stop">The program ends: that is no refusal, the file is fetched after the next start.</param>
    /// <exception cref="Storage.StorageFault">The disk cannot take it.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<GivenFile> Fetch(SentFile sent, long person, CancellationToken stop)
    {
        var answer = ApiAnswer.Never;
        try
        {
            return await files.Keep(person, sent.Name, async to =>
            {
                answer = await Copy(sent.FileId, to, stop);
                if (!answer.IsDone)
                {
                    throw new NotFetched();
                }
            }, stop);
        }
        catch (NotFetched)
        {
            stop.ThrowIfCancellationRequested();
            WeChatApiLog.NoFile(log, $"{answer}", ApiOutcome.Why(answer.Code));

            // Most can be sent again; where the account may fetch nothing that would never help.
            return new GivenFile("", sent.Name, answer.Code == ApiOutcome.NoRight ? "refused-account" : "refused-fetch", 0, "");
        }
    }

    private async Task<ApiAnswer> Copy(string mediaId, Stream to, CancellationToken stop)
    {
        var answer = await api.Media(mediaId, Limit, (content, until) => MediaBody.Copy(content, to, until), stop);
        if (!answer.IsDone || answer.Body.ValueKind != JsonValueKind.Object)
        {
            return answer;
        }

        // A film is not handed out itself, but an address that it lies at.
        return FilmAddress(answer.Body) is { } film
            ? await http.Fetch(film, Limit, (content, until) => MediaBody.Copy(content, to, until), stop) is { Body.ValueKind: JsonValueKind.Undefined } copied ? copied : ApiAnswer.Unknown
            : ApiAnswer.Unknown;
    }

    // It has no token in it; what would travel in the open is asked for under https instead.
    private Uri? FilmAddress(JsonElement body)
    {
        if (!body.TryGetProperty("video_url", out var said) || said.ValueKind != JsonValueKind.String
            || !Uri.TryCreate(said.GetString(), UriKind.Absolute, out var address) || address.UserInfo.Length > 0
            || !options.MediaHosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        return address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback && options.Api.IsLoopback) ? address
            : address.Scheme == Uri.UriSchemeHttp && address.IsDefaultPort ? new UriBuilder(address) { Scheme = Uri.UriSchemeHttps, Port = -1 }.Uri
            : null;
    }

    private sealed class NotFetched : Exception;
}
