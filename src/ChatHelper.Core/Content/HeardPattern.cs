using System.Text.RegularExpressions;

namespace ChatHelper.Core.Content;

/// <summary>A pattern of a pack that is looked for in what people write. Interpreted: two hundred automata without
/// backtracking took a third of a gigabyte and two seconds to build. Each search is bounded in time instead.</summary>
public sealed class HeardPattern
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);
    private readonly Regex _regex;

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="ArgumentException">It does not compile.</exception>
    public HeardPattern(string pattern, bool ignoreCase = false) => _regex = new Regex(
        pattern, RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None), Longest);

    /// <summary>Whether it occurs. A search that takes too long counts as <paramref name="late"/>.</summary>
    public bool In(string text, bool late = false)
    {
        try
        {
            return _regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return late;
        }
    }

    /// <summary>All places where it occurs, in order; those found before a search took too long.</summary>
    public IEnumerable<Match> All(string text)
    {
        for (var match = Next(() => _regex.Match(text)); match.Success; match = Next(match.NextMatch))
        {
            yield return match;
        }
    }

    /// <summary>The text with every occurrence replaced; as it was when the search takes too long.</summary>
    public string Replaced(string text, string by)
    {
        try
        {
            return _regex.Replace(text, by);
        }
        catch (RegexMatchTimeoutException)
        {
            return text;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _regex.ToString();

    private static Match Next(Func<Match> search)
    {
        try
        {
            return search();
        }
        catch (RegexMatchTimeoutException)
        {
            return Match.Empty;
        }
    }
}
