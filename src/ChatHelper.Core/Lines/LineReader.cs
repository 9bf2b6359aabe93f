using ChatHelper.Core.Content;

namespace ChatHelper.Core.Lines;

/// <summary>Reads <c>lines/zh-Hans.yaml</c> and <c>lines/zh-Hans.topic.yaml</c>: a flat map of line id to text.</summary>
internal static class LineReader
{
    public static LineBook Read(PackSource source, IReadOnlyList<string> languages, Diagnostics diagnostics)
    {
        var books = new Dictionary<string, IReadOnlyDictionary<string, Wording>>(StringComparer.Ordinal);
        foreach (var language in languages)
        {
            var lines = new Dictionary<string, Wording>(StringComparer.Ordinal);
            foreach (var path in source.Paths($"lines/{language}.", ".yaml"))
            {
                foreach (var (id, value) in source.Yaml(path, diagnostics)?.Pairs() ?? [])
                {
                    if (value.IsMap || value.IsList)
                    {
                        value.Report(Codes.WrongShape, $"the line '{id}' must be a text");
                    }
                    else if (!lines.TryAdd(id, Wording.Of((value.Scalar ?? "").TrimEnd('\n'), path, value.Line)))
                    {
                        value.Report(Codes.Duplicate, $"the line '{id}' stands twice");
                    }
                }
            }

            books[language] = lines;
        }

        return new LineBook(languages, books, Stamps(source, languages, diagnostics));
    }

    // lines/of/en.yaml says of each English line which wording of the source it was made from.
    private static Dictionary<string, IReadOnlyDictionary<string, string>> Stamps(
        PackSource source, IReadOnlyList<string> languages, Diagnostics diagnostics) => languages.Skip(1).ToDictionary(
            language => language,
            IReadOnlyDictionary<string, string> (language) => (source.Yaml(Translation.StampFile(language), diagnostics)?.Pairs() ?? [])
                .DistinctBy(pair => pair.Key, StringComparer.Ordinal)
                .ToDictionary(pair => pair.Key, pair => pair.Value.Scalar ?? "", StringComparer.Ordinal),
            StringComparer.Ordinal);
}
