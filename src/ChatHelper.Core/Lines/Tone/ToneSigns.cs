using System.Text.RegularExpressions;

namespace ChatHelper.Core.Lines.Tone;

/// <summary>How a language marks sentences, questions, quoted words, explanations in brackets and items of a list.</summary>
internal sealed record ToneSigns(Regex Sentence, Regex Question, Regex Item, Regex Quoted, IReadOnlyList<string> Brackets)
{
    /// <summary>The text with words that are not the speaker's own taken out.</summary>
    public string Unquoted(string text) => Quoted.Replace(text, " ");

    public int Questions(string text) => Question.Count(Unquoted(text));

    /// <summary>Sentences outside quotation marks; an item of a list is none.</summary>
    public int Sentences(string text)
    {
        var running = string.Join('\n', Unquoted(text).Split('\n').Where(line => !Item.IsMatch(line)));
        var ends = Sentence.Matches(running);
        var last = ends.Count == 0 ? 0 : ends[^1].Index + ends[^1].Length;
        return ends.Count + (running.AsSpan(last).Trim().Length > 0 ? 1 : 0);
    }

    /// <summary>Whether an explanation in brackets touches the word.</summary>
    public bool Explains(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var after = at + word.Length;
            if (Brackets.Any(pair => (at > 0 && text[at - 1] == pair[0]) || text.AsSpan(after, Math.Min(2, text.Length - after)).Contains(pair[0])))
            {
                return true;
            }
        }

        return false;
    }
}
