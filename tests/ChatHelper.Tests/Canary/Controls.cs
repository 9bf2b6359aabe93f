using System.IO.Compression;
using System.Text;

namespace ChatHelper.Tests.Canary;

/// <summary>What a program without encryption would leave: each canary in each form in a file of its own, bare and packed.</summary>
internal static class Controls
{
    /// <returns>How many files were written.</returns>
    public static int Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var count = 0;
        foreach (var (form, bytes) in new[] { Person.Word, Person.Number, Person.Latin }.SelectMany(Needles.Forms))
        {
            byte[] around = [.. Encoding.UTF8.GetBytes("a line before, "), .. bytes, .. Encoding.UTF8.GetBytes(", and a line behind")];
            Keep(around);
            if (form is "utf-8" or "utf-16le" or "json")
            {
                Keep(Packed(around, to => new GZipStream(to, CompressionLevel.Optimal)));
                Keep(Packed(around, to => new ZLibStream(to, CompressionLevel.SmallestSize)));
                Keep(Packed(around, to => new DeflateStream(to, CompressionLevel.Optimal)));
                Keep([1, 2, 3, .. Packed(around, to => new GZipStream(to, CompressionLevel.Fastest)), 4, 5]);
                Keep(Zipped(around));
            }
        }

        return count;

        void Keep(byte[] bytes) => File.WriteAllBytes(Path.Combine(folder, $"{++count}"), bytes);
    }

    private static byte[] Packed(byte[] bytes, Func<Stream, Stream> pack)
    {
        using var to = new MemoryStream();
        using (var stream = pack(to))
        {
            stream.Write(bytes);
        }

        return to.ToArray();
    }

    private static byte[] Zipped(byte[] bytes)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry("one.txt").Open())
        {
            entry.Write(bytes);
        }

        return zip.ToArray();
    }
}
