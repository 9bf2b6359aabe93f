namespace ChatHelper.Core.Papers;

/// <summary>A letter as pages are made from it: what each line of its text is, and nothing of how it looks.</summary>
/// <param name="Title">First line of the text.</param>
/// <param name="Language">Language it is written in, a BCP 47 tag.</param>
/// <param name="Landscape">The page lies on its side.</param>
/// <param name="Blocks">What follows the title, in order.</param>
/// <param name="Footer">The remark at the foot of a draft; empty when it was taken off.</param>
public sealed record Paper(string Title, string Language, bool Landscape, IReadOnlyList<PaperBlock> Blocks, string Footer);

/// <summary>One piece of a paper. All text is plain; no sign in it has a meaning any more.</summary>
public abstract record PaperBlock
{
    private PaperBlock()
    {
    }

    /// <summary>The heading of a part.</summary>
    public sealed record Heading(string Text) : PaperBlock;

    /// <summary>A line of its own.</summary>
    /// <param name="Text">The line.</param>
    /// <param name="Apart">An empty line stands before it.</param>
    public sealed record Paragraph(string Text, bool Apart) : PaperBlock;

    /// <summary>One of a numbered row.</summary>
    /// <param name="Number">As written, without the stop.</param>
    /// <param name="Text">What follows it.</param>
    public sealed record Numbered(string Number, string Text) : PaperBlock;

    /// <summary>A table; every row has as many cells as the head.</summary>
    /// <param name="Head">Names of the columns.</param>
    /// <param name="Rows">Cells by row.</param>
    /// <param name="Shaded">All cells but those of the first column are counts or empty: the higher, the darker.</param>
    public sealed record Table(IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows, bool Shaded) : PaperBlock;

    /// <summary>What follows is a paper apart: it begins on a page of its own.</summary>
    public sealed record NewPage : PaperBlock;
}
