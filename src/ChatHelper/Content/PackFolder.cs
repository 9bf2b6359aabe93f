using System.Text;
using ChatHelper.Core.Content;

namespace ChatHelper.Content;

/// <summary>Reads a pack's folder from disk.</summary>
internal static class PackFolder
{
    private const int LargestFile = 2 * 1024 * 1024;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>All files below the folder. One that is too large or not UTF-8 is left out and reported (CH0001).</summary>
    public static PackSource Read(string folder, Diagnostics diagnostics)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (name.Split('/').Any(part => part.StartsWith('.')))
            {
                continue;
            }

            try
            {
                files[name] = new FileInfo(path).Length <= LargestFile
                    ? Strict.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF')
                    : throw new InvalidDataException($"larger than {LargestFile} bytes");
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or DecoderFallbackException or InvalidDataException)
            {
                diagnostics.Report(Codes.BrokenYaml, name, 0, $"cannot be read: {fault.Message}");
            }
        }

        return new PackSource(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))), files);
    }
}
