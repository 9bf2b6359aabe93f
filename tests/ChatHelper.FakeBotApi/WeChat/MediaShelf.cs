using System.Collections.Concurrent;
using System.Globalization;

namespace ChatHelper.Fakes.WeChat;

/// <summary>Temporary media, by MediaId.</summary>
public sealed class MediaShelf
{
    private readonly ConcurrentDictionary<string, Medium> _media = new(StringComparer.Ordinal);
    private long _last;

    /// <summary>Keeps bytes; returns their MediaId.</summary>
    public string Keep(byte[] bytes, string mime, string extension)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"media-{Interlocked.Increment(ref _last):D8}_{extension}");
        _media[id] = new Medium(bytes, mime, $"{id}.{extension}");
        return id;
    }

    /// <summary>Three days are over.</summary>
    public void Drop(string id) => _media.TryRemove(id, out _);

    internal Medium? Of(string id) => _media.GetValueOrDefault(id);

    internal sealed record Medium(byte[] Bytes, string Mime, string Name);
}
