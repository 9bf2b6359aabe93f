using System.Text;
using ChatHelper.Core.Consents;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Exports;
using ChatHelper.Core.Turns;
using ChatHelper.Evidence;
using ChatHelper.Papers;
using ChatHelper.Storage;

namespace ChatHelper.Export;

/// <summary>Makes the copy that a person gets of everything held about them, at the moment it is sent.</summary>
internal sealed class Exporter(Pack pack, Writer writer, ExportStore store, FileStore files)
{
    private const char Mark = '\uFEFF';

    /// <summary>One part as a zip.</summary>
    /// <param name="person">To whom it is sent: of nobody else anything can be in it.</param>
    public async Task<MadeFile> Make(ReplyFile file, ExportPart part, long person)
    {
        // Nothing is held any more: then a word says so in its place.
        return await writer.Write(null, session => store.Of(session, person)) is { } held
            ? new MadeFile(file.Name, file.Mime, FixedZip.Write(Entries(held, part, person)))
            : new MadeFile(Path.ChangeExtension(file.Name, ".txt"), "text/plain; charset=utf-8", Text(Line("", "export.gone")));
    }

    private IEnumerable<(string Name, byte[] Bytes)> Entries(Held held, ExportPart part, long person)
    {
        if (part.No == 1)
        {
            yield return ("data.json", HeldShapes.Json(held, pack, Keeping.Days(pack, held.Talk)));
        }

        yield return ("readme.txt", Text(Readme(held, part)));
        foreach (var (id, name) in Names(held).Where(one => part.Files.Contains(one.Id)))
        {
            if (Read(person, id) is { } bytes)
            {
                yield return ($"files/{name}", bytes);
            }
        }
    }

    private static IEnumerable<(string Id, string Name)> Names(Held held) =>
    [
        .. held.Talk.Case.Evidence.Where(item => item.HasFile).Select(item => (item.FileId, $"{item.No:D3}-{Safe(item.Name)}")),
        .. held.Talk.Case.Waiting.Where(one => one.Picture is not null).Select(one => (one.Picture!.Id, $"{one.Told.No:D3}-{Safe(one.Picture.Name)}")),
    ];

    private string Readme(Held held, ExportPart part) => pack.Lines.Find(held.Talk.Language, "export.readme")?.Fill(name => name switch
    {
        "day" => part.Day,
        "part" => $"{part.No}",
        "parts" => $"{part.Of}",
        "days" => $"{Keeping.Days(pack, held.Talk)}",
        _ => null,
    }) ?? "";

    private byte[]? Read(long person, string id)
    {
        try
        {
            return files.Read(person, id).ToArray();
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null; // removed in this moment
        }
    }

    private string Line(string language, string id) => pack.Lines.Find(language, id)?.Text ?? id;

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes($"{Mark}{text}");

    // What some systems cannot have in a file name.
    private static string Safe(string name) => string.Concat(name.Select(sign => sign is '<' or '>' or ':' or '"' or '|' or '?' or '*' or '\\' or '/' ? '_' : sign)).TrimStart('.').TrimEnd(' ', '.');
}
