using System.Text;
using ChatHelper.Core.Diary;

namespace ChatHelper.Evidence;

/// <summary>What the bytes of a file say it is; its name and the sender's word for it count for nothing.</summary>
/// <param name="Word">As a conversation holds it: image, voice, video or document.</param>
/// <param name="Mime">Media type it is handed out with.</param>
internal sealed record FileKind(string Word, string Mime)
{
    /// <summary>Of plain text.</summary>
    public const string TextMime = "text/plain; charset=utf-8";

    private static readonly FileKind Jpeg = new("image", "image/jpeg");
    private static readonly FileKind Png = new("image", "image/png");
    private static readonly FileKind Webp = new("image", "image/webp");
    private static readonly FileKind Pdf = new("document", "application/pdf");
    private static readonly FileKind Text = new("document", TextMime);
    private static readonly FileKind ChineseText = new("document", "text/plain; charset=gb18030");
    private static readonly FileKind Ogg = new("voice", "audio/ogg");
    private static readonly FileKind Mp3 = new("voice", "audio/mpeg");
    private static readonly FileKind Amr = new("voice", "audio/amr");
    private static readonly FileKind M4a = new("voice", "audio/mp4");
    private static readonly FileKind Mp4 = new("video", "video/mp4");

    /// <summary>The bytes are a text.</summary>
    public bool IsText => Mime.StartsWith("text/", StringComparison.Ordinal);

    /// <summary>The kind of these bytes; null when it is none that is kept.</summary>
    public static FileKind? Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => Jpeg,
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
        _ when bytes.StartsWith("RIFF"u8) => bytes.Length >= 12 && bytes[8..].StartsWith("WEBP"u8) ? Webp : null,
        _ when bytes.StartsWith("%PDF-"u8) => Pdf,
        _ when bytes.StartsWith("OggS"u8) => Ogg,
        _ when bytes.StartsWith("#!AMR"u8) => Amr,
        _ when bytes.StartsWith("ID3"u8) => Mp3,
        [0xFF, 0xFB or 0xF3 or 0xF2, ..] => Mp3,
        _ when bytes.Length >= 12 && bytes[4..].StartsWith("ftyp"u8) => OfBrand(bytes.Slice(8, 4)),
        _ => LogFile.TextOf(bytes) is not { } encoding ? null : encoding is UTF8Encoding ? Text : ChineseText,
    };

    // The same box begins pictures (heic, avif) that nothing here can show.
    private static FileKind? OfBrand(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("M4A"u8) || brand.StartsWith("M4B"u8) ? M4a
        : brand.StartsWith("iso"u8) || brand.StartsWith("mp4"u8) || brand.StartsWith("avc1"u8) || brand.StartsWith("M4V"u8)
            || brand.StartsWith("MSNV"u8) || brand.StartsWith("dash"u8) ? Mp4
        : null;
}
