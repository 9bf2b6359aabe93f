using ChatHelper.Core.Casework;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Exports;

/// <summary>Hands the person a copy of everything held about them. What is in it is gathered when it is sent; here is decided only
/// which kept file goes into which part.</summary>
internal static class Exporting
{
    /// <summary>Bytes of kept files in one part: with the rest it stays below what a bot may send in one document (50 MB).</summary>
    public const long Largest = 45_000_000;

    // Neutral: a file name is read by whoever looks at the downloads.
    private const string Name = "my-notes";

    /// <summary>Lines with what the program puts into each.</summary>
    public static IReadOnlyDictionary<string, string[]> Lines { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["export.given"] = [],
        ["export.given.parts"] = ["parts"],
        ["export.readme"] = ["day", "part", "parts", "days"],
        ["export.gone"] = [],
    };

    public static void HandOut(Talk talk)
    {
        var day = $"{talk.Local.Date:uuuu-MM-dd}";
        var parts = Parts(talk.Now.Case);
        var files = parts.Select((ids, at) => new ReplyFile(parts.Count == 1 ? $"{Name}-{day}.zip" : $"{Name}-{day}-{at + 1}.zip", "application/zip", "")
        {
            Export = new ExportPart(day, at + 1, parts.Count, ids),
        });
        var text = parts.Count == 1 ? talk.Line("export.given") : talk.Line("export.given.parts", ("parts", $"{parts.Count}"));
        talk.Add(new Reply(text, ReplyClass.Advice) { Files = [.. files] });
    }

    // In order of reception; a part is begun when the next file does not fit into the last one.
    private static List<List<string>> Parts(CaseFile file)
    {
        List<List<string>> parts = [[]];
        var room = Largest;
        foreach (var (id, size) in file.Evidence.Where(item => item.HasFile).Select(item => (item.FileId, item.Size))
            .Concat(file.Waiting.Where(one => one.Picture is not null).Select(one => (one.Picture!.Id, one.Picture.Size))))
        {
            if (size > room && parts[^1].Count > 0)
            {
                parts.Add([]);
                room = Largest;
            }

            parts[^1].Add(id);
            room -= size;
        }

        return parts;
    }
}
