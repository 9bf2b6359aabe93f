using System.Text.RegularExpressions;
using ChatHelper.Papers;

namespace ChatHelper.Tests.Papers;

public sealed class PdfWriterTests : IDisposable
{
    private static readonly Regex Pages = new("/Type/Page\\b[^s]", RegexOptions.None, TimeSpan.FromSeconds(5));
    private readonly string _folder = Directory.CreateTempSubdirectory("pdf-").FullName;

    private string Work => Path.Combine(_folder, "work");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [OfficeFact]
    public async Task A_real_libreoffice_opens_our_documents_and_leaves_nothing_behind()
    {
        using var writer = new PdfWriter(OfficeFactAttribute.Program!, Work, TimeProvider.System);
        foreach (var (letter, pages, box) in new[] { ("D01", 3, "[0 0 595"), ("D16", 2, "[0 0 841") })
        {
            var pdf = System.Text.Encoding.Latin1.GetString((await writer.Write(DocxWriter.Write(Samples.Paper(letter), Samples.Fonts)))!);

            Assert.StartsWith("%PDF-", pdf, StringComparison.Ordinal);
            Assert.Contains($"/MediaBox{box}", pdf, StringComparison.Ordinal);
            Assert.Equal(pages, Pages.Count(pdf));
            Assert.False(Directory.Exists(Work));
        }
    }

    [OfficeFact]
    public async Task Whatever_was_typed_the_document_still_opens()
    {
        using var writer = new PdfWriter(OfficeFactAttribute.Program!, Work, TimeProvider.System);
        Assert.NotNull(await writer.Write(DocxWriter.Write(Samples.Hostile, Samples.Fonts)));
    }

    [Theory]
    [InlineData("exit 1")]
    [InlineData("exit 0")]
    [InlineData("sleep 600 & wait")]
    public async Task A_converter_that_fails_or_hangs_gives_the_document_and_leaves_nothing_behind(string script)
    {
        var office = Program(script);
        using var writer = new PdfWriter(office, Work, new Hasty());
        var made = await new FileMaker(Samples.China.Value.Lines, writer).Make(Samples.File("D01", pdf: true), "");

        Assert.EndsWith(".docx", made.Name, StringComparison.Ordinal);
        Assert.NotEmpty(made.Remark);
        Assert.False(Directory.Exists(Work));
    }

    [Fact]
    public async Task It_gets_a_folder_that_only_this_user_may_enter_and_none_of_our_settings()
    {
        Environment.SetEnvironmentVariable("TELEGRAM_TOKEN_OF_TEST", "secret");
        using var writer = new PdfWriter(Program($"stat -c %a . > {_folder}/mode; env > {_folder}/env; cp paper.docx paper.pdf"), Work, TimeProvider.System);
        Assert.Equal([1, 2, 3], await writer.Write([1, 2, 3]));

        Assert.Equal("700", (await File.ReadAllTextAsync(Path.Combine(_folder, "mode"))).Trim());
        Assert.DoesNotContain("secret", await File.ReadAllTextAsync(Path.Combine(_folder, "env")), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Work));
    }

    [Fact]
    public void What_an_ended_program_left_is_removed_at_the_start()
    {
        Directory.CreateDirectory(Work);
        File.WriteAllText(Path.Combine(Work, "paper.docx"), "x");
        new PdfWriter("/nowhere", Work, TimeProvider.System).Dispose();
        Assert.False(Directory.Exists(Work));
    }

    private string Program(string script)
    {
        var path = Path.Combine(_folder, "soffice");
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }

    // A hundred times as fast.
    private sealed class Hasty : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime / 100, period);
    }
}
