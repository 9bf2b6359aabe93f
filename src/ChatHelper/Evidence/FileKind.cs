namespace ChatHelper.Evidence;

/// <summary>What the bytes of a file say it is; its name and the sender's word for it count for nothing.</summary>
/// <param name="Word">As a conversation holds it: image, voice, video or document; <c>refused-…</c> for what is not kept, the
/// line <c>file.refused-…</c> says why.</param>
/// <param name="Mime">Media type it is handed out with; empty for what is not kept.</param>
internal sealed record FileKind(string Word, string Mime)
{
    /// <summary>Of plain text.</summary>
    public const string TextMime = "text/plain; charset=utf-8";

    /// <summary>Of text in the older Chinese encoding.</summary>
    public const string OlderTextMime = "text/plain; charset=gb18030";

    public const string Jpeg = "image/jpeg", Png = "image/png", Gif = "image/gif", Webp = "image/webp";

    private static readonly FileKind Empty = new("refused-empty", ""), Archive = new("refused-archive", ""), Program = new("refused-program", "");
    private static readonly FileKind TwoInOne = new("refused-two-in-one", ""), Other = new("refused-kind", "");

    /// <summary>It is kept.</summary>
    public bool IsKept => Mime.Length > 0;

    /// <summary>The bytes are a text.</summary>
    public bool IsText => Mime.StartsWith("text/", StringComparison.Ordinal);

    /// <summary>The kind of these bytes.</summary>
    public static FileKind Of(ReadOnlySpan<byte> bytes)
    {
        var kind = bytes switch
        {
            [] => Empty,
            [0xFF, 0xD8, 0xFF, ..] => Image(Jpeg),
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => Image(Png),
            _ when bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) => Image(Gif),
            _ when bytes.StartsWith("RIFF"u8) && bytes.Length >= 12 => OfRiff(bytes.Slice(8, 4)),
            _ when bytes.Length >= 12 && bytes[4..].StartsWith("ftyp"u8) => OfBrand(bytes.Slice(8, 4), bytes),
            _ => Sound(bytes) ?? Film(bytes) ?? Paper(bytes) ?? Refused(bytes) ?? TextKind.Of(bytes) ?? Other,
        };
        return kind.Word == "image" && PictureEnd.HidesAnother(bytes, kind.Mime) ? TwoInOne : kind;
    }

    private static FileKind Image(string mime) => new("image", mime);

    private static FileKind Voice(string mime) => new("voice", mime);

    private static FileKind Video(string mime) => new("video", mime);

    private static FileKind Document(string mime) => new("document", mime);

    private static FileKind OfRiff(ReadOnlySpan<byte> form) =>
        form.SequenceEqual("WEBP"u8) ? Image(Webp)
        : form.SequenceEqual("WAVE"u8) ? Voice("audio/wav")
        : form.SequenceEqual("AVI "u8) ? Video("video/x-msvideo")
        : Other;

    // One container for pictures, sound and films; the brand says which. An old telephone's sound has a film's brand.
    private static FileKind OfBrand(ReadOnlySpan<byte> brand, ReadOnlySpan<byte> bytes) =>
        Is(brand, "hei"u8) || Is(brand, "hev"u8) || Is(brand, "mif1"u8) || Is(brand, "msf1"u8) ? Image("image/heic")
        : Is(brand, "avi"u8) ? Image("image/avif")
        : Is(brand, "M4A"u8) || Is(brand, "M4B"u8) ? Voice("audio/mp4")
        : Is(brand, "qt "u8) ? Video("video/quicktime")
        : Is(brand, "3g"u8) ? bytes.IndexOf("vide"u8) >= 0 ? Video("video/3gpp") : Voice("audio/3gpp")
        : Is(brand, "iso"u8) || Is(brand, "mp4"u8) || Is(brand, "avc1"u8) || Is(brand, "M4V"u8) || Is(brand, "MSNV"u8) || Is(brand, "dash"u8) ? Video("video/mp4")
        : Other;

    private static FileKind? Sound(ReadOnlySpan<byte> bytes) =>
        Is(bytes, "OggS"u8) ? Voice("audio/ogg")
        : Is(bytes, "#!AMR"u8) ? Voice("audio/amr")
        : Is(bytes, "fLaC"u8) ? Voice("audio/flac")
        : Is(bytes, "ID3"u8) || bytes is [0xFF, 0xFB or 0xF3 or 0xF2, ..] ? Voice("audio/mpeg")
        : bytes is [0xFF, 0xF1 or 0xF9, ..] ? Voice("audio/aac")
        : null;

    private static FileKind? Film(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x1A, 0x45, 0xDF, 0xA3, ..] => Video(bytes[..Math.Min(64, bytes.Length)].IndexOf("webm"u8) >= 0 ? "video/webm" : "video/x-matroska"),
        [0, _, _, _, _, _, _, _, ..] when (Is(bytes[4..], "moov"u8) || Is(bytes[4..], "mdat"u8) || Is(bytes[4..], "wide"u8)) => Video("video/quicktime"),
        _ => null,
    };

    private static FileKind? Paper(ReadOnlySpan<byte> bytes) =>
        Is(bytes, "%PDF-"u8) ? Document("application/pdf")
        : Is(bytes, "PK\u0003\u0004"u8) || Is(bytes, "PK\u0005\u0006"u8) ? ZipNames.Kind(bytes) switch
        {
            "word" => Document("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            "xl" => Document("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            "program" => Program,
            _ => Archive,
        }
        : null;

    private static FileKind? Refused(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x1F, 0x8B, ..] or [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, ..] => Archive,
        _ when Is(bytes, "Rar!\u001A"u8) => Archive,
        _ => PictureEnd.IsProgram(bytes) ? Program : null,
    };

    private static bool Is(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> start) => bytes.StartsWith(start);
}
