using ChatHelper.Core.Turns;
using ChatHelper.Papers;

namespace ChatHelper.Channels.Terminal;

/// <summary>A file that was handed out at the terminal.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Remark">What must be known about it; empty for nothing.</param>
internal sealed record TerminalFile(string Name, string Mime, string Path, string Remark);

/// <summary>Writes the files of replies beside the conversation's data.</summary>
internal sealed class TerminalFiles(FileMaker maker, string folder)
{
    public async Task<IReadOnlyList<TerminalFile>> Write(Reply reply, long person)
    {
        List<TerminalFile> written = [];
        foreach (var file in reply.Files)
        {
            var made = await maker.Make(file, reply.Language, person);
            Directory.CreateDirectory(folder);
            var path = Path.GetFullPath(Path.Combine(folder, made.Name));
            await File.WriteAllBytesAsync(path, made.Bytes);
            written.Add(new TerminalFile(made.Name, made.Mime, path, made.Remark));
        }

        return written;
    }
}
