using System.Text;
using System.Text.Unicode;
using ChatHelper.Core.Diary;

namespace ChatHelper.Evidence;

/// <summary>Plain text, and mail as it is saved by a mail program.</summary>
internal static class TextKind
{
    private const int Head = 16 << 10;

    public static FileKind? Of(ReadOnlySpan<byte> bytes) =>
        !IsPlain(bytes) ? null
        : IsMail(bytes[..Math.Min(Head, bytes.Length)]) ? new FileKind("document", "message/rfc822")
        : Utf8.IsValid(bytes) ? new FileKind("document", FileKind.TextMime)
        : LogFile.TextOf(bytes) is not null ? new FileKind("document", FileKind.OlderTextMime)
        : null;

    private static bool IsPlain(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            if (value is < 0x20 or 0x7F && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f'))
            {
                return false;
            }
        }

        return true;
    }

    // Head lines up to the first empty one; among them the sender and a day or a number of the message.
    private static bool IsMail(ReadOnlySpan<byte> head)
    {
        var (from, dated) = (false, false);
        foreach (var line in Encoding.Latin1.GetString(head).Split('\n').Select(line => line.TrimEnd('\r')).TakeWhile(line => line.Length > 0))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var isField = colon > 0 && line[..colon].All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-');
            if (!isField && line[0] is not (' ' or '\t'))
            {
                return false;
            }

            from |= line.StartsWith("From:", StringComparison.OrdinalIgnoreCase);
            dated |= line.StartsWith("Date:", StringComparison.OrdinalIgnoreCase) || line.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase);
        }

        return from && dated;
    }
}
