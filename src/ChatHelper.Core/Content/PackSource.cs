using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ChatHelper.Core.Content;

/// <summary>The files of one pack, already read: path with forward slashes below the pack's folder to its text.
/// Core does no IO; the worker and the tests read the disk.</summary>
/// <param name="Name">Name of the pack's folder, such as <c>china</c>.</param>
/// <param name="Files">Path such as <c>lines/zh-Hans.yaml</c> to text.</param>
public sealed record PackSource(string Name, IReadOnlyDictionary<string, string> Files)
{
    /// <summary>Paths that start and end so, in ordinal order (reading must not depend on the file system's order).</summary>
    public IEnumerable<string> Paths(string start, string end) => Files.Keys
        .Where(path => path.StartsWith(start, StringComparison.Ordinal) && path.EndsWith(end, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    /// <summary>Parses a YAML file of the pack. A missing file is null; a broken one is reported (CH0001) and null.</summary>
    public Node? Yaml(string path, Diagnostics diagnostics)
    {
        if (!Files.TryGetValue(path, out var text))
        {
            return null;
        }

        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return new Node(path, stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode, diagnostics);
        }
        catch (Exception broken) when (broken is YamlException or InvalidOperationException)
        {
            // YamlDotNet's scanner throws InvalidOperationException at some unclosed brackets.
            var line = broken is YamlException known ? (int)known.Start.Line : 0;
            diagnostics.Report(Codes.BrokenYaml, path, line, $"not readable as YAML: {broken.Message}");
            return null;
        }
    }
}
