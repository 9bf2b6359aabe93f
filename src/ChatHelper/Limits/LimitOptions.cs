using System.Globalization;
using ChatHelper.Storage;

namespace ChatHelper.Limits;

/// <summary>How much is let in. The numbers are for people in distress, who paste forty lines or tap fast; they are met by programs alone.</summary>
internal sealed record LimitOptions
{
    /// <summary>Nothing is held back: the terminal, measurements.</summary>
    public static LimitOptions None { get; } = new()
    {
        Person = Rate.Unlimited, Browser = Rate.Unlimited, Connection = Rate.Unlimited, Everybody = Rate.Unlimited, Newcomers = Rate.Unlimited,
        Files = int.MaxValue, FilesADay = int.MaxValue, FileBytes = long.MaxValue, NoFilesAt = 2, NothingAt = 2,
    };

    /// <summary>Messages of one person; whoever goes on beyond it is heard again a minute after their last.</summary>
    public Rate Person { get; init; } = new(60, 0.5) { Debt = 30 };

    /// <summary>Posts of one browser, whatever they are for.</summary>
    public Rate Browser { get; init; } = new(60, 2);

    /// <summary>Posts from one connection, with perhaps many persons behind it.</summary>
    public Rate Connection { get; init; } = new(300, 20);

    /// <summary>Messages of all together.</summary>
    public Rate Everybody { get; init; } = new(2000, 400);

    /// <summary>Persons who write for the first time.</summary>
    public Rate Newcomers { get; init; } = new(300, 5);

    /// <summary>Words to persons who were turned away.</summary>
    public Rate Notices { get; init; } = new(60, 5);

    /// <summary>Persons and connections that are remembered.</summary>
    public int Remembered { get; init; } = 20_000;

    /// <summary>One notice in this time, and one cry for help past the bucket.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Refused words that are searched for danger in a window: more would make the search itself a burden.</summary>
    public int Looks { get; init; } = 60;

    /// <summary>Files that one person may have here.</summary>
    public int Files { get; init; } = 200;

    /// <summary>Files that one person may send in a day.</summary>
    public int FilesADay { get; init; } = 120;

    /// <summary>Bytes that one person may have here.</summary>
    public long FileBytes { get; init; } = 300L << 20;

    /// <summary>Share of the disk in use from which no file is kept.</summary>
    public double NoFilesAt { get; init; } = 0.80;

    /// <summary>Share of the disk in use from which nothing is taken; channels keep it.</summary>
    public double NothingAt { get; init; } = 0.95;

    /// <summary>Share of the disk of a folder that is in use, 0 to 1.</summary>
    public Func<string, double> DiskUsed { get; init; } = Watermark.Used;

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="StartFault">One line: setting, value, rule.</exception>
    public static LimitOptions Read(Func<string, string?> setting)
    {
        string? Of(string name) => setting(name)?.Trim() is { Length: > 0 } value ? value : null;
        return Of("CHATHELPER_LIMITS") switch
        {
            "0" => None,
            null or "standard" => new LimitOptions
            {
                Files = Of("CHATHELPER_LIMIT_FILES") is { } files ? Whole("CHATHELPER_LIMIT_FILES", files, 100_000) : 200,
                FileBytes = (Of("CHATHELPER_LIMIT_FILE_MB") is { } bytes ? Whole("CHATHELPER_LIMIT_FILE_MB", bytes, 1_000_000) : 300L) << 20,
            },
            var other => throw new StartFault($"CHATHELPER_LIMITS={other}: 'standard', or 0 for no limit (measurements alone)"),
        };
    }

    private static int Whole(string name, string value, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most
            ? number
            : throw new StartFault($"{name}={value}: a whole number from 0 to {most.ToString(CultureInfo.InvariantCulture)}");
}
