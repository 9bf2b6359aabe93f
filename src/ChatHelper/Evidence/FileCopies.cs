using ChatHelper.Storage;

namespace ChatHelper.Evidence;

/// <summary>Clean copies of kept pictures, made when they are sent. A reply names the file by its random id, and only replies to
/// the person who gave it do.</summary>
internal sealed class FileCopies(Writer writer, FileStore files)
{
    /// <summary>The copy.</summary>
    /// <returns>Null when the file is gone or of a kind of which none is made.</returns>
    public async Task<byte[]?> Of(string id)
    {
        var (person, kept) = await writer.Write(null, session => FileStore.Owner(session, id) is { } owner
            ? (owner, files.Of(session, owner).FirstOrDefault(one => one.Id == id))
            : (0, null));
        try
        {
            return kept is null ? null : CleanCopy.Of(files.Read(person, id).Span, kept.Mime);
        }
        catch (FileNotFoundException)
        {
            return null; // removed in this moment
        }
    }
}
