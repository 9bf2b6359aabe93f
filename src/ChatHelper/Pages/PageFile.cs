using System.Reflection;
using System.Text;

namespace ChatHelper.Pages;

/// <summary>The files of our pages, inside the program.</summary>
internal static class PageFile
{
    public static string Text(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"page/{name}")
            ?? throw new ArgumentException($"no page file {name}", nameof(name)), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Serves files by their names below a path.</summary>
    public static void MapFiles(this IEndpointRouteBuilder routes, string path, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var text = Text(name);
            var mime = name.EndsWith(".css", StringComparison.Ordinal) ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
            routes.MapGet($"{path}{name}", () => Results.Text(text, mime));
        }
    }
}
