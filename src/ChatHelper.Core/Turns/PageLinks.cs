using ChatHelper.Core.Lines;

namespace ChatHelper.Core.Turns;

/// <summary>Placeholders that any line may hold for the address of a page of ours: <c>{tool.contacts}</c>, <c>{page.chat}</c>.</summary>
public static class PageLinks
{
    private static readonly Dictionary<string, string> Paths = new(StringComparer.Ordinal) { ["tool.contacts"] = "tools/contacts", ["page.chat"] = "" };

    /// <summary>Names of the placeholders; without an address the line <c>NAME.none</c> stands in their place.</summary>
    public static IReadOnlyCollection<string> Names => Paths.Keys;

    /// <summary>Path of a page below the address that people reach us at, without a slash in front; null when the name is none of a page.</summary>
    public static string? Path(string name) => Paths.GetValueOrDefault(name);

    /// <summary>The address of a page in the language of a talk, or the line that says there is none; null for any other name.</summary>
    internal static string? Of(string name, LineBook lines, string language, Uri? pages) => Path(name) is not { } path ? null
        : pages is null ? lines.Find(language, $"{name}.none")?.Text ?? ""
        : new Uri(pages, language == lines.Languages[0] ? path : $"{path}?lang={language}").AbsoluteUri;
}
