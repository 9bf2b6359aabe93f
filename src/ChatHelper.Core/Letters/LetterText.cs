using ChatHelper.Core.Lines;
using HandlebarsDotNet;

namespace ChatHelper.Core.Letters;

/// <summary>A template, compiled once when the pack is read; rendering it is safe from many threads.</summary>
public sealed class LetterText
{
    private readonly HandlebarsTemplate<object, object> _compiled;

    internal LetterText(string path, string text, IReadOnlyList<TemplateMark> own, IReadOnlyList<TemplateMark> parts, HandlebarsTemplate<object, object> compiled) =>
        (Path, Mark, Own, Marks, _compiled) = (path, Translation.Mark(text), own, [.. own, .. parts], compiled);

    /// <summary>Its file inside the pack.</summary>
    public string Path { get; }

    /// <summary>Mark of its wording (<see cref="Translation.Mark"/>): a translation says which one it was made from.</summary>
    public string Mark { get; }

    /// <summary>What stands between double braces in it.</summary>
    internal IReadOnlyList<TemplateMark> Own { get; }

    /// <summary>What stands between double braces in it and in the parts of its language.</summary>
    internal IReadOnlyList<TemplateMark> Marks { get; }

    internal string Render(LetterPage page) => _compiled(page);
}
