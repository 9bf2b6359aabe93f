namespace ChatHelper.Papers;

/// <summary>What makes PDFs here.</summary>
/// <param name="Program">Path of a LibreOffice's <c>soffice</c>.</param>
/// <param name="Place">Folder below which it works (<see cref="PdfFolder"/>).</param>
internal sealed record PdfOffice(string Program, string Place)
{
    public PdfWriter Writer(string dataFolder, TimeProvider clock) => new(Program, PdfFolder.Fresh(Place, dataFolder), clock);
}
