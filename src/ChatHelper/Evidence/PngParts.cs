using System.Buffers.Binary;
using System.Text;

namespace ChatHelper.Evidence;

/// <summary>One chunk of a PNG: from its length to its checksum.</summary>
internal sealed record PngPart(string Name, int Start, int End);

/// <summary>The chunks of a PNG, up to the last or to where they are cut off.</summary>
internal static class PngParts
{
    public static IReadOnlyList<PngPart> Of(ReadOnlySpan<byte> bytes)
    {
        List<PngPart> parts = [];
        for (var at = 8; at + 12 <= bytes.Length;)
        {
            var end = at + 12L + BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (end > bytes.Length)
            {
                break;
            }

            parts.Add(new PngPart(Encoding.Latin1.GetString(bytes.Slice(at + 4, 4)), at, (int)end));
            if (parts[^1].Name == "IEND")
            {
                break;
            }

            at = (int)end;
        }

        return parts;
    }
}
