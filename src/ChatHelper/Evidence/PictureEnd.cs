using System.Buffers.Binary;

namespace ChatHelper.Evidence;

/// <summary>Where a picture ends and what follows it. Telephones put a film or a second picture there, so other bytes alone are
/// only marked; a zip, a page, a paper or a program there is another file in disguise.</summary>
internal static class PictureEnd
{
    /// <summary>How many bytes the picture itself takes; all of them when its end is not found (cut off, or a kind whose end is
    /// not looked for).</summary>
    public static int Of(ReadOnlySpan<byte> bytes, string mime)
    {
        var end = mime switch
        {
            FileKind.Jpeg => JpegParts.End(bytes),
            FileKind.Png => PngParts.End(bytes),
            FileKind.Gif => GifEnd(bytes),
            FileKind.Webp => (int)Math.Min(bytes.Length, 8L + BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..])),
            _ => bytes.Length,
        };
        return end < 0 ? bytes.Length : end;
    }

    /// <summary>What follows the picture is a file that a program would open as another one.</summary>
    public static bool HidesAnother(ReadOnlySpan<byte> bytes, string mime)
    {
        var tail = bytes[Of(bytes, mime)..];
        if (tail.Length == 0)
        {
            return false;
        }

        var start = tail.TrimStart(" \t\r\n\0"u8);
        return ZipNames.End(tail) >= 0 || start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("Rar!\u001A"u8) || IsProgram(start)
            || tail.IndexOf("%PDF-"u8) >= 0 || HasTag(tail);
    }

    /// <summary>Begins like something that a computer runs.</summary>
    public static bool IsProgram(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [(byte)'M', (byte)'Z', ..] or [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => true,
        [0xCA, 0xFE, 0xBA, 0xBE, ..] or [0xCE or 0xCF, 0xFA, 0xED, 0xFE, ..] or [0xFE, 0xED, 0xFA, 0xCE or 0xCF, ..] => true,
        [(byte)'d', (byte)'e', (byte)'x', (byte)'\n', (byte)'0', ..] or [(byte)'#', (byte)'!', (byte)'/' or (byte)' ', ..] => true,
        _ => false,
    };

    private static bool HasTag(ReadOnlySpan<byte> tail)
    {
        for (var at = tail.IndexOf((byte)'<'); at >= 0;)
        {
            var rest = tail[(at + 1)..];
            if (Begins(rest, "html"u8) || Begins(rest, "script"u8) || Begins(rest, "!doctype"u8) || Begins(rest, "?php"u8) || Begins(rest, "svg"u8))
            {
                return true;
            }

            var next = rest.IndexOf((byte)'<');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    private static bool Begins(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> word) =>
        bytes.Length >= word.Length && System.Text.Ascii.EqualsIgnoreCase(bytes[..word.Length], word);

    // Header, colour table, then blocks until the trailer; the data of a block is a row of lengths with as many bytes.
    private static int GifEnd(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 13)
        {
            return -1;
        }

        var at = 13 + Table(bytes[10]);
        while (at < bytes.Length && bytes[at] is not 0x3B)
        {
            if (bytes[at] == 0x21)
            {
                at += 2;
            }
            else if (bytes[at] == 0x2C && at + 9 < bytes.Length)
            {
                at += 11 + Table(bytes[at + 9]);
            }
            else
            {
                return -1;
            }

            while (at < bytes.Length && bytes[at] != 0)
            {
                at += bytes[at] + 1;
            }

            at++;
        }

        return at < bytes.Length ? at + 1 : -1;
    }

    private static int Table(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
}
