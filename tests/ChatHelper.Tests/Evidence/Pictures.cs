using System.Buffers.Binary;
using System.Text;

namespace ChatHelper.Tests.Evidence;

/// <summary>Pictures put together by hand, with and without what telephones write beside the pixels.</summary>
internal static class Pictures
{
    public static readonly byte[] Pixels = [0x12, 0x34, 0xFF, 0x00, 0x56, 0xFF, 0xD0, 0x78, 0x9A];

    public static byte[] Jpeg(params byte[][] segments) =>
    [
        0xFF, 0xD8, .. segments.SelectMany(segment => segment),
        .. Segment(0xDB, [0, .. new byte[64]]), .. Segment(0xC0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]), .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), .. Pixels, 0xFF, 0xD9,
    ];

    public static byte[] Segment(byte marker, byte[] content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    public static byte[] Jfif(byte[]? preview = null) =>
        Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 72, 0, 72, (byte)(preview is null ? 0 : 1), (byte)(preview is null ? 0 : 1), .. preview ?? []]);

    /// <summary>EXIF as a telephone writes it: a maker, which way up, and whatever comes behind.</summary>
    public static byte[] Exif(byte turn, string more) => Segment(0xE1,
    [
        .. "Exif\0\0"u8, .. "II*\0"u8, 8, 0, 0, 0, 2, 0,
        0x0F, 0x01, 2, 0, 4, 0, 0, 0, .. "ACME"u8,
        0x12, 0x01, 3, 0, 1, 0, 0, 0, turn, 0, 0, 0,
        0, 0, 0, 0, .. Encoding.ASCII.GetBytes(more),
    ]);

    public static byte[] Png(params byte[][] chunks) =>
    [
        0x89, .. "PNG\r\n\u001A\n"u8, .. Chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]), .. chunks.SelectMany(chunk => chunk),
        .. Chunk("IDAT", Pixels), .. Chunk("IEND", []),
    ];

    public static byte[] Chunk(string name, byte[] content)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(name), .. content];
        return [.. Big(content.Length), .. body, .. Big((int)Crc(body))];
    }

    public static byte[] Webp(params byte[][] chunks)
    {
        byte[] body = [.. "WEBP"u8, .. chunks.SelectMany(chunk => chunk)];
        return [.. "RIFF"u8, .. Little(body.Length), .. body];
    }

    public static byte[] RiffChunk(string name, byte[] content) =>
        [.. Encoding.ASCII.GetBytes(name), .. Little(content.Length), .. content, .. content.Length % 2 == 1 ? new byte[1] : []];

    public static byte[] Gif() =>
        [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 1, 2, 3, 4, 5, 6, 0x21, 0xF9, 4, 0, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B];

    /// <summary>A zip with these names and nothing in them.</summary>
    public static byte[] Zip(params string[] names)
    {
        using var zip = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(zip, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                archive.CreateEntry(name);
            }
        }

        return zip.ToArray();
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }

    private static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Little(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
