using System.Buffers.Binary;

namespace ChatHelper.Evidence;

/// <summary>Names in the directory of a zip; nothing is unpacked. An Office document is a zip with certain names in it.</summary>
internal static class ZipNames
{
    private const int MostNames = 5000, EndLength = 22, LongestComment = 65535, EntryLength = 46;

    /// <summary><c>word</c> or <c>xl</c> for an Office document without macros, <c>program</c> for an Android program or one
    /// with macros; empty for any other zip, and for one whose directory cannot be read.</summary>
    public static string Kind(ReadOnlySpan<byte> zip)
    {
        var (types, kind, program) = (false, "", false);
        var end = End(zip);
        if (end < 0)
        {
            return "";
        }

        var at = (long)BinaryPrimitives.ReadUInt32LittleEndian(zip[(end + 16)..]);
        for (var seen = 0; seen < MostNames && Name(zip, at, out var next) is var name && next > 0; seen++, at = next)
        {
            types |= name.SequenceEqual("[Content_Types].xml"u8);
            kind = name.SequenceEqual("word/document.xml"u8) ? "word" : name.SequenceEqual("xl/workbook.xml"u8) ? "xl" : kind;
            program |= name.SequenceEqual("AndroidManifest.xml"u8) || name.EndsWith("vbaProject.bin"u8);
        }

        return program ? "program" : types ? kind : "";
    }

    /// <summary>Where the end record of a zip begins that lies at the end of these bytes; -1 when there is none.</summary>
    public static int End(ReadOnlySpan<byte> bytes)
    {
        var from = Math.Max(0, bytes.Length - EndLength - LongestComment);
        var at = bytes[from..].LastIndexOf("PK\u0005\u0006"u8);
        return at >= 0 && from + at + EndLength <= bytes.Length ? from + at : -1;
    }

    private static ReadOnlySpan<byte> Name(ReadOnlySpan<byte> zip, long at, out long next)
    {
        next = 0;
        if (at < 0 || at + EntryLength > zip.Length || !zip[(int)at..].StartsWith("PK\u0001\u0002"u8))
        {
            return [];
        }

        var entry = zip[(int)at..];
        var name = BinaryPrimitives.ReadUInt16LittleEndian(entry[28..]);
        var rest = BinaryPrimitives.ReadUInt16LittleEndian(entry[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(entry[32..]);
        if (EntryLength + name > entry.Length)
        {
            return [];
        }

        next = at + EntryLength + name + rest;
        return entry.Slice(EntryLength, name);
    }
}
