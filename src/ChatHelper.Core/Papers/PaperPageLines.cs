namespace ChatHelper.Core.Papers;

/// <summary>Lines of the page with papers that a link leads to, with the values the program puts into each; a pack without letters needs none.</summary>
public static class PaperPageLines
{
    /// <summary>Hours for which a link is good.</summary>
    public const string Hours = "hours";

    /// <summary>Ids with the names of their values.</summary>
    public static IReadOnlyDictionary<string, string[]> Values { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["papers.title"] = [],
        ["papers.open.what"] = [],
        ["papers.open.once"] = [Hours],
        ["papers.open.wechat"] = [],
        ["papers.open.go"] = [],
        ["papers.shut"] = [],
        ["papers.too-often"] = [],
        ["papers.files"] = [],
        ["papers.files.wechat"] = [],
        ["papers.save"] = [],
        ["papers.copy"] = [],
        ["papers.copied"] = [],
        ["papers.copy-failed"] = [],
        ["papers.kept"] = [Hours],
    };
}
