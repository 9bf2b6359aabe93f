using ChatHelper.Papers;
using ChatHelper.Storage;

namespace ChatHelper.Tests.Papers;

public sealed class PdfFolderTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("pdf-folder-").FullName;

    [Fact]
    public void What_a_killed_program_left_is_removed_at_the_next_start_and_names_are_never_the_same()
    {
        var first = PdfFolder.Fresh(_data, _data);
        Directory.CreateDirectory(first);
        File.WriteAllText(Path.Combine(first, "paper.docx"), "x");

        var second = PdfFolder.Fresh(_data, _data);
        Assert.NotEqual(first, second);
        Assert.False(Directory.Exists(first));
    }

    [Fact]
    public void Nothing_but_a_folder_of_ours_is_ever_removed()
    {
        var other = Directory.CreateDirectory(Path.Combine(_data, "letters")).FullName;
        File.WriteAllText(Path.Combine(_data, "pdf.folder"), other);
        PdfFolder.Fresh(_data, _data);
        Assert.True(Directory.Exists(other));
    }

    [Fact]
    public void Only_memory_counts_as_memory()
    {
        Assert.False(PdfFolder.IsMemory("/proc"));
        Assert.False(PdfFolder.IsMemory("/nowhere"));
        Assert.Equal(PdfFolder.IsMemory("/dev/shm") ? "/dev/shm" : null, PdfFolder.Place(null));
        Assert.Equal(_data, PdfFolder.Place(_data));
    }

    [Fact]
    public void A_place_that_is_not_there_is_named_at_the_start() =>
        Assert.StartsWith("CHATHELPER_PDF_FOLDER is '/nowhere'", Assert.Throws<StartFault>(() => Settings.Read(name => name switch
        {
            "CHATHELPER_PDF_FOLDER" => "/nowhere",
            "CHATHELPER_SOFFICE" => Environment.ProcessPath,
            _ => null,
        })).Message, StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_data, recursive: true);
}
