using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;

namespace ChatHelper.Core.Authorities;

/// <summary>Reads <c>authorities.yaml</c>.</summary>
internal static class AuthorityReader
{
    public const string File = "authorities.yaml";

    public static AuthorityBook Read(PackSource source, Dictionary<string, KnownNumber> numbers, Diagnostics diagnostics)
    {
        var all = new Dictionary<string, Authority>(StringComparer.Ordinal);
        foreach (var node in source.Yaml(File, diagnostics)?.Items() ?? [])
        {
            var authority = ReadAuthority(node, numbers);
            if (!all.TryAdd(authority.Id, authority))
            {
                node.Report(Codes.Duplicate, $"the authority '{authority.Id}' stands twice");
            }
        }

        return new AuthorityBook([.. all.Values], numbers);
    }

    private static Authority ReadAuthority(Node node, Dictionary<string, KnownNumber> numbers)
    {
        node.OnlyKeys(
            "authority", "channel", "mark", "verified_on", "review_by", "numbers", "uses", "accepts", "not-for", "needs-first", "longest",
            "attach", "hours", "letters", "terms");
        var accepts = node["accepts"];
        accepts?.OnlyKeys("lenders", "conduct");
        return new Authority(node.Required("authority"), node.Required("channel"), Checked.Read(node))
        {
            Numbers = [.. node.Items("numbers").Select(entry => ReadNumber(entry, numbers)), .. Used(node, numbers)],
            Lenders = accepts?.Texts("lenders") ?? [],
            Conduct = accepts?.Texts("conduct") ?? [],
            NotFor = node.Texts("not-for"),
            NeedsFirst = [.. node.Items("needs-first").Select(First)],
            Longest = TermReader.Number(node, "longest"),
            Attachments = node.Texts("attach"),
            HoursKnown = node.Text("hours") == "known",
            Letters = node.Texts("letters"),
            Terms = [.. node.Items("terms").Select(TermReader.Read)],
            File = node.File,
            Line = node.Line,
        };
    }

    private static string ReadNumber(Node node, Dictionary<string, KnownNumber> numbers)
    {
        node.OnlyKeys("number", "text", "mark", "verified_on", "review_by");
        var id = node.Required("number");
        var known = Checked.Read(node);
        if (!numbers.TryAdd(id, new KnownNumber(id, node.Text("text") ?? id, known.ReviewBy, node.File, node.Line) { Mark = known.Mark }))
        {
            node.Report(Codes.Duplicate, $"the number '{id}' stands twice");
        }

        return id;
    }

    // Numbers of danger stand in crisis.yaml and are only named here.
    private static IEnumerable<string> Used(Node node, Dictionary<string, KnownNumber> numbers)
    {
        foreach (var id in node.Texts("uses"))
        {
            if (!numbers.ContainsKey(id))
            {
                node.Report(Codes.NoSuchAuthority, $"there is no number '{id}'");
            }

            yield return id;
        }
    }

    private static Prerequisite First(Node node)
    {
        node.OnlyKeys("authority", "by-law");
        return new Prerequisite(node.Required("authority"), node.Yes("by-law"));
    }
}
