using System.IO.Compression;
using System.Text;

namespace ChatHelper.Tests.Canary;

public sealed class ScannerTests : IDisposable
{
    private static readonly Needles Core = new(["金丝雀", "1990000", "kanari"], [[1, 250, 3, 99, 5, 77, 7, 8]]);
    private static readonly byte[] s_noise = Drawn(1 << 20);
    private readonly string _folder = Directory.CreateTempSubdirectory("scanner-").FullName;

    public static TheoryData<string> Texts => new("金丝雀", "1990000", "kanari");

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_form_is_found_at_any_place(string text)
    {
        foreach (var (form, bytes) in Needles.Forms(text))
        {
            foreach (var before in new[] { 1, (1 << 20) - 3 })
            {
                Assert.True(Found([.. Noise(before), .. bytes, .. Noise(50)]).Count > 0, $"{text} in {form} behind {before} bytes");
            }
        }

        Assert.True(Needles.Forms(text).Count() > 25);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void In_base64_it_is_found_whatever_stands_around_it(string text)
    {
        for (var before = 0; before < 6; before++)
        {
            foreach (var coding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
            {
                var coded = Convert.ToBase64String([.. Noise(before), .. coding.GetBytes(text), .. Noise(5)]);
                Assert.True(Found(Encoding.ASCII.GetBytes(coded)).Count > 0, $"{text} behind {before}, {coding.WebName}");
            }
        }
    }

    [Fact]
    public void In_json_urls_and_pages_it_is_found()
    {
        Assert.NotEmpty(Found(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes("姓名：金丝雀")));
        Assert.NotEmpty(Found(Encoding.ASCII.GetBytes(Uri.EscapeDataString("q=金丝雀"))));
        Assert.NotEmpty(Found(Encoding.ASCII.GetBytes(System.Text.Encodings.Web.HtmlEncoder.Default.Encode("金丝雀"))));
        Assert.NotEmpty(Found([9, 9, 1, 250, 3, 99, 5, 77, 7, 8, 9]));
        Assert.NotEmpty(Found("01fa0363054d0708"u8.ToArray()));
    }

    [Fact]
    public void What_is_packed_is_found_even_behind_other_bytes_and_when_it_is_cut_off()
    {
        var words = Encoding.UTF8.GetBytes($"{Convert.ToHexString(Noise(18_000)[..9000])} 金丝雀 {Convert.ToHexString(Noise(18_000)[9000..])}"); // else the second half is packed to nothing
        foreach (var pack in new Func<Stream, Stream>[] { to => new GZipStream(to, CompressionLevel.Optimal), to => new ZLibStream(to, CompressionLevel.Optimal) }) // bare deflate has no mark: only whole files of it are seen
        {
            using var to = new MemoryStream();
            using (var stream = pack(to))
            {
                stream.Write(words);
            }

            Assert.NotEmpty(Found([.. Noise(333), .. to.ToArray(), .. Noise(40)]));
            Assert.NotEmpty(Found([.. Noise(333), .. to.ToArray()[..(to.ToArray().Length * 3 / 4)]]));
        }

        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry("信.txt").Open())
        {
            entry.Write(words);
        }

        Assert.NotEmpty(Found(zip.ToArray()));
    }

    [Power.StraceFact]
    public async Task What_was_overwritten_and_removed_is_found_in_the_calls_that_wrote_it()
    {
        var calls = new Calls(Path.Combine(_folder, "calls"));
        var file = Path.Combine(_folder, "gone");
        using (var shell = System.Diagnostics.Process.Start(calls.Under[0], [.. calls.Under[1..], "sh", "-c", $"printf 'my kan' > {file}; printf ari >> {file}; : > {file}; rm {file}"]))
        {
            await shell.WaitForExitAsync();
        }

        var (path, stream) = Assert.Single(calls.Streams());
        Assert.Equal(file, path);
        Assert.Equal("kanari in utf-8", Assert.Single(new Scanner(Core).InBytes(stream.ToArray())));
    }

    [Fact]
    public void Of_other_bytes_nothing_is_said() => Assert.Empty(Found([.. Noise(1 << 20), .. Encoding.UTF8.GetBytes("金色的丝，麻雀")]));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private IReadOnlyList<string> Found(byte[] bytes)
    {
        var path = Path.Combine(_folder, "one");
        File.WriteAllBytes(path, bytes);
        return new Scanner(Core).InFile(path);
    }

    private static byte[] Noise(int length) => s_noise[..length];

    private static byte[] Drawn(int length)
    {
        var bytes = new byte[length];
        var seed = 20261122u;
        for (var i = 0; i < length; i++)
        {
            seed = (seed * 1664525u) + 1013904223u;
            bytes[i] = (byte)(seed >> 24);
        }

        return bytes;
    }
}
