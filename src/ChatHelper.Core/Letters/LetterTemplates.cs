using ChatHelper.Core.Content;
using HandlebarsDotNet;

namespace ChatHelper.Core.Letters;

/// <summary>Compiles the templates of one language. Strict: a name that the page lacks throws. No escaping: letters are plain
/// text. What a fact puts in is never read as template.</summary>
internal sealed class LetterTemplates
{
    private const string Parts = "letters/parts/";

    private readonly PackSource _source;
    private readonly string _language;
    private readonly Diagnostics _diagnostics;
    private readonly Dictionary<string, LetterText?> _compiled = new(StringComparer.Ordinal);
    private readonly List<TemplateMark> _parts = [];
    private readonly IHandlebars _handlebars = Handlebars.Create(
        new HandlebarsConfiguration
        {
            NoEscape = true,
            ThrowOnUnresolvedBindingExpression = true,
            PartialTemplateResolver = null!, // its default looks for missing parts on the disk
        });

    public LetterTemplates(PackSource source, string language, Diagnostics diagnostics)
    {
        (_source, _language, _diagnostics) = (source, language, diagnostics);
        LetterWords.Register(_handlebars);
        var ending = $".{language}.txt";
        foreach (var path in source.Paths(Parts, ending))
        {
            _parts.AddRange(TemplateMark.Read(path, source.Files[path]));
            Try(path, () => _handlebars.RegisterTemplate(path[Parts.Length..^ending.Length], source.Files[path]));
        }
    }

    /// <summary>The text of that name; null when there is none, or none that compiles (reported).</summary>
    public LetterText? Find(string name)
    {
        if (!_compiled.TryGetValue(name, out var text))
        {
            _compiled[name] = text = Compile(Path(name));
        }

        return text;
    }

    public bool Has(string name) => _source.Files.ContainsKey(Path(name));

    public string Path(string name) => $"letters/{name}.{_language}.txt";

    private LetterText? Compile(string path)
    {
        LetterText? text = null;
        if (_source.Files.TryGetValue(path, out var template))
        {
            Try(path, () => text = new LetterText(path, template, [.. TemplateMark.Read(path, template)], _parts, _handlebars.Compile(template)));
        }

        return text;
    }

    private void Try(string path, Action compile)
    {
        try
        {
            compile();
        }
        catch (HandlebarsException broken)
        {
            _diagnostics.Report(Codes.BrokenTemplate, path, 0, $"no template that compiles: {broken.Message}");
        }
    }
}
