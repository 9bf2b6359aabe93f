using System.Globalization;
using System.Text;
using ChatHelper.Core.Turns;
using ChatHelper.Evidence;
using ChatHelper.Papers;
using ChatHelper.Tests.Evidence;
using ChatHelper.Tests.Papers;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Canary;

/// <summary>Goal C7: what leaves us says nothing of who made it, on which machine, where and in which time zone.</summary>
public sealed class MetadataTests(ITestOutputHelper output) : IDisposable
{
    private static readonly int Copies = int.Parse(Environment.GetEnvironmentVariable("CHATHELPER_TEST_METADATA") ?? "30", CultureInfo.InvariantCulture);

    // What exiftool says of the pixels themselves, and which way up they are held.
    private static readonly HashSet<string> OfThePicture = new(
        [
            "File:FileType", "File:FileTypeExtension", "File:MIMEType", "File:ImageWidth", "File:ImageHeight", "File:EncodingProcess", "File:BitsPerSample", "File:ColorComponents", "File:ExifByteOrder",
            "JFIF:JFIFVersion", "JFIF:ResolutionUnit", "JFIF:XResolution", "JFIF:YResolution", "IFD0:Orientation", "Composite:ImageSize", "Composite:Megapixels",
            "PNG:ImageWidth", "PNG:ImageHeight", "PNG:BitDepth", "PNG:ColorType", "PNG:Compression", "PNG:Filter", "PNG:Interlace", "PNG:Gamma",
            "RIFF:ImageWidth", "RIFF:ImageHeight", "RIFF:WebP_Flags", "RIFF:VP8Version", "RIFF:HorizontalScale", "RIFF:VerticalScale",
        ], StringComparer.Ordinal);

    private static readonly string[] OfThePdf = ["PDF:PDFVersion", "PDF:Linearized", "PDF:PageCount", "PDF:Language", "PDF:TaggedPDF", "PDF:Creator", "PDF:Producer", "PDF:CreateDate"];

    private readonly string _folder = Directory.CreateTempSubdirectory("notes-").FullName;

    [ExifFact]
    public async Task Of_a_picture_s_notes_the_copy_has_none_and_its_pixels_are_the_same()
    {
        foreach (var (of, no) in Enumerable.Range(0, Copies).Select(no => (no % 3, no)))
        {
            var (bytes, kind) = of switch
            {
                0 => (Pictures.Jpeg(Pictures.Jfif()), "jpg"),
                1 => (Pictures.Png(), "png"),
                _ => (Pictures.Webp(Pictures.RiffChunk("VP8X", new byte[10]), Pictures.RiffChunk("VP8 ", [0x30, 1, 0, 0x9D, 1, 0x2A, 1, 0, 1, 0, .. Pictures.Pixels])), "webp"),
            };
            Keep($"in/{no}.{kind}", bytes);
        }

        foreach (var some in Enumerable.Range(0, 3))
        {
            // The tags of a telephone, in three mixtures.
            await Exif.Run([
                "-q", "-m", "-overwrite_original", "-r", "-if", $"${{filename}} =~ /^\\d*[{(some == 0 ? "0-3" : some == 1 ? "4-6" : "7-9")}]\\./",
                "-GPSLatitude=31.8612", "-GPSLatitudeRef=N", "-GPSLongitude=117.2857", "-GPSLongitudeRef=E", "-GPSDateStamp=2026:11:18", "-Make=ACME", "-Model=Phone 9", "-OffsetTimeOriginal=+08:00",
                "-DateTimeOriginal=2026:11:18 20:30:00", "-Orientation#=6", "-Artist=kanari",
                .. some > 0 ? new[] { "-XMP:Creator=kanari", "-XMP:CreatorTool=C:\\Users\\kanari\\a.psd" } : [],
                .. some > 1 ? new[] { "-Comment=kanari", "-IPTC:By-line=kanari", "-PNG:Author=kanari", "-XMP:GPSLatitude=31.8612" } : [],
                Path.Combine(_folder, "in")]);
        }

        foreach (var path in Directory.EnumerateFiles(Path.Combine(_folder, "in")))
        {
            var mime = Path.GetExtension(path) switch { ".jpg" => FileKind.Jpeg, ".png" => FileKind.Png, _ => FileKind.Webp };
            var copy = CleanCopy.Of(await File.ReadAllBytesAsync(path), mime)!;
            Assert.True(copy.AsSpan().IndexOf(Pictures.Pixels) > 0);
            Keep($"out/{Path.GetFileName(path)}", copy);
        }

        var before = (await Exif.Read(Path.Combine(_folder, "in"))).Where(one => !OfThePicture.Contains(one.Tag)).ToList();
        var after = (await Exif.Read(Path.Combine(_folder, "out"))).Where(one => !OfThePicture.Contains(one.Tag)).ToList();
        output.WriteLine($"{Copies} pictures with {before.Count} notes; their copies have {after.Count}");
        Assert.Equal(Copies, before.Where(one => one.Tag.Contains("GPSLatitude", StringComparison.Ordinal)).Select(one => one.File).Distinct().Count());
        Assert.True(after.Count == 0, string.Join('\n', after));
    }

    [Fact]
    public async Task Letters_and_packages_carry_no_name_machine_path_or_time()
    {
        var maker = new FileMaker(Samples.China.Value.Lines, pdf: null);
        var letters = new[] { Samples.File("D01"), Samples.File("D16") };
        var package = new ReplyFile("all.zip", "application/zip", "") { Packed = letters };
        foreach (var file in letters.Append(package))
        {
            var made = await maker.Make(file, "");
            Keep($"out/{made.Name}", made.Bytes);
            Assert.Empty(ZipNotes.Of(made.Bytes, made.Name));
            Assert.All(Ours(), name => Assert.True(made.Bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(name)) < 0, $"{made.Name} has {name}"));
        }

        if (Exif.Program is not null)
        {
            Assert.All(await Exif.Read(Path.Combine(_folder, "out")), one => Assert.True(
                one.Tag.StartsWith("File:", StringComparison.Ordinal) || one.Tag is "ZIP:ZipRequiredVersion" or "ZIP:ZipBitFlag" or "ZIP:ZipCompression" or "ZIP:ZipCRC" or "ZIP:ZipCompressedSize" or "ZIP:ZipUncompressedSize" or "ZIP:ZipFileName"
                || one is { Tag: "ZIP:ZipModifyDate", Value: "1980:01:01 00:00:00" }, $"{one}"));
        }
    }

    [Fact]
    public void Notes_in_a_zip_are_found()
    {
        using var bytes = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("docProps/core.xml").Comment = "mine";
        }

        Assert.Equal(["docProps/core.xml: a remark", "docProps/core.xml: a time", "docProps/core.xml: an extra field or a time in its head"], ZipNotes.Of(bytes.ToArray(), "z").Where(note => !note.Contains("part about", StringComparison.Ordinal)).Select(note => note[3..]));
        Assert.Contains(ZipNotes.Of(bytes.ToArray(), "z"), note => note.Contains("a part about whoever wrote it", StringComparison.Ordinal));
        Assert.NotEmpty(ZipNotes.Of([.. bytes.ToArray(), 1], "z"));
    }

    [OfficeFact]
    public async Task A_pdf_says_no_name_path_or_time_zone()
    {
        using var writer = new PdfWriter(OfficeFactAttribute.Program!, Path.Combine(_folder, "work"), TimeProvider.System);
        var pdf = (await writer.Write(DocxWriter.Write(Samples.Paper("D01"), Samples.Fonts)))!;
        var text = Encoding.Latin1.GetString(pdf);

        Assert.Matches(@"/CreationDate\(D:\d{14}Z", text);
        Assert.DoesNotContain("/Author", text, StringComparison.Ordinal);
        Assert.All(Ours(), name => Assert.True(pdf.AsSpan().IndexOf(Encoding.UTF8.GetBytes(name)) < 0 && pdf.AsSpan().IndexOf(Encoding.BigEndianUnicode.GetBytes(name)) < 0, name));
        if (Exif.Program is not null)
        {
            Keep("out/D01.pdf", pdf);
            Assert.All(await Exif.Read(Path.Combine(_folder, "out")), one => Assert.True(one.Tag.StartsWith("File:", StringComparison.Ordinal) || OfThePdf.Contains(one.Tag), $"{one}"));
        }
    }

    // The clock of a machine that stands in another zone would write that zone into the paper.
    [Fact]
    public async Task Whoever_makes_the_pdf_is_told_no_time_zone_but_the_common_one()
    {
        var office = Path.Combine(_folder, "soffice");
        await File.WriteAllTextAsync(office, "#!/bin/sh\nenv > paper.pdf\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(office, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        using var writer = new PdfWriter(office, Path.Combine(_folder, "work"), TimeProvider.System);
        Assert.Contains("TZ=UTC0\n", Encoding.UTF8.GetString((await writer.Write([1]))!), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Short names are also in other words.
    private IEnumerable<string> Ours() => new[] { _folder, Rules.Checkout.Root, Environment.MachineName, Environment.UserName, AppContext.BaseDirectory, "chathelper" }.Where(name => name.Length > 5);

    private void Keep(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, name))!);
        File.WriteAllBytes(Path.Combine(_folder, name), bytes);
    }
}
