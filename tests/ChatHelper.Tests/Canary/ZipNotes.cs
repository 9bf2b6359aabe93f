using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;

namespace ChatHelper.Tests.Canary;

/// <summary>What a zip says beside the names and bytes of its entries, read by hand; zips and Word files inside it too.</summary>
internal static class ZipNotes
{
    private const int Local = 0x04034B50, Central = 0x02014B50, End = 0x06054B50;
    private const uint FirstMoment = 0x0021_0000; // 1980-01-01 00:00:00, local: no zone

    public static IEnumerable<string> Of(byte[] zip, string name)
    {
        var end = zip.Length - 22;
        if (end < 0 || Number(zip, end) != End)
        {
            yield return $"{name}: a remark on the whole, or something behind it";
            yield break;
        }

        var at = (int)Number(zip, end + 16);
        for (var left = Short(zip, end + 10); left > 0; left--)
        {
            var length = Short(zip, at + 28);
            foreach (var note in Entry(zip, at).Concat(Head(zip, (int)Number(zip, at + 42))))
            {
                yield return $"{name}: {System.Text.Encoding.UTF8.GetString(zip, at + 46, length)}: {note}";
            }

            at += 46 + length + Short(zip, at + 30) + Short(zip, at + 32);
        }

        using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            if (entry.FullName.StartsWith("docProps", StringComparison.Ordinal) || entry.FullName.Contains("comments", StringComparison.Ordinal) || entry.FullName.StartsWith("customXml", StringComparison.Ordinal))
            {
                yield return $"{name}: a part about whoever wrote it, {entry.FullName}";
            }

            using var inner = new MemoryStream();
            using (var body = entry.Open())
            {
                body.CopyTo(inner);
            }

            foreach (var note in entry.FullName.EndsWith(".docx", StringComparison.Ordinal) || entry.FullName.EndsWith(".zip", StringComparison.Ordinal) ? Of(inner.ToArray(), $"{name}/{entry.FullName}") : InXml(entry.FullName, inner.ToArray()))
            {
                yield return note;
            }
        }
    }

    // Central directory: extra field, remark, mode; owner and group would stand in the extra field.
    private static IEnumerable<string> Entry(byte[] zip, int at)
    {
        if (Number(zip, at) != Central)
        {
            yield return "not a central head";
        }

        if (Short(zip, at + 30) > 0)
        {
            yield return "an extra field";
        }

        if (Short(zip, at + 32) > 0)
        {
            yield return "a remark";
        }

        if (Number(zip, at + 12) != FirstMoment)
        {
            yield return "a time";
        }

        if ((Number(zip, at + 38) >> 16) is not (0 or 0x81A4)) // none, or a plain file 0644
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"a mode {Number(zip, at + 38) >> 16:X}");
        }
    }

    private static IEnumerable<string> Head(byte[] zip, int at)
    {
        if (Number(zip, at) != Local || Short(zip, at + 28) > 0 || Number(zip, at + 10) != FirstMoment)
        {
            yield return "an extra field or a time in its head";
        }
    }

    private static IEnumerable<string> InXml(string name, byte[] bytes)
    {
        var text = name.EndsWith(".xml", StringComparison.Ordinal) || name.EndsWith(".rels", StringComparison.Ordinal) ? System.Text.Encoding.UTF8.GetString(bytes) : "";
        return new[] { "w:author", "w:rsid", "dc:creator", "lastModifiedBy", "w:date=", "file:", "mc:AlternateContent", "w:docVars", "w:attachedTemplate" }
            .Where(mark => text.Contains(mark, StringComparison.Ordinal)).Select(mark => $"{name}: {mark}");
    }

    private static ushort Short(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static uint Number(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
