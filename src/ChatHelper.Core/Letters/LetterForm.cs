using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Letters;

/// <summary>A document that can be handed out (<c>letters/D01.yaml</c> beside its texts <c>letters/D01.zh-Hans.txt</c>,
/// <c>letters/D01-contact.zh-Hans.txt</c>, …). Its title is the line <c>letter.D01</c>.</summary>
/// <param name="Id">Such as <c>D01</c> or <c>D12a</c>.</param>
/// <param name="Needs">Facts asked before it is written, in order.</param>
/// <param name="Wants">Facts it uses when they are there; never asked for it.</param>
/// <param name="Points">Legal points cited in it, in order; as many as fit into <see cref="LetterSources.Most"/> citations.</param>
/// <param name="Variants">Which text is used, first that holds; the last has no condition.</param>
/// <param name="AsFile">Handed out as a file as well; short messages are only copied.</param>
/// <param name="Longest">Most characters of the finished text; 0: no limit.</param>
/// <param name="Footer">Ends with the footer line.</param>
/// <param name="Language">The one language it is written in, whatever language is spoken (papers for an office); null: the
/// person's.</param>
public sealed record LetterForm(
    string Id,
    IReadOnlyList<string> Needs,
    IReadOnlyList<string> Wants,
    IReadOnlyList<LetterPoint> Points,
    IReadOnlyList<LetterVariant> Variants,
    bool AsFile,
    int Longest,
    bool Footer,
    string? Language)
{
    /// <summary>How much a message to one's own contacts tells: 1 nothing of a debt, 2 that there is one, 3 all; 0: no such message.
    /// What each level may not say stands in <c>disclosure.yaml</c>.</summary>
    public int Level { get; init; }

    /// <summary>Its pages lie on their side (<c>page: landscape</c>).</summary>
    public bool Landscape { get; init; }

    /// <summary>Path of its form inside the pack.</summary>
    public string File => $"letters/{Id}.yaml";

    /// <summary>The text that these facts choose.</summary>
    public LetterVariant For(FactSheet facts) => Variants.FirstOrDefault(variant => variant.If?.Holds(facts) ?? true) ?? Variants[^1];
}

/// <summary>A legal point that a letter cites.</summary>
/// <param name="If">When it is cited; null: always.</param>
/// <param name="Point">Name in <c>law/points.yaml</c>.</param>
public sealed record LetterPoint(Condition? If, string Point);

/// <summary>One text of a letter.</summary>
/// <param name="If">When it is used; null: otherwise.</param>
/// <param name="Name">File name without language, such as <c>D01-contact</c>. Letters may share a text.</param>
/// <param name="Texts">Compiled template by language.</param>
public sealed record LetterVariant(Condition? If, string Name, IReadOnlyDictionary<string, LetterText> Texts)
{
    /// <summary>What the text says, for its reader, by language: only beside a letter that has one language of its own, and never handed in.</summary>
    public IReadOnlyDictionary<string, LetterText> Glosses { get; init; } = new Dictionary<string, LetterText>(StringComparer.Ordinal);
}

/// <summary>A finished letter.</summary>
/// <param name="Id">Form it was made from.</param>
/// <param name="Title">Title in the reader's language.</param>
/// <param name="Text">The whole text; blanks stand as the line <c>blank</c> says.</param>
/// <param name="FileName">Name of the text file without folder; says nothing of what is in it.</param>
/// <param name="AsFile">Handed out as a file as well.</param>
public sealed record Letter(string Id, string Title, string Text, string FileName, bool AsFile)
{
    /// <summary>Language the text is written in, a BCP 47 tag.</summary>
    public string Language { get; init; } = "";

    /// <summary>Its pages lie on their side.</summary>
    public bool Landscape { get; init; }

    /// <summary>Ends with a footer that can be taken off.</summary>
    public bool Footer { get; init; }
}
