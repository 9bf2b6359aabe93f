using System.Text;
using ChatHelper.Conversations;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Turns;
using ChatHelper.Evidence;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Tests.Evidence;

public sealed class FileStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("files-").FullName;
    private readonly FileStore _files;
    private readonly Database _database;
    private readonly KeyRing _keys;
    private readonly Seal _seal;

    public FileStoreTests()
    {
        _database = new Database(System.IO.Path.Combine(_folder, "test.db"));
        _database.Prepare();
        _keys = VaultOptions.Beside(_folder).Open();
        _keys.Create(1);
        _seal = new Seal(_keys);
        _files = new FileStore(_seal, System.IO.Path.Combine(_folder, "files"), TimeProvider.System, PhoneBooks.OfChina);
    }

    [Fact]
    public async Task A_kept_file_is_read_back_and_its_row_comes_with_the_turn()
    {
        using var session = new Session(_database.Open());
        var person = new ConversationStore(_seal).Add(session, new Address("telegram", "1"), new Conversation { PackVersion = "p", Language = "zh-Hans" }, 0);
        var file = await _files.Keep(person.Id, "../a\u202Eb.txt", to => to.WriteAsync("你好"u8.ToArray()).AsTask());

        Assert.Equal(("ab.txt", "document", 6L), (file.Name, file.Kind, file.Size));
        Assert.Empty(_files.Of(session, person.Id));
        _files.Used(session, person, new Gave("telegram", "1", file, ""));
        Assert.Equal([file], _files.Of(session, person.Id));
        Assert.Equal("你好", Encoding.UTF8.GetString(_files.Read(person.Id, file.Id).Span));
    }

    [Fact]
    public async Task Of_a_refused_file_nothing_is_on_disk()
    {
        var program = await _files.Keep(1, "x.jpg", to => to.WriteAsync(new byte[] { 0x4D, 0x5A, 0 }).AsTask());
        var large = await _files.Keep(1, "x.jpg", async to =>
        {
            for (var i = 0; i <= 20; i++)
            {
                await to.WriteAsync(new byte[1 << 20]);
            }
        });

        Assert.Equal(("", "refused-program"), (program.Id, program.Kind));
        Assert.Equal(("", "refused-size", 21L << 20), (large.Id, large.Kind, large.Size));
        Assert.False(Directory.Exists(System.IO.Path.Combine(_folder, "files")));
    }

    [Fact]
    public async Task A_phone_book_is_not_kept_and_a_picture_that_names_one_is()
    {
        var cards = await _files.Keep(1, "x.jpg", to => to.WriteAsync("BEGIN:VCARD\nFN:x"u8.ToArray()).AsTask());
        Assert.Equal(("", "refused-contacts"), (cards.Id, cards.Kind));
        Assert.False(Directory.Exists(System.IO.Path.Combine(_folder, "files")));

        var picture = await _files.Keep(1, "x.vcf", to => to.WriteAsync(new byte[] { 0xFF, 0xD8, 0xFF }.Concat("BEGIN:VCARD"u8.ToArray()).ToArray()).AsTask());
        Assert.Equal("image", picture.Kind);
    }

    [Fact]
    public async Task The_bytes_of_a_kept_file_are_those_that_came_with_their_hash_size_kind_and_hour()
    {
        byte[] sent = [.. Pictures.Jpeg(Pictures.Exif(6, "GPS")), 0, 1, 2];
        var file = await _files.Keep(1, "x.jpg", to => to.WriteAsync(sent).AsTask());

        Assert.Equal(sent, _files.Read(1, file.Id).ToArray());
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(sent)), file.Sha256);
        Assert.Equal(("image", "image/jpeg", (long)sent.Length, true), (file.Kind, file.Mime, file.Size, file.Tail));
        Assert.NotNull(file.ReceivedAt);
    }

    [Fact]
    public async Task Bytes_without_a_row_are_swept_after_an_hour()
    {
        using var session = new Session(_database.Open());
        var file = await _files.Keep(1, "x.txt", to => to.WriteAsync("x"u8.ToArray()).AsTask());

        Assert.Equal(0, _files.Sweep(session));
        File.SetLastWriteTimeUtc(System.IO.Path.Combine(_folder, "files", file.Id), TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-2));
        Assert.Equal(1, _files.Sweep(session));
        Assert.Throws<FileNotFoundException>(() => _files.Read(1, file.Id));
    }

    public void Dispose()
    {
        _files.Dispose();
        _seal.Dispose();
        _keys.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
