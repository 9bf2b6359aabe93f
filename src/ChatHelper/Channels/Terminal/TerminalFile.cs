using System.Security.Cryptography;
using ChatHelper.Core.Turns;

namespace ChatHelper.Channels.Terminal;

/// <summary>Files that are given and handed out at the terminal.</summary>
internal static class TerminalFile
{
    private const int Largest = 20 * 1024 * 1024;

    public static async Task<GivenFile> Read(string path)
    {
        var name = Path.GetFileName(path);
        var length = new FileInfo(path).Length;
        if (length > Largest)
        {
            return new GivenFile("", name, "refused-size", length, "");
        }

        var bytes = await File.ReadAllBytesAsync(path);
        return new GivenFile(name, name, "document", length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    /// <summary>Writes a document beside the conversation's data.</summary>
    /// <returns>Its full path.</returns>
    public static string Write(string folder, ReplyFile file)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, file.Name);
        File.WriteAllText(path, file.Text);
        return path;
    }
}
