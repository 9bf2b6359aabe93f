namespace ChatHelper.Core.Lines;

/// <summary>All texts of a pack: language → line id → text with <c>{placeholders}</c>. The first language is the source
/// that the others are translated from.</summary>
public sealed class LineBook
{
    private readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, Wording>> _lines;
    private readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> _stamps;

    internal LineBook(
        IReadOnlyList<string> languages,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, Wording>> lines,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> stamps) =>
        (Languages, _lines, _stamps) = (languages, lines, stamps);

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

    /// <summary>The wording in exactly that language, or null.</summary>
    public Wording? Own(string language, string id) =>
        _lines.TryGetValue(language, out var book) ? book.GetValueOrDefault(id) : null;

    /// <summary>Mark of the source wording that a translated line was made from (<see cref="Translation.Mark"/>); null when none stands.</summary>
    public string? Stamp(string language, string id) =>
        _stamps.TryGetValue(language, out var stamps) ? stamps.GetValueOrDefault(id) : null;
}
