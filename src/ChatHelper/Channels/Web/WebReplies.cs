using ChatHelper.Core.Turns;
using ChatHelper.Papers;

namespace ChatHelper.Channels.Web;

/// <summary>Puts replies into the form in which the page gets them.</summary>
internal sealed class WebReplies(Engine engine)
{
    public async Task<ShownReply> Shown(string? id, Reply reply, long person = 0)
    {
        List<ShownFile> files = [];
        foreach (var file in reply.Files)
        {
            files.Add(file is { Pages: null, Packed: null, CleanCopyOf: null, Export: null, CopyOf: null }
                ? new ShownFile(file.Name, file.Mime, file.Text, null, "") { Language = Written(reply, file) }
                : Shown(await engine.Papers.Make(file, reply.Language, person)));
        }

        return new ShownReply(id, reply with { Files = [] }, files);
    }

    // A paper for an office stays in its language whatever the person reads; the same text as pages knows which.
    private static string? Written(Reply reply, ReplyFile file) => reply.Files.FirstOrDefault(other => other.Pages is not null && other.Text == file.Text)?.Pages!.Language;

    private static ShownFile Shown(MadeFile made) => new(made.Name, made.Mime, null, made.Bytes, made.Remark);
}
