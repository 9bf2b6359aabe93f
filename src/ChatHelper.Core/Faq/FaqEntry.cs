using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;

namespace ChatHelper.Core.Faq;

/// <summary>A short answer to something said in between; the dialog stays where it was.</summary>
/// <param name="Id">Its name; its text is the line <c>faq.NAME</c>.</param>
/// <param name="Patterns">Words it answers to, wherever they stand.</param>
/// <param name="If">Answers only while this holds; null: always.</param>
/// <param name="Points">Legal points cited under the text.</param>
/// <param name="First">Said before all else (stop a payment, refuse a look-up), and alone.</param>
/// <param name="Deaf">What else the message says is not kept (another person's numbers, facts made up).</param>
public sealed record FaqEntry(string Id, IReadOnlyList<HeardPattern> Patterns, Condition? If, IReadOnlyList<string> Points, bool First, bool Deaf)
{
    /// <summary>The question as people put it, several ways; a message is searched for the nearest. Empty: patterns alone.</summary>
    public IReadOnlyList<string> Asks { get; init; } = [];

    /// <summary>A talk in which it is said is shown to the desk for review: the name of this entry, never a word of the talk.</summary>
    public bool Flag { get; init; }

    /// <summary>File of the pack it stands in.</summary>
    public string File { get; init; } = "";

    /// <summary>Line in that file.</summary>
    public int Line { get; init; }

    internal bool Holds(Facts.FactSheet facts) => If?.Holds(facts) ?? true;
}
