using System.Security.Cryptography;
using System.Text;

namespace ChatHelper.Core.Lines;

/// <summary>Keeps translations no older than their source: beside <c>lines/en.yaml</c> stands <c>lines/of/en.yaml</c>, a map
/// of line id to the mark of the source wording that was translated. When the source changes, the marks differ.</summary>
public static class Translation
{
    /// <summary>Path of the marks of a language.</summary>
    public static string StampFile(string language) => $"lines/of/{language}.yaml";

    /// <summary>Mark of a wording: eight hexadecimal digits of its SHA-256.</summary>
    public static string Mark(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));

    /// <summary>The text of <c>lines/of/LANGUAGE.yaml</c> that says: all lines of this language were made from the source as
    /// it stands now. Written when a translator has finished.</summary>
    /// <param name="letters">Letters of that language: id such as <c>letters/D12a</c>, and mark of the source text.</param>
    public static string Stamps(LineBook lines, string language, IEnumerable<(string Id, string Mark)> letters)
    {
        var file = new StringBuilder("# Which wording of the source each line was translated from. Written by 'dialogs translated --stamp'.\n");
        foreach (var id in lines.Ids(language).Order(StringComparer.Ordinal))
        {
            if (lines.Own(lines.Languages[0], id) is { } source)
            {
                file.Append($"'{id}': '{Mark(source.Text)}'\n");
            }
        }

        foreach (var (id, mark) in letters.OrderBy(letter => letter.Id, StringComparer.Ordinal))
        {
            file.Append($"'{id}': '{mark}'\n");
        }

        return file.ToString();
    }
}
