using System.Globalization;
using System.Text;

namespace ChatHelper.Tests.Power;

/// <summary>What a process did to the files below a folder, in order, as strace saw it.</summary>
internal sealed class Trace
{
    /// <summary>The calls that must be seen.</summary>
    public const string Calls =
        "openat,creat,write,pwrite64,writev,pwritev,pwritev2,fdatasync,fsync,ftruncate,fallocate,unlink,unlinkat,rename,renameat,renameat2,link,linkat,close,mkdir,mkdirat,rmdir,copy_file_range,sendfile";

    private readonly string _root;
    private readonly Dictionary<string, Inode> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<int, (Inode? File, string Path, long At)> _open = [];
    private readonly List<Step> _steps = [];

    private Trace(string root) => _root = root;

    /// <summary>Steps in the order in which they took effect.</summary>
    public static IReadOnlyList<Step> Read(string log, string root)
    {
        var trace = new Trace(root);
        Dictionary<string, (long Line, string Text)> unfinished = [];
        var number = 0L;
        foreach (var line in File.ReadLines(log))
        {
            number++;
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var (thread, text, began) = (line[..space], line[space..].TrimStart(), number);
            if (text.EndsWith(" <unfinished ...>", StringComparison.Ordinal))
            {
                unfinished[thread] = (number, text[..^17]);
                trace.Closing(text);
                continue;
            }

            if (text.StartsWith("<... ", StringComparison.Ordinal) && unfinished.Remove(thread, out var before))
            {
                (began, text) = (before.Line, before.Text + text[(text.IndexOf("resumed>", StringComparison.Ordinal) + 8)..]);
            }

            if (began == number)
            {
                trace.Closing(text);
            }

            trace.Call(text, began, number);
        }

        return [.. trace._steps.OrderBy(step => step.At)];
    }

    private void Call(string text, long began, long ended)
    {
        var (opening, closing) = (text.IndexOf('('), text.LastIndexOf(" = ", StringComparison.Ordinal));
        if (opening < 0 || closing < 0)
        {
            return;
        }

        var arguments = text[(opening + 1)..text.LastIndexOf(')', closing)].Split(", ");
        var result = text[(closing + 3)..].Trim();
        var failed = result.StartsWith('-');
        switch (text[..opening])
        {
            case "openat" when !failed && Path(arguments[1]) is { } path:
                Opened(int.Parse(result.Split(' ')[0], CultureInfo.InvariantCulture), path, arguments[2], began);
                break;
            case "write" when !failed && !_open.ContainsKey(Handle(arguments[0])) && Bytes(arguments[1]) is [(byte)'@', ..] mark:
                _steps.Add(new Step(began, began) { Mark = Encoding.ASCII.GetString(mark)[1..].Trim() });
                break;
            case "write" when !failed && _open.TryGetValue(Handle(arguments[0]), out var one) && one.File is not null:
                var bytes = Bytes(arguments[1]);
                _steps.Add(new Step(began, ended) { File = one.File, Offset = one.At, Bytes = bytes });
                _open[Handle(arguments[0])] = one with { At = one.At + bytes.Length };
                break;
            case "pwrite64" when !failed && _open.TryGetValue(Handle(arguments[0]), out var two) && two.File is not null:
                _steps.Add(new Step(began, ended) { File = two.File, Offset = long.Parse(arguments[3], CultureInfo.InvariantCulture), Bytes = Bytes(arguments[1]) });
                break;
            case "ftruncate" when !failed && _open.TryGetValue(Handle(arguments[0]), out var three) && three.File is not null:
                _steps.Add(new Step(began, ended) { File = three.File, Length = long.Parse(arguments[1], CultureInfo.InvariantCulture) });
                break;
            case "fsync" or "fdatasync" when _open.TryGetValue(Handle(arguments[0]), out var four):
                _steps.Add(new Step(ended, ended) { Began = began, File = four.File, Folder = four.File is null ? four.Path : null, Sync = true, Failed = failed });
                break;
            case "mkdir" when !failed && Path(arguments[0]) is { } path:
                Name(began, ended, path, new Inode { IsFolder = true });
                break;
            case "unlink" or "rmdir" when !failed && Path(arguments[0]) is { } path:
                Name(began, ended, path, null);
                break;
            case "rename" when !failed && Path(arguments[0]) is { } from && Path(arguments[1]) is { } to:
                _steps.Add(new Step(began, ended) { Names = [(from, null), (to, _names[from])] });
                _names[to] = _names[from];
                _names.Remove(from);
                break;
            case "link" when !failed && Path(arguments[0]) is { } from && Path(arguments[1]) is { } to:
                Name(began, ended, to, _names[from]);
                break;
            case "pwritev" or "pwritev2" or "writev" or "fallocate" or "copy_file_range" or "sendfile" when !failed && arguments.Take(3).Any(word => word.All(char.IsAsciiDigit) && _open.TryGetValue(Handle(word), out var known) && known.File is not null):
            case "creat" or "mkdirat" or "unlinkat" or "renameat" or "renameat2" or "linkat" when !failed && arguments.Any(word => word.StartsWith('"') && Path(word) is not null):
                throw new InvalidOperationException($"a call that is not understood: {text[..Math.Min(200, text.Length)]}");
        }
    }

    // From its beginning on: the number may be another file's before strace reports the end.
    private void Closing(string text)
    {
        if (text.StartsWith("close(", StringComparison.Ordinal))
        {
            _open.Remove(Handle(text[6..].Split([' ', ')'], 2)[0]));
        }
    }

    private void Opened(int handle, string path, string how, long began)
    {
        if (!_names.TryGetValue(path, out var file) && how.Contains("O_CREAT", StringComparison.Ordinal))
        {
            Name(began, began, path, file = new Inode());
        }

        if (file is { IsFolder: false } && how.Contains("O_TRUNC", StringComparison.Ordinal))
        {
            _steps.Add(new Step(began, began) { File = file, Length = 0 });
        }

        _open[handle] = (file is { IsFolder: false } ? file : null, path, 0);
    }

    private void Name(long began, long ended, string path, Inode? file)
    {
        _steps.Add(new Step(began, ended) { Names = [(path, file)] });
        if (file is null)
        {
            _names.Remove(path);
        }
        else
        {
            _names[path] = file;
        }
    }

    private static int Handle(string word) => int.TryParse(word, CultureInfo.InvariantCulture, out var handle) ? handle : -1;

    // Paths below the root, relative to it; null for all others.
    private string? Path(string word)
    {
        var path = Encoding.UTF8.GetString(Bytes(word));
        return path == _root ? "" : path.StartsWith($"{_root}/", StringComparison.Ordinal) ? path[(_root.Length + 1)..] : null;
    }

    private static byte[] Bytes(string word)
    {
        if (!word.EndsWith('"'))
        {
            throw new InvalidOperationException("strace has cut a string off");
        }

        var bytes = new byte[(word.Length - 2) / 4];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = Convert.ToByte(word.Substring(1 + (i * 4) + 2, 2), 16);
        }

        return bytes;
    }
}

/// <summary>A file or a folder, whatever it is called.</summary>
internal sealed class Inode
{
    public bool IsFolder { get; init; }
}

/// <summary>One thing that was done: to bytes, to a length, to names, or that something was brought to the disk, or said aloud.</summary>
/// <param name="At">When it takes effect.</param>
/// <param name="Done">When it was over.</param>
internal sealed record Step(long At, long Done)
{
    public long Began { get; init; }

    public Inode? File { get; init; }

    public string? Folder { get; init; }

    public long Offset { get; init; }

    public byte[]? Bytes { get; init; }

    public long? Length { get; init; }

    public IReadOnlyList<(string Path, Inode? File)>? Names { get; init; }

    public bool Sync { get; init; }

    public bool Failed { get; init; }

    public string? Mark { get; init; }
}
