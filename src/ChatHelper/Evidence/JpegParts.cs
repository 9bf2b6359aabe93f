using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace ChatHelper.Evidence;

/// <summary>One part of a JPEG: a marker with its segment, and behind a start of scan the coded pixels.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct JpegPart(byte Marker, int Start, int End);

/// <summary>The parts of a JPEG in order, from behind the start mark to the end mark, or to where they are cut off. They are walked
/// and not gathered: a small file can hold millions of empty ones.</summary>
internal static class JpegParts
{
    public const int First = 2;
    public const byte StartOfScan = 0xDA, EndOfImage = 0xD9, Comment = 0xFE;

    /// <summary>Index behind the end mark; -1 when there is none.</summary>
    public static int End(ReadOnlySpan<byte> bytes)
    {
        for (var at = First; Next(bytes, at) is { } part; at = part.End)
        {
            if (part.Marker == EndOfImage)
            {
                return part.End;
            }
        }

        return -1;
    }

    /// <summary>The part that begins here or behind fill bytes; null where they are cut off.</summary>
    public static JpegPart? Next(ReadOnlySpan<byte> bytes, int at)
    {
        while (at + 1 < bytes.Length && bytes[at] == 0xFF && bytes[at + 1] == 0xFF)
        {
            at++; // fill
        }

        if (at + 1 >= bytes.Length || bytes[at] != 0xFF)
        {
            return null;
        }

        var marker = bytes[at + 1];
        var end = marker is EndOfImage or 0x01 or (>= 0xD0 and <= 0xD8) ? at + 2
            : at + 4 <= bytes.Length ? at + 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..])
            : bytes.Length + 1;
        end = marker == StartOfScan ? EndOfPixels(bytes, end) : end;
        return end > bytes.Length || end < at + 2 ? null : new JpegPart(marker, at, end);
    }

    // In coded pixels 0xFF stands before 0 (a value), a restart mark, or the next marker.
    private static int EndOfPixels(ReadOnlySpan<byte> bytes, int at)
    {
        while (at + 1 < bytes.Length)
        {
            var next = bytes[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= bytes.Length)
            {
                break;
            }

            at += next;
            if (bytes[at + 1] is not (0x00 or 0xFF or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }

            at += bytes[at + 1] == 0xFF ? 1 : 2;
        }

        return bytes.Length;
    }
}
