using System.Text;

namespace ChatHelper.Core.Lines;

/// <summary>A text with <c>{placeholders}</c>, cut once at load. No logic, no markup: what stands in a placeholder is put
/// in as it is and sent as plain text.</summary>
public sealed class Wording
{
    private readonly (string Text, bool IsName)[] _parts;

    private Wording(string text, (string, bool)[] parts, string file, int line) =>
        (Text, _parts, File, Line) = (text, parts, file, line);

    /// <summary>As the author wrote it.</summary>
    public string Text { get; }

    /// <summary>File of the pack it stands in; empty when it was not read from one.</summary>
    public string File { get; }

    /// <summary>Line in that file.</summary>
    public int Line { get; }

    /// <summary>Names of its placeholders.</summary>
    public IEnumerable<string> Names => _parts.Where(part => part.IsName).Select(part => part.Text);

    /// <summary>Cuts a text. A brace that does not close is ordinary text.</summary>
    public static Wording Of(string text, string file = "", int line = 0)
    {
        List<(string, bool)> parts = [];
        var at = 0;
        while (text.IndexOf('{', at) is >= 0 and var open && text.IndexOf('}', open) is >= 0 and var close)
        {
            parts.Add((text[at..open], false));
            parts.Add((text[(open + 1)..close], true));
            at = close + 1;
        }

        parts.Add((text[at..], false));
        return new Wording(text, [.. parts.Where(part => part.Item1.Length > 0)], file, line);
    }

    /// <summary>The text with its placeholders filled; a name without a value stays visible in its braces.</summary>
    public string Fill(Func<string, string?> value)
    {
        if (_parts is [(_, false)])
        {
            return Text;
        }

        var filled = new StringBuilder(Text.Length + 32);
        foreach (var (text, isName) in _parts)
        {
            filled.Append(isName ? value(text) ?? $"{{{text}}}" : text);
        }

        return filled.ToString();
    }
}
