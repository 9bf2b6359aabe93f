using System.Collections.Concurrent;
using System.Text.Json;

namespace ChatHelper.Fakes.Chats;

/// <summary>A file; its bytes are left out when nobody will ask for them.</summary>
internal sealed record StoredFile(string Id, string Name, string Mime, byte[] Bytes, int Length, string Path)
{
    public void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, bool withPath)
    {
        json.WriteStartObject(name);
        WriteFields(json, withPath);
        json.WriteEndObject();
    }

    public void WriteFields(Utf8JsonWriter json, bool withPath)
    {
        json.WriteString("file_id"u8, Id);
        json.WriteString("file_unique_id"u8, "U" + Id);
        json.WriteNumber("file_size"u8, Length);
        if (withPath)
        {
            json.WriteString("file_path"u8, Path);
        }
        else
        {
            json.WriteString("file_name"u8, Name);
            json.WriteString("mime_type"u8, Mime);
        }
    }
}

/// <summary>Files of persons and of the bot, by file_id and by download path.</summary>
internal sealed class Files
{
    private readonly ConcurrentDictionary<string, StoredFile> _byId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, StoredFile> _byPath = new(StringComparer.Ordinal);
    private int _last;

    public StoredFile Keep(string name, string mime, byte[] bytes, bool remember = true)
    {
        var number = Interlocked.Increment(ref _last);
        var file = new StoredFile($"BQACAgUAAxkBAAI{number:D8}", name, mime, remember ? bytes : [], bytes.Length, $"documents/file_{number}{System.IO.Path.GetExtension(name)}");
        return remember ? _byPath[file.Path] = _byId[file.Id] = file : file;
    }

    public StoredFile? ById(string? id) => id is not null && _byId.TryGetValue(id, out var file) ? file : null;

    public StoredFile? AtPath(string path) => _byPath.GetValueOrDefault(path);
}
