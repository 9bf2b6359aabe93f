using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using ChatHelper.Core.Dialogs;
using NodaTime;

namespace ChatHelper.Core.Diary;

/// <summary>Recognises call lists and messages among received files and reads them. Pure: the bytes are handed in.</summary>
public static class LogFile
{
    private const int Sample = 4096, ShownLines = 200;

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="pack">Words and time zone.</param>
    /// <param name="now">The person's wall clock; what lies after it is impossible.</param>
    /// <returns>Null when the file is no list of calls or messages.</returns>
    public static ReadLog? Read(ReadOnlyMemory<byte> bytes, Pack pack, LocalDateTime now)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var with = new LogReading(pack.Diary.Words, pack.Readers, now);
        if (bytes.Span.TrimStart("\uFEFF"u8).TrimStart(" \t\r\n"u8) is [(byte)'<', ..])
        {
            using var stream = Open(bytes);
            return XmlLog.Read(stream, with, pack.Zone);
        }

        if (TextOf(bytes.Span) is not { } encoding)
        {
            return null;
        }

        // Not a list unless the beginning reads like one.
        var first = PastedLog.Read(Lines(bytes, encoding).Take(ShownLines), with, "imported");
        return CsvLog.Read(Lines(bytes, encoding), with) is { } table ? table
            : first.Entries.Count + first.Outgoing >= 2 && first.Entries.Count + first.Outgoing > first.Unread
                ? PastedLog.Read(Lines(bytes, encoding), with, "imported")
                : null;
    }

    /// <summary>The encoding of a text: UTF-8 or GB 18030; null for bytes that are no text.</summary>
    public static Encoding? TextOf(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            if (value is < 0x20 or 0x7F && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f'))
            {
                return null;
            }
        }

        return bytes.IsEmpty ? null : Utf8.IsValid(bytes) ? Encoding.UTF8 : IsChinese(bytes[..Math.Min(bytes.Length, Sample)]) ? Gb18030() : null;
    }

    // Nearly every text that is not UTF-8 decodes to something in GB 18030: it must decode to ordinary Chinese.
    private static bool IsChinese(ReadOnlySpan<byte> bytes)
    {
        var text = Gb18030().GetString(bytes);
        var beyond = text.Count(sign => sign > 0x7F);
        return beyond > 0 && text.Count(sign => sign is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3000' and <= '\u303F') or (>= '\uFF00' and <= '\uFF5E')) * 10 >= beyond * 9;
    }

    private static Encoding Gb18030() => CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    private static MemoryStream Open(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var whole)
        ? new MemoryStream(whole.Array!, whole.Offset, whole.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);

    private static IEnumerable<string> Lines(ReadOnlyMemory<byte> bytes, Encoding encoding)
    {
        using var reader = new StreamReader(Open(bytes), encoding);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
