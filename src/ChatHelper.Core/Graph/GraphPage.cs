using System.Net;
using ChatHelper.Core.Dialogs;

namespace ChatHelper.Core.Graph;

/// <summary>A pack as one HTML page that needs nothing from anywhere else: the drawing, a search box, zoom, and the details of a
/// step on a tap. Light and dark.</summary>
public static class GraphPage
{
    /// <summary>The page.</summary>
    public static string Of(Pack pack)
    {
        using var stream = typeof(GraphPage).Assembly.GetManifestResourceStream("ChatHelper.Core.Graph.graph.html")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Replace("{{name}}", WebUtility.HtmlEncode($"{pack.Name} {pack.Version}"), StringComparison.Ordinal)
            .Replace("{{map}}", new Drawing(pack).Svg(), StringComparison.Ordinal);
    }
}
