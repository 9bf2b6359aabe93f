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
    Seal seal, string folder, TimeProvider clock, PhoneBook phoneBook, Func<ReadOnlyMemory<byte>, ReadLog?>? lists = null) : IEffectStore, IDisposable
{
    /// <summary>Largest file: what Telegram lets a bot download (contracts.md T17).</summary>
    public const int Largest = 20 << 20;

    private const int AtOnce = 4;
    private static readonly TimeSpan Settled = TimeSpan.FromHours(1);
    private readonly SemaphoreSlim _room = new(AtOnce);

    /// <summary>Keeps a file, or says why not in its kind; then nothing of it is on disk.</summary>
    /// <param name="person">Whose (<c>TurnTaker.Meet</c>).</param>
    /// <param name="name">Name as sent; only shown, never a path.</param>
    /// <param name="copy">Writes the bytes into the stream it is given.</param>
    /// <exception cref="StorageFault">The disk cannot take it; ask again later.</exception>
    public async Task<GivenFile> Keep(long person, string name, Func<Stream, Task> copy, CancellationToken stop = default)
    {
        await _room.WaitAsync(stop); // whole files in memory: a few at a time
        try
        {
            using var buffer = new Capped(Largest);
            await copy(buffer);
            var bytes = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
            if (buffer.Spilled)
            {
                return Refused(name, "refused-size", buffer.Seen);
            }

            var kind = FileKind.Of(bytes.Span);
            if (kind is null or { Mime: FileKind.TextMime } && phoneBook.Is(bytes.Span))
            {
                return Refused(name, "refused-contacts", buffer.Length);
            }

            // Text in an older encoding is kept only as a list of calls: a phone book in it would not be known as one.
            var log = kind is { IsText: true } ? lists?.Invoke(bytes) : null;
            return kind is null || (log is null && kind is { IsText: true, Mime: not FileKind.TextMime })
                ? Refused(name, "refused-kind", buffer.Length)
                : await Written(person, new GivenFile(NewId(), Plain(name), kind.Word, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes.Span))) { Log = log }, bytes);
        }
        finally
        {
            _room.Release();
        }
    }

    /// <summary>What to hand on when a file is known to be too large before it is fetched.</summary>
    public static GivenFile TooLarge(string name, long size) => Refused(name, "refused-size", size);

    // The bytes go with the next sweep.
    public void Store(Session session, Person person, Effect effect, DateTimeOffset now)
    {
        if (effect is Forget)
        {
            session.Execute("DELETE FROM file WHERE person_id = $1", person.Id);
        }
    }

    public void Used(Session session, Person person, Incoming incoming)
    {
        if (incoming is Gave { File: { Id.Length: > 0 } file })
        {
            session.Execute(
                "INSERT INTO file (file_id, person_id, at, content) VALUES ($1, $2, $3, $4)",
                file.Id, person.Id, clock.GetUtcNow().ToUnixTimeMilliseconds(),
                seal.Close(RowPlace(person.Id, file.Id), JsonSerializer.SerializeToUtf8Bytes(file, StoredJson.Plain.GivenFile)));
        }
    }

    /// <summary>A person's files, oldest first.</summary>
    public IReadOnlyList<GivenFile> Of(Session session, long person) => session.Query(
        "SELECT file_id, content FROM file WHERE person_id = $1 ORDER BY at, file_id",
        row => JsonSerializer.Deserialize(
            seal.Open(RowPlace(person, row.GetString(0)), row.GetFieldValue<byte[]>(1)).Span, StoredJson.Plain.GivenFile)!,
        person);

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="FileNotFoundException">They are gone.</exception>
    public ReadOnlyMemory<byte> Read(long person, string id) => seal.Open(BytesPlace(person, id), File.ReadAllBytes(PathOf(id)));

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

    private async Task<GivenFile> Written(long person, GivenFile file, ReadOnlyMemory<byte> bytes)
    {
        var aside = $"{PathOf(file.Id)}.new";
        try
        {
            Directory.CreateDirectory(folder);
            await using (var stream = new FileStream(aside, FileMode.CreateNew, FileAccess.Write))
            {
                await stream.WriteAsync(seal.Close(BytesPlace(person, file.Id), bytes.Span));
                stream.Flush(flushToDisk: true);
            }

            File.Move(aside, PathOf(file.Id));
            return file;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Discard(aside); // half a file takes the space that is missing
            throw new StorageFault(fault.Message, fault);
        }
    }

    private static void Discard(string path)
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
