using System.Text.RegularExpressions;

namespace ChatHelper.Core.Content;

/// <summary>A pattern of a pack that is looked for in what people write. It starts interpreted, because two hundred automata
/// without backtracking took a third of a gigabyte and two seconds to build; one that is much used is compiled beside the
/// work, one after the other, and then takes a sixth of the time. What it finds is the same. Readers bound the length of what
/// they search, and each search is bounded in time far beyond what that length needs.</summary>
public sealed class HeardPattern
{
    private const int MuchUsed = 500;
    private const int Spread = 1000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private static readonly Lock OneAtATime = new();
    private readonly RegexOptions _options;
    private readonly int _compileAt;
    private Regex _regex;
    private int _uses;

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="ArgumentException">It does not compile.</exception>
    public HeardPattern(string pattern, bool ignoreCase = false)
    {
        _options = RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        _regex = new Regex(pattern, _options, Longest);
        _compileAt = MuchUsed + (pattern.Length * 31 % Spread);
    }

    /// <summary>Longest text that readers search, in UTF-16 units; of longer ones they take a part.</summary>
    public const int LongestText = 2000;

    /// <summary>Whether it occurs. A search that takes too long counts as <paramref name="late"/>.</summary>
    public bool In(string text, bool late = false)
    {
        try
        {
            return Current().IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return late;
        }
    }

    /// <summary>All places where it occurs, in order; those found before a search took too long.</summary>
    public IEnumerable<Match> All(string text)
    {
        for (var match = Next(() => Current().Match(text)); match.Success; match = Next(match.NextMatch))
        {
            yield return match;
        }
    }

    /// <summary>The text with every occurrence replaced; as it was when the search takes too long.</summary>
    public string Replaced(string text, string by)
    {
        try
        {
            return Current().Replace(text, by);
        }
        catch (RegexMatchTimeoutException)
        {
            return text;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _regex.ToString();

    private Regex Current()
    {
        if (Interlocked.Increment(ref _uses) == _compileAt)
        {
            _ = Task.Run(Compile);
        }

        return Volatile.Read(ref _regex);
    }

    private void Compile()
    {
        lock (OneAtATime)
        {
            var compiled = new Regex(_regex.ToString(), _options | RegexOptions.Compiled, Longest);
            compiled.IsMatch(compiled.ToString()); // the machine code is made here, not in somebody's turn
            Volatile.Write(ref _regex, compiled);
        }
    }

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
