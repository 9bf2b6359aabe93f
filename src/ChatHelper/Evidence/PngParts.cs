using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace ChatHelper.Evidence;

/// <summary>One chunk of a PNG: from its length to its checksum.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PngPart(int Start, int End)
{
    public ReadOnlySpan<byte> Name(ReadOnlySpan<byte> bytes) => bytes.Slice(Start + 4, 4);
}

/// <summary>The chunks of a PNG, up to the last or to where they are cut off. They are walked and not gathered: a small file can
/// hold hundreds of thousands of empty ones.</summary>
internal static class PngParts
{
    public const int First = 8;

    /// <summary>Index behind the last chunk; -1 when there is none.</summary>
    public static int End(ReadOnlySpan<byte> bytes)
    {
        for (var at = First; Next(bytes, at) is { } part; at = part.End)
        {
            if (part.Name(bytes).SequenceEqual("IEND"u8))
            {
                return part.End;
            }
        }

        return -1;
    }

    /// <summary>The chunk that begins here; null where they are cut off.</summary>
    public static PngPart? Next(ReadOnlySpan<byte> bytes, int at) =>
        at + 12 <= bytes.Length && at + 12L + BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]) is var end && end <= bytes.Length
            ? new PngPart(at, (int)end)
            : null;
}
