namespace Telegram.Bot.Types;

/// <summary>A file to send: bytes of ours, or one that Telegram already holds.</summary>
[JsonConverter(typeof(InputFileConverter<InputFile>))]
public abstract class InputFile
{
    public static implicit operator InputFile(Stream stream) => FromStream(stream);

    public static implicit operator InputFile(FileBase file) => FromFileId(file.FileId);

    /// <summary>Bytes to upload. Without a name, that of the file behind the stream is used, if there is one.</summary>
    public static InputFileStream FromStream(Stream stream, string? fileName = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new InputFileStream(stream, fileName ?? Path.GetFileName((stream as FileStream)?.Name));
    }

    /// <summary>A file by the id it once came with.</summary>
    public static InputFileId FromFileId(string fileId)
    {
        ArgumentNullException.ThrowIfNull(fileId);
        return new InputFileId(fileId);
    }
}

/// <summary>A file that Telegram holds.</summary>
[method: SetsRequiredMembers]
public class InputFileId(string id) : InputFile
{
    public required string Id { get; set; } = id;

    public override string ToString() => Id;
}

/// <summary>Bytes to upload; the stream is read once, when the request is sent.</summary>
[method: SetsRequiredMembers]
public class InputFileStream(Stream content, string? fileName = default) : InputFile
{
    public required Stream Content { get; set; } = content;

    public string? FileName { get; } = fileName;

    internal int Part { get; set; }

    public static implicit operator InputFileStream(Stream stream) => new(stream);
}
