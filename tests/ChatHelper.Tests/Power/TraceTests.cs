using System.Text;

namespace ChatHelper.Tests.Power;

/// <summary>What strace wrote is understood as the kernel did it, not as the lines lie.</summary>
public sealed class TraceTests : IDisposable
{
    private readonly string _log = Path.GetTempFileName();

    [Fact]
    public void A_number_that_is_given_again_before_its_close_is_reported_is_the_new_file()
    {
        File.WriteAllLines(_log,
        [
            $"""1 openat(AT_FDCWD, "{Hex("/r/old")}", O_WRONLY|O_CREAT, 0600) = 5""",
            """1 close(5 <unfinished ...>""",
            $"""2 openat(AT_FDCWD, "{Hex("/r/new")}", O_WRONLY|O_CREAT, 0600) = 5""",
            """1 <... close resumed>) = 0""",
            $"""2 write(5, "{Hex("kept")}", 4) = 4""",
            """2 fsync(5) = 0""",
        ]);

        var steps = Trace.Read(_log, "/r");

        var named = steps.Single(step => step.Names?[0].Path == "new").Names![0].File;
        var written = steps.Single(step => step.Bytes is not null);
        Assert.Equal("kept", Encoding.ASCII.GetString(written.Bytes!));
        Assert.Same(named, written.File);
        Assert.Same(named, steps.Single(step => step.Sync).File);
    }

    public void Dispose() => File.Delete(_log);

    private static string Hex(string words) => string.Concat(Encoding.ASCII.GetBytes(words).Select(one => $"\\x{one:x2}"));
}
