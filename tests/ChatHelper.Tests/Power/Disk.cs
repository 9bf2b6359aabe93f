using ChatHelper.Core.Tests.Walking;

namespace ChatHelper.Tests.Power;

/// <summary>A disk that keeps for sure only what was brought to it. When the power goes, of all else each sector of 512 bytes is there, is
/// not, or is garbled, and each name is there or not. What a failed flush had to bring is never brought by a later one.</summary>
internal sealed class Disk
{
    private const int Sector = 512;
    private readonly Dictionary<Inode, Content> _files = [];
    private readonly Dictionary<string, Inode> _names = new(StringComparer.Ordinal) { [""] = new Inode { IsFolder = true } };
    private readonly List<Step> _named = [];

    public void Take(Step step)
    {
        if (step.Names is not null)
        {
            _named.Add(step);
        }
        else if (step is { Sync: true, File: { } file })
        {
            Of(file).Flush(step);
        }
        else if (step is { Sync: true, Folder: { } folder, Failed: false })
        {
            foreach (var name in _named.Where(name => name.Done < step.Began && Path.GetDirectoryName(name.Names![0].Path) == folder).ToList())
            {
                Apply(name, _names);
                _named.Remove(name);
            }
        }
        else if (step.File is { } changed)
        {
            Of(changed).Pending.Add(step);
        }
    }

    /// <summary>The power goes now: what stands on the disk is written below a folder.</summary>
    public void Cut(Dice dice, string folder, string below = "")
    {
        var names = new Dictionary<string, Inode>(_names, StringComparer.Ordinal);
        var (first, each) = (dice.Roll(2) == 0 ? dice.Roll(_named.Count + 1) : _named.Count, dice.Roll(2) == 0 ? 100 : dice.Roll(101));
        foreach (var name in _named.Take(first).Where(_ => dice.Roll(100) < each))
        {
            Apply(name, names);
        }

        foreach (var (path, inode) in names.OrderBy(name => name.Key.Length).Where(name => name.Key.StartsWith(below, StringComparison.Ordinal) && There(name.Key, names)))
        {
            var target = Path.Combine(folder, path);
            if (inode.IsFolder)
            {
                Directory.CreateDirectory(target);
            }
            else
            {
                File.WriteAllBytes(target, Of(inode).Cut(dice));
            }
        }
    }

    /// <summary>What stands below a folder is wanted no more.</summary>
    public void Forget(string below)
    {
        foreach (var (path, inode) in _names.Where(name => name.Key.StartsWith(below, StringComparison.Ordinal)).ToList())
        {
            _names.Remove(path);
            _files.Remove(inode);
        }

        _named.RemoveAll(step => step.Names!.All(name => name.Path.StartsWith(below, StringComparison.Ordinal)));
    }

    private static bool There(string path, Dictionary<string, Inode> names) =>
        path.Length == 0 || (names.ContainsKey(path) && There(Path.GetDirectoryName(path)!, names));

    private static void Apply(Step step, Dictionary<string, Inode> names)
    {
        foreach (var (path, inode) in step.Names!)
        {
            if (inode is null)
            {
                names.Remove(path);
            }
            else
            {
                names[path] = inode;
            }
        }
    }

    private Content Of(Inode file)
    {
        if (!_files.TryGetValue(file, out var content))
        {
            _files[file] = content = new Content();
        }

        return content;
    }

    private sealed class Content
    {
        private readonly HashSet<Step> _never = [];
        private byte[] _durable = [];

        public List<Step> Pending { get; } = [];

        public void Flush(Step flush)
        {
            var covered = Pending.Where(step => step.Done < flush.Began && !_never.Contains(step)).ToList();
            if (flush.Failed)
            {
                _never.UnionWith(covered);
                return;
            }

            foreach (var step in covered)
            {
                _durable = step.Length is { } length ? Sized(_durable, length) : Whole(_durable, step);
                Pending.Remove(step);
                if (step.Length is { } end)
                {
                    Pending.RemoveAll(lost => _never.Contains(lost) && lost.Bytes is not null && lost.Offset >= end);
                }
                else
                {
                    _never.RemoveWhere(lost => lost.Bytes is { } bytes && lost.Offset >= step.Offset && lost.Offset + bytes.Length <= step.Offset + step.Bytes!.Length && Pending.Remove(lost));
                }
            }
        }

        public byte[] Cut(Dice dice)
        {
            if (Pending.Count == 0)
            {
                return _durable;
            }

            // Some cuts are in the middle of an orderly disk, some of one that writes as it likes.
            var until = dice.Roll(3) == 0 ? dice.Roll(Pending.Count + 1) : Pending.Count;
            var (kept, garbled) = (dice.Roll(3) == 0 ? 100 : dice.Roll(101), dice.Roll(2) == 0 ? 0 : dice.Roll(30));
            var bytes = (byte[])_durable.Clone();
            foreach (var step in Pending.Take(until))
            {
                bytes = step.Length is { } length
                    ? dice.Roll(100) < kept ? Sized(bytes, length) : bytes
                    : Torn(bytes, step, dice, kept, garbled);
            }

            return bytes;
        }

        private static byte[] Whole(byte[] bytes, Step step)
        {
            var grown = Sized(bytes, Math.Max(bytes.Length, step.Offset + step.Bytes!.Length));
            step.Bytes.CopyTo(grown, step.Offset);
            return grown;
        }

        private static byte[] Torn(byte[] bytes, Step step, Dice dice, int kept, int garbled)
        {
            var (at, end) = (step.Offset, step.Offset + step.Bytes!.Length);
            while (at < end)
            {
                var until = Math.Min(end, ((at / Sector) + 1) * Sector);
                if (dice.Roll(100) < kept)
                {
                    bytes = Sized(bytes, Math.Max(bytes.Length, until));
                    step.Bytes.AsSpan((int)(at - step.Offset), (int)(until - at)).CopyTo(bytes.AsSpan((int)at));
                }
                else if (dice.Roll(100) < garbled)
                {
                    bytes = Sized(bytes, Math.Max(bytes.Length, until));
                    for (var i = at / Sector * Sector; i < Math.Min(bytes.Length, ((at / Sector) + 1) * Sector); i++)
                    {
                        bytes[i] = (byte)dice.Roll(256);
                    }
                }

                at = until;
            }

            return bytes;
        }

        private static byte[] Sized(byte[] bytes, long length)
        {
            if (bytes.Length != length)
            {
                Array.Resize(ref bytes, (int)length);
            }

            return bytes;
        }
    }
}
