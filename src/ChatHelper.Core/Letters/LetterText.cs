using HandlebarsDotNet;

namespace ChatHelper.Core.Letters;

/// <summary>A template, compiled once when the pack is read; rendering it is safe from many threads.</summary>
public sealed class LetterText
{
    private readonly HandlebarsTemplate<object, object> _compiled;

    internal LetterText(string path, IReadOnlyList<TemplateMark> own, IReadOnlyList<TemplateMark> parts, HandlebarsTemplate<object, object> compiled) =>
        (Path, Own, Marks, _compiled) = (path, own, [.. own, .. parts], compiled);

    /// <summary>Its file inside the pack.</summary>
    public string Path { get; }

    /// <summary>What stands between double braces in it.</summary>
    internal IReadOnlyList<TemplateMark> Own { get; }

    /// <summary>What stands between double braces in it and in the parts of its language.</summary>
    internal IReadOnlyList<TemplateMark> Marks { get; }

    internal string Render(LetterPage page) => _compiled(page);
}
