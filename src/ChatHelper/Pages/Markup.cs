using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ChatHelper.Pages;

/// <summary>HTML. Whatever is put into an interpolated one is escaped unless it is Markup itself, so that forgetting is
/// not possible.</summary>
[InterpolatedStringHandler]
internal readonly struct Markup(int literalLength, int formattedCount)
{
    public static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _text = new(literalLength + (formattedCount * 16));

    public static Markup Empty => $"";

    public static Markup Of(Markup markup) => markup;

    public static Markup Join(IEnumerable<Markup> parts)
    {
        var all = Empty;
        foreach (var part in parts)
        {
            all.AppendFormatted(part);
        }

        return all;
    }

    public void AppendLiteral(string html) => _text.Append(html);

    public void AppendFormatted(string? text) => _text.Append(Encoder.Encode(text ?? ""));

    public void AppendFormatted(long number) => _text.Append(number);

    public void AppendFormatted(Markup markup) => _text.Append(markup._text);

    public override string ToString() => _text.ToString();
}
