using System.Buffers.Binary;

namespace ChatHelper.Evidence;

/// <summary>A copy of a picture without what the telephone wrote beside the pixels (place, time, device, comments, small previews).
/// Whole segments are left out; the coded pixels are taken over byte by byte, nothing is decoded. What can be seen in the picture
/// stays to be seen. Sound, films and papers carry such notes in too many places: no copy of them is offered.</summary>
internal static class CleanCopy
{
    private const byte App0 = 0xE0, App1 = 0xE1, App14 = 0xEE, App15 = 0xEF;
    private const int JfifLength = 18, AnimationAndAlpha = 0x12;

    // What decides how pixels look; all else (texts, times, EXIF, colour profiles with their remarks) is left out.
    private static readonly string[] PngKept = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "cICP", "sBIT", "acTL", "fcTL", "fdAT"];
    private static readonly string[] WebpKept = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF"];

    /// <summary>Whether a copy can be made of such a file.</summary>
    public static bool IsFor(string mime) => mime is FileKind.Jpeg or FileKind.Png or FileKind.Webp;

    /// <summary>The copy; null when the file is of another kind or its parts cannot be told apart.</summary>
    public static byte[]? Of(ReadOnlySpan<byte> bytes, string mime) => mime switch
    {
        FileKind.Jpeg => OfJpeg(bytes),
        FileKind.Png => OfPng(bytes),
        FileKind.Webp => OfWebp(bytes),
        _ => null,
    };

    private static byte[]? OfJpeg(ReadOnlySpan<byte> bytes)
    {
        var end = JpegParts.End(bytes);
        if (end < 0)
        {
            return null;
        }

        using var copy = new MemoryStream(bytes.Length);
        copy.Write(bytes[..2]);
        for (var at = JpegParts.First; at < end && JpegParts.Next(bytes, at) is { } part; at = part.End)
        {
            var segment = bytes[part.Start..part.End];
            switch (part.Marker)
            {
                case App0 when segment.Length >= JfifLength && segment[4..].StartsWith("JFIF\0"u8):
                    // Without its small preview, which may show what was cut away.
                    copy.Write([0xFF, App0, 0, JfifLength - 2, .. segment[4..(JfifLength - 2)], 0, 0]);
                    break;
                case App14 when segment[4..].StartsWith("Adobe"u8):
                    copy.Write(segment); // says how the colours are coded, nothing else
                    break;
                case App1 when Turned.Of(segment) is { } turn:
                    copy.Write(Turned.Alone(turn));
                    break;
                case >= App0 and <= App15 or JpegParts.Comment:
                    break;
                default:
                    copy.Write(segment);
                    break;
            }
        }

        return copy.ToArray();
    }

    private static byte[]? OfPng(ReadOnlySpan<byte> bytes)
    {
        var end = PngParts.End(bytes);
        if (end < 0 || PngParts.Next(bytes, PngParts.First) is not { } head || !head.Name(bytes).SequenceEqual("IHDR"u8))
        {
            return null;
        }

        using var copy = new MemoryStream(bytes.Length);
        copy.Write(bytes[..8]);
        for (var at = PngParts.First; at < end && PngParts.Next(bytes, at) is { } part; at = part.End)
        {
            if (IsKept(part.Name(bytes), PngKept))
            {
                copy.Write(bytes[part.Start..part.End]);
            }
        }

        return copy.ToArray();
    }

    private static byte[]? OfWebp(ReadOnlySpan<byte> bytes)
    {
        using var copy = new MemoryStream(bytes.Length);
        copy.Write(bytes[..12]);
        var end = PictureEnd.Of(bytes, FileKind.Webp);
        for (var at = 12; at + 8 <= end;)
        {
            var length = 8L + BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 4)..]);
            var padded = length + (length % 2);
            if (at + length > end)
            {
                return null;
            }

            var chunk = bytes.Slice(at, (int)Math.Min(padded, end - at));
            if (IsKept(chunk[..4], WebpKept))
            {
                copy.Write(Marked(chunk));
            }

            at += (int)padded;
        }

        var whole = copy.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(whole.AsSpan(4), (uint)(whole.Length - 8));
        return whole.Length > 12 ? whole : null;
    }

    private static bool IsKept(ReadOnlySpan<byte> name, string[] kept)
    {
        foreach (var one in kept)
        {
            if (System.Text.Ascii.Equals(name, one))
            {
                return true;
            }
        }

        return false;
    }

    // The head of an extended WebP says which chunks follow: those left out are no longer named.
    private static ReadOnlySpan<byte> Marked(ReadOnlySpan<byte> chunk)
    {
        if (!chunk.StartsWith("VP8X"u8) || chunk.Length < 9)
        {
            return chunk;
        }

        var head = chunk.ToArray();
        head[8] &= AnimationAndAlpha;
        return head;
    }
}
