using System.Security.Cryptography;

namespace ChatHelper.Papers;

/// <summary>Where letters stand in clear while a PDF is made of them: a file system in memory, which a disk never sees (but for swap,
/// which should be encrypted or off). Nobody can know the folder's name before; it is written down in the data folder, so that what
/// a killed program left is removed at the next start.</summary>
internal static class PdfFolder
{
    private const string Memory = "/dev/shm";
    private const string Prefix = "chathelper-pdf-";

    /// <summary>Where such folders go.</summary>
    /// <param name="named"><c>CHATHELPER_PDF_FOLDER</c>: a place that the operator answers for.</param>
    /// <returns>Null when there is none: then no PDFs are offered.</returns>
    public static string? Place(string? named) => named ?? (IsMemory(Memory) ? Memory : null);

    /// <summary>Whether a folder lies in memory alone.</summary>
    public static bool IsMemory(string folder) =>
        OperatingSystem.IsLinux() && Directory.Exists(folder) && new DriveInfo(folder).DriveFormat == "tmpfs";

    /// <summary>A name for a folder that is not there yet; whatever lies in the one of before is removed.</summary>
    public static string Fresh(string place, string dataFolder)
    {
        var note = Path.Combine(dataFolder, "pdf.folder");
        if (File.Exists(note) && File.ReadAllText(note) is var former && Path.GetFileName(former).StartsWith(Prefix, StringComparison.Ordinal) && Directory.Exists(former))
        {
            Directory.Delete(former, recursive: true);
        }

        var folder = Path.Combine(place, $"{Prefix}{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}");
        File.WriteAllText(note, folder);
        return folder;
    }
}
