using System.Globalization;
using ChatHelper.Tests.Power;

namespace ChatHelper.Tests.Canary;

/// <summary>Every byte that a process and its children handed to a file, wherever it lies and whatever became of it: overwritten, cut
/// off, removed. Needs strace; without it nothing is known of bytes that were overwritten in a file.</summary>
internal sealed class Calls(string log)
{
    // What lies in memory, or is no file.
    private static readonly string[] NoDisk = ["/dev/null", "/dev/tty", "/dev/pts/", "/proc/", "/dev/shm/chathelper-pdf-", "/sys/", "/memfd:"];

    /// <summary>Words before a program's own.</summary>
    public string[] Under => Straced.Program is not { } strace ? [] : [
        strace, "-f", "--seccomp-bpf", "-xx", "-y", "-s", "40000000", "-e", "trace=write,pwrite64,writev,pwritev,pwritev2", "-e", "signal=none", "-o", log];

    /// <summary>What was written, one stream a path, in the order of the calls.</summary>
    public IReadOnlyDictionary<string, MemoryStream> Streams()
    {
        Dictionary<string, MemoryStream> streams = new(StringComparer.Ordinal);
        if (!File.Exists(log))
        {
            return streams;
        }

        using var reader = new StreamReader(new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        while (reader.ReadLine() is { } line)
        {
            var call = line.AsSpan()[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].TrimStart();
            if (!call.StartsWith("write") && !call.StartsWith("pwrite"))
            {
                continue; // the end of a call of which the beginning was read
            }

            var (opened, closed) = (call.IndexOf('<'), call.IndexOf('>'));
            if (opened < 0 || closed < opened || Text(call[(opened + 1)..closed]) is not ['/', ..] path || NoDisk.Any(start => path.StartsWith(start, StringComparison.Ordinal)))
            {
                continue;
            }

            if (!streams.TryGetValue(path, out var stream))
            {
                streams[path] = stream = new MemoryStream();
            }

            Strings(call[closed..], stream);
        }

        return streams;
    }

    // All that stands between quotes: one string, or one of each part.
    private static void Strings(ReadOnlySpan<char> call, MemoryStream to)
    {
        for (int begin; (begin = call.IndexOf('"')) >= 0;)
        {
            call = call[(begin + 1)..];
            var end = call.IndexOf('"');
            Hex(call[..end], to);
            call = call[(end + 1)..];
        }
    }

    private static void Hex(ReadOnlySpan<char> text, MemoryStream to)
    {
        for (var at = 0; at + 4 <= text.Length; at += 4)
        {
            to.WriteByte(byte.Parse(text.Slice(at + 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        }
    }

    private static string Text(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("\\x"))
        {
            return text.ToString();
        }

        using var bytes = new MemoryStream();
        Hex(text, bytes);
        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }
}
