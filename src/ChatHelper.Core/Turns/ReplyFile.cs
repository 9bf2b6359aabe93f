using ChatHelper.Core.Exports;
using ChatHelper.Core.Letters;

namespace ChatHelper.Core.Turns;

/// <summary>A document in full, as what it is made from: the channel makes its bytes when it sends, the same ones each time (a PDF
/// carries the time at which it was made).</summary>
/// <param name="Name">File name without folder; says nothing of what is in it.</param>
/// <param name="Mime">Media type.</param>
/// <param name="Text">The text; of a file with pages, what they are laid out from; empty for a package.</param>
public sealed record ReplyFile(string Name, string Mime, string Text)
{
    /// <summary>Laid out as pages; null: plain text as it stands.</summary>
    public PageLayout? Pages { get; init; }

    /// <summary>Files packed into one, by name; null: a single file.</summary>
    public IReadOnlyList<ReplyFile>? Packed { get; init; }

    /// <summary>Id of a kept file of the same person: the content is a copy of it without what the telephone noted beside the
    /// pixels, made when it is sent and stored nowhere. Null: nothing of the kind.</summary>
    public string? CleanCopyOf { get; init; }

    /// <summary>A part of a copy of everything held about the person, gathered when it is sent and stored nowhere. Null: nothing of the kind.</summary>
    public ExportPart? Export { get; init; }

    /// <summary>A message that a volunteer showed, in words of the channel that has it: that channel copies it when it is sent, and
    /// <see cref="Text"/> is what stands under it. Null: nothing of the kind.</summary>
    public string? CopyOf { get; init; }

    /// <summary>A plain text file of a letter.</summary>
    public static ReplyFile Plain(Letter letter) => new(letter.FileName, "text/plain; charset=utf-8", letter.Text);

    /// <summary>A letter as a document of Word and its relatives.</summary>
    public static ReplyFile Docx(Letter letter) => Paged(letter, pdf: false);

    /// <summary>A letter as a PDF.</summary>
    public static ReplyFile Pdf(Letter letter) => Paged(letter, pdf: true);

    /// <summary>Files packed into a zip.</summary>
    public static ReplyFile Zip(string name, IReadOnlyList<ReplyFile> files) => new($"{name}.zip", "application/zip", "") { Packed = files };

    private static ReplyFile Paged(Letter letter, bool pdf) => new(
        Path.ChangeExtension(letter.FileName, pdf ? ".pdf" : ".docx"), pdf ? PageLayout.Pdf : PageLayout.Docx, letter.Text)
    {
        Pages = new PageLayout(letter.Language, letter.Landscape, pdf),
    };
}

/// <summary>How a text becomes pages.</summary>
/// <param name="Language">Language it is written in, a BCP 47 tag.</param>
/// <param name="Landscape">The page lies on its side.</param>
/// <param name="AsPdf">A PDF where one can be made; else a DOCX.</param>
public sealed record PageLayout(string Language, bool Landscape, bool AsPdf)
{
    /// <summary>Media type of a DOCX.</summary>
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Media type of a PDF.</summary>
    public const string Pdf = "application/pdf";
}
