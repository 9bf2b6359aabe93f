using System.Collections.Concurrent;
using ChatHelper.Storage;

namespace ChatHelper.Tests.Canary;

/// <summary>Every file that came to be below a folder while we looked: a second name keeps the bytes of those that are removed again.</summary>
internal sealed class Written : IDisposable
{
    private readonly FileSystemWatcher _watcher;
    private readonly string _kept;
    private readonly string _root;
    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);
    private int _number;

    public Written(string root)
    {
        (_root, _kept) = (root, $"{root}-kept");
        Directory.CreateDirectory(_kept);
        _watcher = new FileSystemWatcher(root) { IncludeSubdirectories = true, InternalBufferSize = 1 << 20, NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName };
        _watcher.Created += (_, one) => Keep(one.FullPath);
        _watcher.Renamed += (_, one) => Keep(one.FullPath);
        _watcher.EnableRaisingEvents = true;
    }

    /// <summary>Files seen, those that are gone too.</summary>
    public int Count => _names.Count;

    /// <summary>Looks through all that is there now, and all that was there.</summary>
    public IReadOnlyList<string> Hits(Scanner scanner, Func<string, bool>? those = null)
    {
        List<string> hits = [];
        foreach (var path in Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(_kept)))
        {
            var name = _names.GetValueOrDefault(path, Path.GetRelativePath(_root, path));
            try
            {
                // Locks and pipes have no bytes, and cannot be read.
                if (new FileInfo(path).Length > 0 && (those?.Invoke(name) ?? true))
                {
                    hits.AddRange(scanner.InFile(path).Select(hit => $"{name}: {hit}"));
                }
            }
            catch (FileNotFoundException)
            {
                // Gone meanwhile; its second name is looked through.
            }
        }

        return hits;
    }

    public void Dispose()
    {
        _watcher.Dispose();
        Directory.Delete(_kept, recursive: true);
    }

    private void Keep(string path)
    {
        var to = Path.Combine(_kept, $"{Interlocked.Increment(ref _number)}");
        try
        {
            if (File.Exists(path) && FileLink.Try(path, to))
            {
                _names[to] = $"{Path.GetRelativePath(_root, path)} (kept)";
            }
        }
        catch (IOException)
        {
            // Gone before it could be kept.
        }
    }
}
