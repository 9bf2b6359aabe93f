using System.Text;

namespace ChatHelper.Core.Letters;

/// <summary>A part of a text that did not come from the template.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">Its length in characters.</param>
/// <param name="Source">Name of the fact or list that it came from, <c>today</c>, <c>sources</c>, or <see cref="TracedText.Ours"/>.</param>
internal readonly record struct TracedSpan(int Start, int Length, string Source);

/// <summary>A text that knows which of its words came from where: while a template renders, whatever is put into it stands
/// between marks that no person can type, and here they are taken off again.</summary>
internal sealed record TracedText(string Text, IReadOnlyList<TracedSpan> Spans)
{
    /// <summary>Source of what the program itself counts or knows: numbers of items, numbers of the pack.</summary>
    public const string Ours = "";

    /// <summary>Stands in <see cref="Template"/> where something was put in: no letter, no digit, no end of a sentence.</summary>
    public const char Filled = '\u25A1';

    private const char Open = '\uE000', Named = '\uE001', Close = '\uE002';

    /// <summary>The words with marks around them; marks that are in them already are taken out.</summary>
    public static string Mark(string source, string words) =>
        words.Length == 0 ? "" : $"{Open}{source}{Named}{(words.AsSpan().ContainsAnyInRange(Open, Close) ? Bare(words) : words)}{Close}";

    /// <summary>Reads what was rendered.</summary>
    public static TracedText Read(string rendered)
    {
        var text = new StringBuilder(rendered.Length);
        List<TracedSpan> spans = [];
        for (var at = 0; at < rendered.Length;)
        {
            var named = rendered[at] == Open ? rendered.IndexOf(Named, at) : -1;
            var close = named < 0 ? -1 : rendered.IndexOf(Close, named);
            if (close < 0)
            {
                text.Append(rendered[at++]);
                continue;
            }

            spans.Add(new TracedSpan(text.Length, close - named - 1, rendered[(at + 1)..named]));
            text.Append(rendered, named + 1, close - named - 1);
            at = close + 1;
        }

        return new TracedText(text.ToString(), spans);
    }

    /// <summary>The template's own words, with <see cref="Filled"/> for everything put in.</summary>
    public string Template()
    {
        var own = new StringBuilder(Text.Length);
        var from = 0;
        foreach (var span in Spans)
        {
            own.Append(Text, from, span.Start - from).Append(Filled);
            from = span.Start + span.Length;
        }

        return own.Append(Text, from, Text.Length - from).ToString();
    }

    private static string Bare(string words) => string.Concat(words.Where(sign => sign is < Open or > Close));
}
