using System.Buffers.Binary;

namespace ChatHelper.Evidence;

/// <summary>Which way up a photo is held: the one note of a camera without which a page lies on its side.</summary>
internal static class Turned
{
    private const int Orientation = 0x0112, Head = 10, EntryLength = 12;

    /// <summary>2 to 8 from an EXIF segment; null when it is none, says nothing, or the photo stands as it is.</summary>
    public static byte? Of(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < Head + 14 || !segment[4..].StartsWith("Exif\0\0"u8))
        {
            return null;
        }

        var tiff = segment[Head..];
        var little = tiff[0] == (byte)'I';
        var at = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (at + 2L > tiff.Length)
        {
            return null;
        }

        var entries = tiff[(int)at..];
        var count = Short(entries, little);
        for (var i = 0; i < count && 2 + ((i + 1) * EntryLength) <= entries.Length; i++)
        {
            var entry = entries.Slice(2 + (i * EntryLength), EntryLength);
            if (Short(entry, little) == Orientation)
            {
                return Short(entry[8..], little) is > 1 and <= 8 and var turn ? (byte)turn : null;
            }
        }

        return null;
    }

    /// <summary>An EXIF segment that says nothing else.</summary>
    public static byte[] Alone(byte turn) =>
    [
        0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0,
    ];

    private static int Short(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
