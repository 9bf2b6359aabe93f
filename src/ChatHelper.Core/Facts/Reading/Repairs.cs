using System.Text;

namespace ChatHelper.Core.Facts.Reading;

/// Misspelt words and what was meant. The longest one wins; words left intact hide a misspelling inside them.
internal sealed class Repairs
{
    private readonly WordTree _words = new();
    private readonly List<string> _right = [];

    public void Add(string wrong, string right)
    {
        _words.Add(new Word(Kind.Ignored, wrong, _right.Count, 0, "", 0));
        _right.Add(right);
    }

    public void Leave(string word) => Add(word, word);

    public string Apply(string text)
    {
        StringBuilder? repaired = null;
        var hits = new List<Hit>();
        var copied = 0;
        for (var at = 0; at < text.Length;)
        {
            hits.Clear();
            _words.Collect(text, at, hits);
            if (hits.Count == 0)
            {
                at++;
                continue;
            }

            var hit = hits[^1];
            repaired ??= new StringBuilder(text.Length);
            repaired.Append(text, copied, at - copied).Append(_right[hit.Word.First]);
            copied = at = hit.End;
        }

        return repaired is null ? text : repaired.Append(text, copied, text.Length - copied).ToString();
    }
}
