using System.Globalization;
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;

namespace ChatHelper.Core.Letters;

/// <summary>Reads <c>letters/*.yaml</c> and compiles the texts beside them.</summary>
internal sealed class LetterReader
{
    private readonly Diagnostics _diagnostics;
    private readonly Dictionary<string, LetterTemplates> _templates;

    private LetterReader(PackSource source, Diagnostics diagnostics)
    {
        _diagnostics = diagnostics;
        // pack.yaml has a reader of its own that reports its faults.
        var languages = source.Yaml("pack.yaml", new Diagnostics())?.Texts("languages") is { Count: > 0 } some ? some : ["zh-Hans"];
        _templates = languages.ToDictionary(language => language, language => new LetterTemplates(source, language, diagnostics), StringComparer.Ordinal);
    }

    /// <summary>All letters of a pack, by id. A letter with a fault is read as far as it can be.</summary>
    public static IReadOnlyList<LetterForm> Read(PackSource source, Diagnostics diagnostics)
    {
        var reader = new LetterReader(source, diagnostics);
        return [.. source.Paths("letters/", ".yaml").Where(path => path != GuardReader.File)
            .Select(path => source.Yaml(path, diagnostics)).OfType<Node>()
            .Select(reader.ReadForm)];
    }

    private LetterForm ReadForm(Node root)
    {
        root.OnlyKeys("needs", "wants", "cite", "variants", "file", "longest", "footer", "language", "level", "page");
        var language = root.Text("language");
        return new LetterForm(
            Id(root),
            root.Texts("needs"), root.Texts("wants"),
            [.. root.Items("cite").Select(ReadPoint)],
            ReadVariants(root, language),
            root.Yes("file"), Longest(root), root.Yes("footer"), language)
        {
            Level = root.Text("level") is [var digit] && char.IsAsciiDigit(digit) ? digit - '0' : 0, Landscape = Landscape(root),
        };
    }

    private static string Id(Node root) => root.File["letters/".Length..^".yaml".Length];

    private static LetterPoint ReadPoint(Node node)
    {
        node.OnlyKeys("point", "if");
        return node.IsMap
            ? new LetterPoint(DialogReader.ReadCondition(node, "if"), node.Required("point"))
            : new LetterPoint(null, node.Scalar ?? "");
    }

    // Without variants the one text has the name of the letter.
    private IReadOnlyList<LetterVariant> ReadVariants(Node root, string? language)
    {
        if (!root.Has("variants"))
        {
            var id = Id(root);
            return [ReadVariant(root, null, id, language)];
        }

        List<LetterVariant> variants = [];
        foreach (var node in root.Items("variants"))
        {
            node.OnlyKeys("if", "text");
            variants.Add(ReadVariant(node, DialogReader.ReadCondition(node, "if"), node.Required("text"), language));
        }

        var open = variants.FindIndex(variant => variant.If is null);
        if (open < 0 || open < variants.Count - 1)
        {
            root.Report(Codes.LetterVariantOrder, "the last of 'variants', and only the last, stands without 'if'");
        }

        return variants;
    }

    // Beside a letter with a language of its own, texts in others are glosses: welcome, not demanded.
    private LetterVariant ReadVariant(Node node, Condition? only, string name, string? language) =>
        new(only, name, ReadTexts(node, name, language is null ? _templates.Keys : [language]))
        {
            Glosses = (language is null ? [] : _templates.Where(pair => pair.Key != language && pair.Value.Has(name)))
                .Select(pair => (pair.Key, Text: pair.Value.Find(name))).Where(pair => pair.Text is not null)
                .ToDictionary(pair => pair.Key, pair => pair.Text!, StringComparer.Ordinal),
        };

    private Dictionary<string, LetterText> ReadTexts(Node node, string name, IReadOnlyCollection<string> languages)
    {
        var texts = new Dictionary<string, LetterText>(StringComparer.Ordinal);
        foreach (var language in languages)
        {
            var templates = _templates.GetValueOrDefault(language);
            if (templates?.Has(name) is not true)
            {
                _diagnostics.Report(Codes.LetterTextMissing, node.File, node.Line, $"'{name}' has no text in {language}");
            }
            else if (templates.Find(name) is { } text)
            {
                texts[language] = text;
            }
        }

        return texts;
    }

    private static bool Landscape(Node root)
    {
        var page = root.Text("page") ?? "portrait";
        if (page is not ("portrait" or "landscape"))
        {
            root.Report(Codes.WrongShape, $"'page' is portrait or landscape, not '{page}'");
        }

        return page == "landscape";
    }

    private static int Longest(Node root)
    {
        var longest = 0;
        if (root.Text("longest") is { } text && !int.TryParse(text, CultureInfo.InvariantCulture, out longest))
        {
            root.Report(Codes.WrongShape, "'longest' must be a number of characters");
        }

        return longest;
    }
}
