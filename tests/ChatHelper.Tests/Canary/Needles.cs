using System.Buffers;
using System.Globalization;
using System.Text;

namespace ChatHelper.Tests.Canary;

/// <summary>What is looked for, in every form in which a program might write it down.</summary>
internal sealed class Needles
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <param name="texts">Words that nobody else writes.</param>
    /// <param name="keys">Bytes of keys.</param>
    public Needles(IEnumerable<string> texts, params IEnumerable<byte[]> keys)
    {
        foreach (var text in texts)
        {
            foreach (var (form, bytes) in Forms(text))
            {
                _names.TryAdd(Encoding.Latin1.GetString(bytes), $"{text} in {form}");
            }
        }

        foreach (var (form, bytes) in keys.SelectMany(key => Codings("bytes", key)))
        {
            _names.TryAdd(Encoding.Latin1.GetString(bytes), $"a key in {form}");
        }

        Any = SearchValues.Create([.. _names.Keys], StringComparison.Ordinal);
        Longest = _names.Keys.Max(form => form.Length);
    }

    /// <summary>All forms, a byte as a char.</summary>
    public SearchValues<string> Any { get; }

    public int Longest { get; }

    public int Count => _names.Count;

    /// <summary>What stands at the start of a text that <see cref="Any"/> was found in.</summary>
    public string NameAt(ReadOnlySpan<char> text)
    {
        foreach (var (form, name) in _names)
        {
            if (text.StartsWith(form, StringComparison.Ordinal))
            {
                return name;
            }
        }

        return "?";
    }

    public static IEnumerable<(string Form, byte[] Bytes)> Forms(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        IEnumerable<(string, byte[])> forms =
        [
            .. Codings("utf-8", utf8), .. Codings("utf-16le", Encoding.Unicode.GetBytes(text)), .. Codings("utf-16be", Encoding.BigEndianUnicode.GetBytes(text)),
            ("url", Ascii(string.Concat(utf8.Select(one => $"%{one:X2}")))), ("url lower", Ascii(string.Concat(utf8.Select(one => $"%{one:x2}")))),
            ("json", Ascii(Escaped(text, "X4"))), ("json lower", Ascii(Escaped(text, "x4"))),
            ("html", Ascii(string.Concat(text.Select(one => string.Create(CultureInfo.InvariantCulture, $"&#x{(int)one:X};"))))),
            ("gb18030", Gb(text)), ("reversed", Encoding.UTF8.GetBytes([.. text.Reverse()])),
        ];
        return forms.Where(form => form.Item2.Length > 0);
    }

    private static IEnumerable<(string Form, byte[] Bytes)> Codings(string name, byte[] bytes)
    {
        yield return (name, bytes);
        yield return ($"{name}, hex", Ascii(Convert.ToHexStringLower(bytes)));
        yield return ($"{name}, HEX", Ascii(Convert.ToHexString(bytes)));
        for (var before = 0; before < 3; before++)
        {
            // Only the signs that no neighbour has a part in.
            var whole = Convert.ToBase64String([.. new byte[before], .. bytes]).TrimEnd('=');
            var (from, to) = ((before * 8 + 5) / 6, (before + bytes.Length) * 8 / 6);
            yield return ($"{name}, base64 +{before}", Ascii(whole[from..to]));
            yield return ($"{name}, base64url +{before}", Ascii(whole[from..to].Replace('+', '-').Replace('/', '_')));
        }
    }

    private static string Escaped(string text, string form) => string.Concat(text.Select(one => "\\u" + ((int)one).ToString(form, CultureInfo.InvariantCulture)));

    // What a Chinese Windows writes.
    private static byte[] Gb(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return text.Any(one => one > 127) ? Encoding.GetEncoding("GB18030").GetBytes(text) : [];
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
