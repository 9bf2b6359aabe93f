using System.Globalization;
using Path = System.IO.Path;

namespace ChatHelper.Backups;

/// <summary>One backup: a folder named by the moment it was taken.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="TakenAt">When, in UTC.</param>
internal sealed record Backup(string Folder, DateTimeOffset TakenAt)
{
    private const string Form = "yyyyMMdd'T'HHmmssfff'Z'";

    public string Name => Path.GetFileName(Folder);

    public static string NameAt(DateTimeOffset moment) => moment.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Null when the folder has another kind of name.</summary>
    public static Backup? Of(string folder) =>
        DateTimeOffset.TryParseExact(
            Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var taken)
            ? new Backup(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), taken)
            : null;

    public string PathOf(string part) => Path.Combine(Folder, part);
}
