namespace Telegram.Bot.Types;

/// <summary>A file that Telegram holds.</summary>
public abstract class FileBase
{
    /// <summary>Fetches or sends the file again; good for this bot only.</summary>
    public string FileId { get; set; } = default!;

    /// <summary>The same for every bot and over time; cannot be used to fetch.</summary>
    public string FileUniqueId { get; set; } = default!;

    /// <summary>Bytes, when known.</summary>
    public long? FileSize { get; set; }
}

/// <summary>A file ready for download.</summary>
public class TGFile : FileBase
{
    public string? FilePath { get; set; }
}

/// <summary>One size of a picture.</summary>
public class PhotoSize : FileBase
{
    public int Width { get; set; }

    public int Height { get; set; }
}

/// <summary>Any file.</summary>
public class Document : FileBase
{
    public string? FileName { get; set; }

    public string? MimeType { get; set; }
}

/// <summary>A film without sound; Telegram sends it as a document too.</summary>
public class Animation : FileBase
{
    public int Duration { get; set; }

    public string? FileName { get; set; }

    public string? MimeType { get; set; }
}

/// <summary>A sound file; the duration is in seconds.</summary>
public class Audio : FileBase
{
    public int Duration { get; set; }

    public string? FileName { get; set; }

    public string? MimeType { get; set; }
}

/// <summary>A voice message; the duration is in seconds.</summary>
public class Voice : FileBase
{
    public int Duration { get; set; }

    public string? MimeType { get; set; }
}

/// <summary>A film; the duration is in seconds.</summary>
public class Video : FileBase
{
    public int Width { get; set; }

    public int Height { get; set; }

    public int Duration { get; set; }

    public string? FileName { get; set; }

    public string? MimeType { get; set; }
}
