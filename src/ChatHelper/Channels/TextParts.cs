using System.Globalization;
using System.Text;

namespace ChatHelper.Channels;

/// <summary>Cuts a long text into messages: at the end of a paragraph, a line, a sentence, a word, and never inside a letter.</summary>
internal static class TextParts
{
    /// <summary>Longest message of Telegram in UTF-16 units (contracts.md T16), and longest words under a picture.</summary>
    public const int Most = 4096, MostUnder = 1024;

    /// <summary>Longest part of a text: the mark of a repetition fits before it.</summary>
    public const int Longest = Most - 32;

    private static readonly string[][] Ends = [["\n\n"], ["\n"], ["\u3002", "\uFF01", "\uFF1F", "\uFF1B", ". ", "! ", "? "], [" ", "\uFF0C", "\u3001"]];

    /// <summary>The parts in order; together they are the text.</summary>
    public static IReadOnlyList<string> Of(string text, int most = Longest)
    {
        if (text.Length <= most)
        {
            return [text];
        }

        List<string> parts = [];
        while (text.Length > most)
        {
            var cut = Cut(text, most);
            parts.Add(text[..cut]);
            text = text[cut..];
        }

        if (text.Length > 0)
        {
            parts.Add(text);
        }

        return parts;
    }

    /// <summary>The parts in order, none of them longer than so many bytes of UTF-8.</summary>
    /// <param name="most">At least 4, the longest sign.</param>
    public static IReadOnlyList<string> OfBytes(string text, int most)
    {
        List<string> parts = [];
        while (Encoding.UTF8.GetByteCount(text) > most)
        {
            var cut = Cut(text, Fitting(text, most));
            parts.Add(text[..cut]);
            text = text[cut..];
        }

        if (text.Length > 0 || parts.Count == 0)
        {
            parts.Add(text);
        }

        return parts;
    }

    // How many UTF-16 units fit into so many bytes.
    private static int Fitting(string text, int bytes)
    {
        var fit = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes -= rune.Utf8SequenceLength;
            if (bytes < 0)
            {
                break;
            }

            fit += rune.Utf16SequenceLength;
        }

        return fit;
    }

    // The last good end in the second half of what fits.
    private static int Cut(string text, int most)
    {
        var half = most / 2;
        foreach (var ends in Ends)
        {
            var cut = ends.Max(end => text.LastIndexOf(end, most - 1, most - half, StringComparison.Ordinal) is var at and >= 0 && at + end.Length <= most ? at + end.Length : 0);
            if (cut > 0 && IsBetweenLetters(text, cut))
            {
                return cut;
            }
        }

        return LetterEnd(text, most);
    }

    // What a person sees as one letter may have many parts; only one longer than a message is cut, between its parts.
    private static int LetterEnd(string text, int most)
    {
        var at = Math.Max(0, most - 256);
        while (at > 0 && char.IsLowSurrogate(text[at]))
        {
            at--;
        }

        while (at + StringInfo.GetNextTextElementLength(text, at) is var next && next <= most)
        {
            at = next;
        }

        return at > most - 256 ? at : char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
    }

    private static bool IsBetweenLetters(string text, int cut)
    {
        var before = cut - 1;
        return before + StringInfo.GetNextTextElementLength(text, before) <= cut;
    }
}
