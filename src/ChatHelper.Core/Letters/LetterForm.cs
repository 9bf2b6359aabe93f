using ChatHelper.Core.Dialogs;

namespace ChatHelper.Core.Letters;

/// <summary>A document that can be handed out (<c>letters/D01.yaml</c> beside its texts <c>letters/D01.zh-Hans.txt</c>,
/// <c>letters/D01-contact.zh-Hans.txt</c>, …). Its title is the line <c>letter.D01</c>.</summary>
/// <param name="Id">Such as <c>D01</c> or <c>D12a</c>.</param>
/// <param name="Needs">Facts asked before it is written, in order.</param>
/// <param name="Wants">Facts it uses when they are there; never asked for it.</param>
/// <param name="Points">Legal points cited at its end, in order.</param>
/// <param name="Variants">Which text is used, first that holds; the last has no condition.</param>
/// <param name="AsFile">Handed out as a file as well; short messages are only copied.</param>
/// <param name="Longest">Most characters of the finished text; 0: no limit.</param>
/// <param name="Footer">Ends with the footer line.</param>
public sealed record LetterForm(
    string Id,
    IReadOnlyList<string> Needs,
    IReadOnlyList<string> Wants,
    IReadOnlyList<string> Points,
    IReadOnlyList<LetterVariant> Variants,
    bool AsFile,
    int Longest,
    bool Footer);

/// <summary>One text of a letter.</summary>
/// <param name="If">When it is used; null: otherwise.</param>
/// <param name="Name">File name without language, such as <c>D01-contact</c>.</param>
/// <param name="Texts">Template by language.</param>
public sealed record LetterVariant(Condition? If, string Name, IReadOnlyDictionary<string, string> Texts);

/// <summary>A finished letter.</summary>
/// <param name="Id">Form it was made from.</param>
/// <param name="Title">Title in the reader's language.</param>
/// <param name="Text">The whole text; blanks stand as the line <c>blank</c> says.</param>
/// <param name="FileName">Name of the text file without folder.</param>
/// <param name="AsFile">Handed out as a file as well.</param>
public sealed record Letter(string Id, string Title, string Text, string FileName, bool AsFile);
