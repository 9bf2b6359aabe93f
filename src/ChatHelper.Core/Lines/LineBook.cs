namespace ChatHelper.Core.Lines;

/// <summary>All texts of a pack: language → line id → text with <c>{placeholders}</c>. The first language is the source
/// that the others are translated from.</summary>
public sealed class LineBook
{
    private readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, Wording>> _lines;

    internal LineBook(IReadOnlyList<string> languages, IReadOnlyDictionary<string, IReadOnlyDictionary<string, Wording>> lines) =>
        (Languages, _lines) = (languages, lines);

    /// <summary>Languages as BCP 47 tags (<c>zh-Hans</c>); the first is the source.</summary>
    public IReadOnlyList<string> Languages { get; }

    /// <summary>True when the source language has the line.</summary>
    public bool Has(string id) => _lines[Languages[0]].ContainsKey(id);

    /// <summary>Ids of all lines of a language.</summary>
    public IEnumerable<string> Ids(string language) => _lines[language].Keys;

    /// <summary>The wording in that language, else in the source language, else null.</summary>
    public Wording? Find(string language, string id) =>
        _lines.TryGetValue(language, out var book) && book.TryGetValue(id, out var wording) ? wording
        : _lines[Languages[0]].GetValueOrDefault(id);
}
