using System.Text;
using ChatHelper.Core.Crisis;
using ChatHelper.Core.Turns;

namespace ChatHelper.Tests.Contract;

/// <summary>A document that was handed out, as it came.</summary>
/// <param name="Text">What it was made from, where that is known.</param>
internal sealed record Paper(string Name, byte[] Bytes, string Text = "")
{
    // A list of evidence says by which channel each thing came.
    private bool IsOfEvidence => Text.Contains(Way.PictureHash, StringComparison.Ordinal);

    /// <summary>Whether this is the other, whose text is known. The pages of a list are laid out from the text that comes beside them.</summary>
    public bool IsLike(Paper other) => Name == other.Name && (Bytes.AsSpan().SequenceEqual(other.Bytes)
        || (other.IsOfEvidence && (!Name.EndsWith(".txt", StringComparison.Ordinal) || Wordings.Unnamed(Encoding.UTF8.GetString(Bytes)) == Wordings.Unnamed(Encoding.UTF8.GetString(other.Bytes)))));
}

/// <summary>How a story ended on a channel.</summary>
/// <param name="Kept">Facts, letters given, and what else the case holds; each by its name.</param>
/// <param name="Papers">Documents, in the order in which they came.</param>
/// <param name="Heard">All that the person read.</param>
internal sealed record Ending(IReadOnlyDictionary<string, string> Kept, IReadOnlyList<Paper> Papers, IReadOnlyList<string> Heard)
{
    // How they are reached, and what only a channel abroad asks: not what happened to them.
    private static readonly string[] s_ofChannel = ["reach", "abroad-answer", "consent-abroad"];

    /// <summary>Letters that are a text to copy and no file.</summary>
    public IReadOnlyList<string> Copies { get; init; } = [];

    /// <summary>The buttons that were pressed, with their words, by line of the play.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<ShownChoice>> Pressed { get; init; } = new Dictionary<int, IReadOnlyList<ShownChoice>>();

    public static Ending Of(Conversation? talk, IReadOnlyList<Paper> papers, IReadOnlyList<string> heard)
    {
        SortedDictionary<string, string> kept = new(StringComparer.Ordinal);
        foreach (var (name, fact) in talk?.Facts.Where(fact => !s_ofChannel.Contains(fact.Key)) ?? [])
        {
            kept[$"fact {name}"] = $"{fact.State} {fact.Value}";
        }

        kept["talk"] = talk is null ? "erased" : "kept";
        kept["given"] = string.Join(' ', talk?.Given ?? []);
        kept["diary"] = $"{talk?.Case.Diary.Count}";
        kept["evidence"] = $"{talk?.Case.Evidence.Count}";
        kept["tier"] = $"{talk?.Crisis?.Tier ?? Tier.None}";
        return new Ending(kept, papers, heard);
    }

    /// <summary>What is not as it is there, a line each.</summary>
    public IEnumerable<string> Unlike(Ending other) => Kept.Keys.Union(other.Kept.Keys).Order(StringComparer.Ordinal)
        .Where(name => Kept.GetValueOrDefault(name) != other.Kept.GetValueOrDefault(name))
        .Select(name => $"{name}: {Kept.GetValueOrDefault(name) ?? "(open)"}, there {other.Kept.GetValueOrDefault(name) ?? "(open)"}");

    /// <summary>Documents of there that did not come as they are there, a line each.</summary>
    /// <param name="asText">They come as words and not as files.</param>
    public IEnumerable<string> Lacks(Ending there, bool asText)
    {
        var (read, bare) = (Wordings.Joined(string.Concat(Heard)), Wordings.Bare(string.Concat(Heard)));
        foreach (var copy in there.Copies.Where(copy => !bare.Contains(Wordings.Bare(copy), StringComparison.Ordinal)))
        {
            yield return $"text '{copy}' did not come";
        }

        foreach (var paper in there.Papers.Where(paper => asText && !read.Contains(Wordings.Joined(paper.Text), StringComparison.Ordinal)))
        {
            yield return $"{paper.Name} did not come as words";
        }

        if (!asText)
        {
            foreach (var (mine, theirs) in Papers.Zip(there.Papers).Where(pair => !pair.First.IsLike(pair.Second)))
            {
                yield return $"{mine.Name}, {mine.Bytes.Length} bytes, is there {theirs.Name}, {theirs.Bytes.Length} bytes";
            }

            if (Papers.Count != there.Papers.Count)
            {
                yield return $"{Papers.Count} documents came, there {there.Papers.Count}";
            }
        }
    }
}
