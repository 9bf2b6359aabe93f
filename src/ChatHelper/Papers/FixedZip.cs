using System.IO.Compression;

namespace ChatHelper.Papers;

/// <summary>Zip files whose bytes follow from their content alone: entries in the order given, one fixed time, nothing packed (packing
/// differs from one library to the next).</summary>
internal static class FixedZip
{
    // The first moment that a zip can hold.
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(IEnumerable<(string Name, byte[] Bytes)> entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
                entry.LastWriteTime = Time;
                using var body = entry.Open();
                body.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A zip written by somebody else, with the list of its parts first and the others by name.</summary>
    public static byte[] Again(MemoryStream bytes)
    {
        bytes.Position = 0;
        using var zip = new ZipArchive(bytes, ZipArchiveMode.Read);
        return Write(zip.Entries
            .OrderBy(entry => entry.FullName != "[Content_Types].xml").ThenBy(entry => entry.FullName, StringComparer.Ordinal)
            .Select(entry => (entry.FullName, Read(entry))));
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var body = entry.Open();
        using var bytes = new MemoryStream();
        body.CopyTo(bytes);
        return bytes.ToArray();
    }
}
