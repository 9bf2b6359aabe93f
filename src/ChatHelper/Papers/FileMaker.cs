using System.Text;
using ChatHelper.Core.Lines;
using ChatHelper.Core.Papers;
using ChatHelper.Core.Turns;
using ChatHelper.Export;

namespace ChatHelper.Papers;

/// <summary>Makes the bytes of a handed out file at the moment of sending; the outbox keeps only what they are made from.</summary>
internal sealed class FileMaker(LineBook lines, PdfWriter? pdf, Func<string, Task<byte[]?>>? copies = null, Exporter? exports = null)
{
    private const char Mark = '\uFEFF';

    /// <summary>Whether PDFs can be made here.</summary>
    public bool MakesPdf => pdf is not null;

    /// <param name="language">Of the reply it goes with; empty for the pack's first.</param>
    /// <param name="person">To whom it goes; 0 for files in which nothing of them is gathered.</param>
    public async Task<MadeFile> Make(ReplyFile file, string language, long person = 0)
    {
        if (file.Export is { } part && exports is not null)
        {
            return await exports.Make(file, part, person);
        }

        // The file may have been removed since, or lie with a channel that the person has left: then a word stands in its place.
        if (file.CleanCopyOf is not null || file.CopyOf is not null)
        {
            return file.CleanCopyOf is { } kept && copies is not null && await copies(kept) is { } copy
                ? new MadeFile(file.Name, file.Mime, copy)
                : new MadeFile(Path.ChangeExtension(file.Name, ".txt"), "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(Line(language, "evidence.not-there")));
        }

        if (file.Pages is not { AsPdf: true } pages)
        {
            return new MadeFile(file.Name, file.Mime, Bytes(file));
        }

        var docx = Docx(file.Text, pages);
        return pdf is not null && await pdf.Write(docx) is { } made
            ? new MadeFile(file.Name, file.Mime, made)
            : new MadeFile(Path.ChangeExtension(file.Name, ".docx"), PageLayout.Docx, docx, Line(language, "paper.pdf-failed"));
    }

    private byte[] Bytes(ReplyFile file) =>
        file.Packed is { } packed ? FixedZip.Write(packed.OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => (one.Name, Bytes(one))))
        : file.Pages is { } pages ? Docx(file.Text, pages)
        : Encoding.UTF8.GetBytes(file.Mime.StartsWith("text/plain", StringComparison.Ordinal) ? $"{Mark}{file.Text}" : file.Text);

    private byte[] Docx(string text, PageLayout pages) => DocxWriter.Write(
        PaperReader.Of(text, pages.Language, pages.Landscape),
        new PaperFonts(Line(pages.Language, "paper.font.heading"), Line(pages.Language, "paper.font.body")));

    private string Line(string language, string id) => lines.Find(language, id)?.Text ?? id;
}
