using ChatHelper.Core.Turns;

namespace ChatHelper.Channels.Terminal;

/// <summary>Files that are handed out at the terminal.</summary>
internal static class TerminalFile
{
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
