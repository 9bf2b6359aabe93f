using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace ChatHelper.Tests.Canary;

/// <summary>Looks through bytes for needles, and through what is packed in them: gzip, zip entries and zlib streams at any place, bare deflate at the start of a file.</summary>
internal sealed class Scanner(Needles needles)
{
    private const int Deepest = 3, MostUnpacked = 64 << 20, Piece = 1 << 20;
    private static readonly SearchValues<string> Packed = SearchValues.Create(["\u001F\u008B\u0008", "PK\u0003\u0004", "\u0078\u0001", "\u0078\u005E", "\u0078\u009C", "\u0078\u00DA"], StringComparison.Ordinal);

    /// <summary>Bytes looked through, packed ones once more when unpacked.</summary>
    public long Bytes { get; private set; }

    public IReadOnlyList<string> InFile(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        List<string> hits = [];
        var kept = new byte[Piece + needles.Longest + 4];
        for (int carried = 0, read; (read = file.ReadAtLeast(kept.AsSpan(carried, Piece), Piece, throwOnEndOfStream: false)) > 0;)
        {
            var text = Encoding.Latin1.GetString(kept, 0, carried + read);
            hits.AddRange(Plain(text));
            Bytes += read;
            if (hits.Count > 20)
            {
                break;
            }

            carried = Math.Min(needles.Longest, text.Length);
            kept.AsSpan(text.Length - carried, carried).CopyTo(kept);
        }

        hits.AddRange(InPacked(file));
        return hits;
    }

    public IReadOnlyList<string> InBytes(byte[] bytes, int depth = 0)
    {
        Bytes += bytes.Length;
        List<string> hits = [.. Plain(Encoding.Latin1.GetString(bytes))];
        using var stream = new MemoryStream(bytes);
        hits.AddRange(InPacked(stream, depth));
        return hits;
    }

    private IEnumerable<string> Plain(string text)
    {
        for (int from = 0, next; (next = text.AsSpan(from).IndexOfAny(needles.Any)) >= 0; from += next + 1)
        {
            yield return needles.NameAt(text.AsSpan(from + next));
        }
    }

    private List<string> InPacked(Stream stream, int depth = 0)
    {
        List<string> hits = [];
        if (depth >= Deepest || stream.Length == 0 || stream.Length > int.MaxValue)
        {
            return hits;
        }

        stream.Position = 0;
        var bytes = new byte[stream.Length];
        var text = Encoding.Latin1.GetString(bytes, 0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        Unpack(new DeflateStream(new MemoryStream(bytes), CompressionMode.Decompress), 0);
        for (int from = 0, next; (next = text.AsSpan(from).IndexOfAny(Packed)) >= 0; from += next + 1)
        {
            Unpack(Opened(bytes, from + next), from + next);
        }

        return hits;

        void Unpack(Stream? packed, int at)
        {
            if (packed is not null && Unpacked(packed) is { Length: > 0 } inner)
            {
                hits.AddRange(InBytes(inner, depth + 1).Select(hit => string.Create(CultureInfo.InvariantCulture, $"{hit}, packed at {at}")));
            }
        }
    }

    private static Stream? Opened(byte[] bytes, int at)
    {
        var zip = bytes[at] == (byte)'P';
        var start = zip && at + 30 <= bytes.Length ? at + 30 + BitConverter.ToUInt16(bytes, at + 26) + BitConverter.ToUInt16(bytes, at + 28) : at;
        if (start >= bytes.Length || (zip && bytes[at + 8] != 8))
        {
            return null;
        }

        var packed = new MemoryStream(bytes, start, bytes.Length - start);
        return zip ? new DeflateStream(packed, CompressionMode.Decompress) : bytes[at] == 0x1F ? new GZipStream(packed, CompressionMode.Decompress) : new ZLibStream(packed, CompressionMode.Decompress);
    }

    // As far as it can be unpacked: what is cut off has a readable beginning.
    private static byte[] Unpacked(Stream stream)
    {
        using var whole = new MemoryStream();
        using (stream)
        {
            try
            {
                var piece = new byte[4096];
                for (int read; whole.Length < MostUnpacked && (read = stream.Read(piece)) > 0;)
                {
                    whole.Write(piece, 0, read);
                }
            }
            catch (InvalidDataException)
            {
                // Not packed after all, or cut off.
            }
        }

        return whole.ToArray();
    }
}
