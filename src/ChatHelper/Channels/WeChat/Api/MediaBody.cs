using ChatHelper.Evidence;

namespace ChatHelper.Channels.WeChat.Api;

/// <summary>Bytes of a file, or the JSON that comes instead of them with the same status.</summary>
internal static class MediaBody
{
    private const int Chunk = 64 << 10;

    /// <summary>Copies no more than may be kept and one chunk, which tells that there is more.</summary>
    public static async Task<ApiAnswer> Copy(HttpContent content, Stream to, CancellationToken stop)
    {
        await using var from = await content.ReadAsStreamAsync(stop);
        var bytes = new byte[Chunk];
        var count = await from.ReadAtLeastAsync(bytes, Chunk, throwOnEndOfStream: false, stop);
        if (IsWords(content.Headers.ContentType?.MediaType) || (count > 0 && bytes[0] == '{'))
        {
            return ApiHttp.Read(bytes.AsMemory(0, count));
        }

        for (long copied = 0; count > 0; count = await from.ReadAsync(bytes, stop))
        {
            await to.WriteAsync(bytes.AsMemory(0, count), stop);
            copied += count;
            if (copied > FileStore.Largest)
            {
                break;
            }
        }

        return ApiAnswer.Done;
    }

    private static bool IsWords(string? type) => type is not null
        && (type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || type.Equals("application/json", StringComparison.OrdinalIgnoreCase));
}
