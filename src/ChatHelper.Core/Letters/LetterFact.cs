using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Letters;

/// <summary>A fact as a template sees it; put in as it stands, it reads as its words, its silence or a blank.</summary>
internal sealed record LetterFact(string Name, string Label, Fact? Fact, string Words, IReadOnlyList<LetterEntry> Entries)
{
    public bool IsKnown => Fact is { IsKnown: true };

    /// <summary>What the person typed, made fit to stand between quotation marks; without it the words of the value.</summary>
    public string OwnWords(int longest) =>
        Fact is { IsKnown: true, Raw.Length: > 0 } said ? TracedText.Mark(Name, Letters.OwnWords.Quoted(said.Raw, longest)) : Words;

    public override string ToString() => Words;
}

/// <summary>One thing of a fact that gathers.</summary>
/// <param name="Words">As it may be shown: a number masked.</param>
/// <param name="Full">As the receiving office needs it.</param>
internal sealed record LetterEntry(string Words, string Full);
