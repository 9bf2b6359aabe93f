using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using ChatHelper.Conversations;
using ChatHelper.Core.Diary;
using ChatHelper.Core.Turns;
using ChatHelper.Storage;
using ChatHelper.Vault;
using Path = System.IO.Path;

namespace ChatHelper.Evidence;

/// <summary>Files that people sent: bytes on disk, closed, below a random name; what is known of each in the table <c>file</c>.
/// The bytes come first, outside any transaction; the row comes with the turn that hears of the file.</summary>
internal sealed class FileStore(
    Seal seal, string folder, TimeProvider clock, PhoneBook? phoneBook = null, Func<ReadOnlyMemory<byte>, ReadLog?>? lists = null,
    FileQuota? quota = null) : IEffectStore, IDisposable
{
    /// <summary>Largest file: what Telegram lets a bot download (contracts.md T17).</summary>
    public const int Largest = 20 << 20;

    private static readonly TimeSpan Settled = TimeSpan.FromHours(1);
    private readonly FileRoom _room = new();

    /// <summary>Keeps a file, or says why not in its kind; then nothing of it is on disk.</summary>
    /// <param name="person">Whose (<c>TurnTaker.Meet</c>).</param>
    /// <param name="name">Name as sent; only shown, never a path.</param>
    /// <param name="copy">Writes the bytes into the stream it is given.</param>
    /// <exception cref="StorageFault">The disk cannot take it; ask again later.</exception>
    public async Task<GivenFile> Keep(long person, string name, Func<Stream, Task> copy, CancellationToken stop = default) =>
        await Refusal(person, 0) is { } full ? Refused(name, full, 0) : await _room.Let(person, () => Taken(person, name, copy), stop);

    /// <summary>What to hand on when a file is known to be too large before it is fetched.</summary>
    public static GivenFile TooLarge(string name, long size) => Refused(name, "refused-size", size);

    // The bytes of a forgotten person go with the next sweep, those of a discarded file right after the commit.
    public void Store(Session session, Person person, Effect effect, DateTimeOffset now)
    {
        if (effect is Forget)
        {
            session.Execute("DELETE FROM file WHERE person_id = $1", person.Id);
        }
        else if (effect is Discard discard)
        {
            session.Execute("DELETE FROM file WHERE person_id = $1 AND file_id = $2", person.Id, discard.FileId);
        }
    }

    public void Used(Session session, Person person, Incoming incoming)
    {
        var file = incoming switch { Gave gave => gave.File, WitnessTold told => told.Picture, _ => null };
        if (file is { Id.Length: > 0 })
        {
            session.Execute(
                "INSERT INTO file (file_id, person_id, at, size, content) VALUES ($1, $2, $3, $4, $5)",
                file.Id, person.Id, clock.GetUtcNow().ToUnixTimeMilliseconds(), file.Size,
                seal.Close(RowPlace(person.Id, file.Id), JsonSerializer.SerializeToUtf8Bytes(file, StoredJson.Plain.GivenFile)));
        }
    }

    /// <summary>What a person has here: files, their bytes, and how many of them came since then.</summary>
    public static (long Files, long Bytes, long Since) Share(Session session, long person, long since) => session.Query(
        "SELECT count(*), coalesce(sum(size), 0), coalesce(sum(at >= $2), 0) FROM file WHERE person_id = $1",
        row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), person, since)[0];

    /// <summary>A person's files, oldest first.</summary>
    public IReadOnlyList<GivenFile> Of(Session session, long person) => session.Query(
        "SELECT file_id, content FROM file WHERE person_id = $1 ORDER BY at, file_id",
        row => JsonSerializer.Deserialize(
            seal.Open(RowPlace(person, row.GetString(0)), row.GetFieldValue<byte[]>(1)).Span, StoredJson.Plain.GivenFile)!,
        person);

    /// <summary>All files of all persons with the owner of each, for verifying.</summary>
    public IReadOnlyList<(long Person, GivenFile File)> All(Session session) => session.Query(
        "SELECT DISTINCT person_id FROM file ORDER BY person_id", row => row.GetInt64(0))
        .SelectMany(person => Of(session, person).Select(file => (person, file))).ToList();

    /// <summary>The owner of a file; null when there is no such row.</summary>
    public static long? Owner(Session session, string id) => session.Scalar("SELECT person_id FROM file WHERE file_id = $1", id) as long?;

    /// <summary>Whether that file is this person's.</summary>
    public static bool Owns(Session session, long person, string id) =>
        session.Scalar("SELECT 1 FROM file WHERE person_id = $1 AND file_id = $2", person, id) is not null;

    /// <summary>Deletes the bytes of a file that has no row any more. What the disk refuses is left to the sweep.</summary>
    public void Remove(string id) => Delete(PathOf(id));

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="FileNotFoundException">They are gone.</exception>
    /// <exception cref="CryptographicException">They are not the bytes that were kept.</exception>
    public ReadOnlyMemory<byte> Read(long person, string id) => SealedFile.Read(seal, BytesPlace(person, id), File.ReadAllBytes(PathOf(id)));

    /// <summary>Deletes bytes to which no row belongs any more: of erased persons, of turns that never came.</summary>
    public int Sweep(Session session)
    {
        if (!Directory.Exists(folder))
        {
            return 0;
        }

        var before = clock.GetUtcNow().UtcDateTime - Settled;
        var gone = 0;
        foreach (var path in Directory.EnumerateFiles(folder).Where(path => File.GetLastWriteTimeUtc(path) < before))
        {
            if (session.Scalar("SELECT 1 FROM file WHERE file_id = $1", Path.GetFileName(path)) is null)
            {
                File.Delete(path);
                gone++;
            }
        }

        return gone;
    }

    public void Dispose() => _room.Dispose();

    private async Task<GivenFile> Taken(long person, string name, Func<Stream, Task> copy)
    {
        using var buffer = new Capped(Largest);
        await copy(buffer);
        var bytes = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        var kind = buffer.Spilled ? null : FileKind.Of(bytes.Span);
        if (kind is null)
        {
            return Refused(name, "refused-size", buffer.Seen);
        }

        if (kind is { Word: "refused-kind" } or { Mime: FileKind.TextMime } && phoneBook?.Is(bytes.Span) == true)
        {
            return Refused(name, "refused-contacts", buffer.Length);
        }

        // Text in an older encoding is kept only as a list of calls: a phone book in it would not be known as one.
        var log = kind.IsText ? lists?.Invoke(bytes) : null;
        return !kind.IsKept ? Refused(name, kind.Word, buffer.Length)
            : log is null && kind.Mime == FileKind.OlderTextMime ? Refused(name, "refused-kind", buffer.Length)
            : await Refusal(person, buffer.Length) is { } over ? Refused(name, over, buffer.Length)
            : await Written(person, Described(name, kind, bytes.Span) with { Log = log }, bytes);
    }

    private async Task<string?> Refusal(long person, long size) => quota is null ? null : await quota.Refusal(person, size);

    private async Task<GivenFile> Written(long person, GivenFile file, ReadOnlyMemory<byte> bytes)
    {
        var aside = $"{PathOf(file.Id)}.new";
        try
        {
            FolderSync.Create(folder);
            await using (var stream = new FileStream(aside, FileMode.CreateNew, FileAccess.Write))
            {
                await SealedFile.Write(seal, BytesPlace(person, file.Id), stream, bytes);
                await stream.FlushAsync(CancellationToken.None);
                DiskSync.Flush(stream.SafeFileHandle);
            }

            CrashPoint.Here("file-written");
            File.Move(aside, PathOf(file.Id));
            CrashPoint.Here("file-named");
            FolderSync.Flush(folder);
            return file;
        }
        catch (KeyGone)
        {
            Delete(aside); // they erased everything while it was on its way
            return Refused(file.Name, "refused-fetch", file.Size);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Delete(aside); // half a file takes the space that is missing
            throw new StorageFault(fault.Message, fault);
        }
    }

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The sweep finds it.
        }
    }

    private GivenFile Described(string name, FileKind kind, ReadOnlySpan<byte> bytes) =>
        new(NewId(), Plain(name), kind.Word, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)))
        {
            Mime = kind.Mime,
            ReceivedAt = clock.GetUtcNow(),
            Tail = kind.Word == "image" && PictureEnd.Of(bytes, kind.Mime) < bytes.Length,
        };

    private static GivenFile Refused(string name, string why, long size) => new("", Plain(name), why, size, "");

    // A name is only shown: no folders, no controls, no turned writing direction, no end.
    private static string Plain(string name)
    {
        const int longest = 100;
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = string.Concat(last.EnumerateRunes().Where(rune => System.Text.Rune.GetUnicodeCategory(rune)
            is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)).Take(longest));
        return clean.Length == 0 ? "file" : clean;
    }

    private string PathOf(string id) => Path.Combine(folder, id);

    private static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private static Place RowPlace(long person, string id) => new("file", "content", person, id, 1);

    private static Place BytesPlace(long person, string id) => new("file", "bytes", person, id, 1);

    // Takes no more than it may hold; the rest is counted and let go.
    private sealed class Capped(int most) : MemoryStream
    {
        public long Seen { get; private set; }

        public bool Spilled => Seen > most;

        // All other ways to write into a derived MemoryStream end here.
        public override void Write(byte[] buffer, int offset, int count)
        {
            Seen += count;
            if (!Spilled)
            {
                base.Write(buffer, offset, count);
            }
        }
    }
}
