using ChatHelper.Core.Content;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Facts.Reading;

namespace ChatHelper.Core.Faq;

/// What search.yaml says: words that mean the same, words that say nothing, words that ask.
internal sealed class QuestionWords(Readers readers, Repairs same, WordTree asking, IReadOnlyList<string> endings)
{
    private const string File = "search.yaml", SameWords = "same", LeftOut = "left-out", Intact = "intact", Asking = "asking", NotAsking = "not-asking", AskingAtEnd = "asking-at-end";

    /// The message without what nobody typed on purpose, in small half-width letters and the standard script.
    public string Folded(string text) => readers.Folded(text);

    /// A folded message in the one wording that questions are compared in.
    public string Same(string folded) => same.Apply(folded);

    public string Plain(string text) => Same(Folded(text));

    /// Whether a folded message puts a question: a question mark, or a word that asks.
    public bool Asks(string text)
    {
        List<Hit> hits = [];
        for (var at = 0; at < text.Length;)
        {
            hits.Clear();
            asking.Collect(text, at, hits);
            if (hits is [.., var longest])
            {
                if (longest.Word.First == 1)
                {
                    return true;
                }

                at = longest.End;
                continue;
            }

            at++;
        }

        return endings.Any(ending => text.EndsWith(ending, StringComparison.Ordinal));
    }

    public static QuestionWords Read(PackSource source, Readers readers, Diagnostics diagnostics)
    {
        var root = source.Yaml(File, diagnostics) ?? new Node(File, null, diagnostics);
        root.OnlyKeys(SameWords, LeftOut, Intact, Asking, NotAsking, AskingAtEnd);
        var same = new Repairs();
        foreach (var (word, group) in root[SameWords]?.Pairs() ?? [])
        {
            foreach (var other in group.Texts())
            {
                same.Add(other, word);
            }
        }

        foreach (var word in root.Texts(LeftOut))
        {
            same.Add(word, "");
        }

        foreach (var word in root.Texts(Intact))
        {
            same.Leave(word);
        }

        var asking = new WordTree();
        foreach (var (key, asks) in new[] { (Asking, 1), (NotAsking, 0) })
        {
            foreach (var word in root.Texts(key))
            {
                asking.Add(new Word(Kind.Ignored, word, asks, 0, "", 0));
            }
        }

        return new QuestionWords(readers, same, asking, root.Texts(AskingAtEnd));
    }
}
