using ChatHelper.Storage;
using Path = System.IO.Path;

namespace ChatHelper.Backups;

/// <summary>People's files for one backup, as links where that can be done: from the data, else from the backup before, which lies
/// on the same disk. Files never change once they have their name.</summary>
/// <param name="live">Folder of the files in the data.</param>
/// <param name="aside">Folder of the files in the backup that is being made.</param>
/// <param name="before">The backup before and what it holds; null: none.</param>
internal sealed class FileGathering(string live, string aside, (Backup Backup, Manifest Manifest)? before)
{
    private readonly Dictionary<string, Part> _before = before?.Manifest.Parts.ToDictionary(part => part.Name, StringComparer.Ordinal) ?? [];

    /// <summary>Takes every file that is there. Before the database is copied: whoever is removed later is here already.</summary>
    public void TakeAll()
    {
        PrivateFolder.Make(aside);
        if (Directory.Exists(live))
        {
            foreach (var path in Directory.EnumerateFiles(live).Where(path => !path.EndsWith(".new", StringComparison.Ordinal)))
            {
                Take(Path.GetFileName(path));
            }
        }
    }

    /// <summary>Keeps exactly those that have a row in the copied database.</summary>
    /// <returns>Those of them whose bytes are nowhere.</returns>
    public IReadOnlyList<string> Keep(HashSet<string> rows)
    {
        foreach (var path in Directory.GetFiles(aside).Where(path => !rows.Contains(Path.GetFileName(path))))
        {
            File.Delete(path);
        }

        return [.. rows.Where(id => !File.Exists(Path.Combine(aside, id)) && !Take(id)).Order(StringComparer.Ordinal)];
    }

    /// <summary>The parts, each with its hash: that of the backup before when it is the same file.</summary>
    public IEnumerable<Part> Parts() => Directory.GetFiles(aside).Order(StringComparer.Ordinal).Select(path =>
    {
        var name = Manifest.FileName(Path.GetFileName(path));
        return _before.TryGetValue(name, out var part) && part.Bytes == new FileInfo(path).Length ? part : Parted.Of(path, name);
    });

    private bool Take(string id)
    {
        var (from, to) = (Path.Combine(live, id), Path.Combine(aside, id));
        try
        {
            var length = new FileInfo(from).Length;
            if (!FileLink.Try(from, to) && !(_before.TryGetValue(Manifest.FileName(id), out var part) && part.Bytes == length
                && FileLink.Try(before!.Value.Backup.PathOf(part.Name), to)))
            {
                FileLink.Copy(from, to);
            }

            return true;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return false; // removed since, by its person or with them
        }
    }
}
