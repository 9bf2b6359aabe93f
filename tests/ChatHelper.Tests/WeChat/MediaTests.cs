using ChatHelper.Channels.Waiting;
using ChatHelper.Channels.WeChat.Api;
using ChatHelper.Core.Turns;
using ChatHelper.Evidence;
using ChatHelper.Fakes.WeChat;
using ChatHelper.Tests.Evidence;
using Microsoft.Extensions.Logging;

namespace ChatHelper.Tests.WeChat;

public sealed class MediaTests : IAsyncLifetime, IDisposable
{
    private const string Get = "/cgi-bin/media/get";
    private readonly string _folder = Directory.CreateTempSubdirectory("wechat-").FullName;
    private PushRig _rig = null!;
    private Engine _engine = null!;
    private MediaFetching _fetching = null!;

    public async Task InitializeAsync()
    {
        _rig = await PushRig.Started();
        _engine = new Engine(PushRig.Pack.Value, _folder, _rig.Clock, _rig.Log);
        _fetching = new MediaFetching(_rig.Options, _rig.Api, _rig.Http, _engine.Files, _rig.Log.CreateLogger<MediaFetching>());
    }

    public async Task DisposeAsync() => await _rig.DisposeAsync();

    public void Dispose()
    {
        _engine.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_picture_is_fetched_by_its_number_and_kept()
    {
        var bytes = Pictures.Jpeg(Pictures.Jfif());
        var file = await Fetch(_rig.Fake.Media.Keep(bytes, "image/jpeg", "jpg"));

        Assert.Equal("image", file.Kind);
        Assert.Equal("image/jpeg", file.Mime);
        Assert.Equal(bytes.Length, file.Size);
        Assert.Equal(bytes, _engine.Files.Read(await _engine.Turns.Meet(PushRig.At), file.Id).ToArray());
    }

    [Fact]
    public async Task A_voice_is_what_its_bytes_say() =>
        Assert.Equal("voice", (await Fetch(_rig.Fake.Media.Keep([.. "#!AMR\n"u8, .. new byte[64]], "image/jpeg", "amr"))).Kind);

    [Fact]
    public async Task A_film_is_fetched_where_its_address_says() => Assert.Equal("video", (await Fetch(Film())).Kind);

    [Fact]
    public async Task A_film_on_a_host_that_is_not_named_is_not_asked_for()
    {
        _rig.Fake.FilmsAt = _rig.Fake.BaseUrl.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

        Assert.Equal("refused-fetch", (await Fetch(Film())).Kind);
        Assert.DoesNotContain(_rig.Fake.Ledger.Calls, call => call.Path.StartsWith("/film/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://user@127.0.0.1")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("file:///etc")]
    [InlineData("//127.0.0.1")]
    public async Task A_film_under_a_strange_address_is_not_asked_for(string address)
    {
        _rig.Fake.FilmsAt = address;

        Assert.Equal("refused-fetch", (await Fetch(Film())).Kind);
    }

    [Fact]
    public async Task What_is_there_no_more_is_asked_for_again_from_the_person()
    {
        Assert.Equal("refused-fetch", (await Fetch("media-gone")).Kind);
        Assert.NotEmpty(_rig.Log.Of("its three days are over"));
    }

    [Theory]
    [InlineData("""{"errcode":40007,"errmsg":"invalid media_id"}""")]
    [InlineData("""{"errcode":-1,"errmsg":"system error"}""")]
    [InlineData("""{"video_url":5}""")]
    [InlineData("{}")]
    [InlineData("<html></html>")]
    public async Task Words_instead_of_bytes_are_no_file(string body)
    {
        _rig.Fake.Faults.Add(new ApiFault(Get) { Body = body });

        Assert.Equal("refused-fetch", (await Fetch(_rig.Fake.Media.Keep(Pictures.Jpeg(), "image/jpeg", "jpg"))).Kind);
        Assert.False(Directory.Exists(Path.Combine(_folder, "files")) && Directory.EnumerateFiles(Path.Combine(_folder, "files")).Any());
    }

    [Fact]
    public async Task A_file_beyond_what_is_kept_is_read_no_further_than_that()
    {
        var file = await Fetch(_rig.Fake.Media.Keep(new byte[FileStore.Largest + (8 << 20)], "image/jpeg", "jpg"));

        Assert.Equal("refused-size", file.Kind);
        Assert.InRange(file.Size, FileStore.Largest + 1, FileStore.Largest + (1 << 20));
    }

    [Fact]
    public async Task A_token_that_ended_is_renewed_for_files_too()
    {
        await _rig.Tokens.Now();
        _rig.Fake.Tokens.Revoke();

        Assert.Equal("image", (await Fetch(_rig.Fake.Media.Keep(Pictures.Jpeg(), "image/jpeg", "jpg"))).Kind);
    }

    [Fact]
    public async Task The_end_of_the_program_is_no_refusal()
    {
        var person = await _engine.Turns.Meet(PushRig.At);
        using var stop = new CancellationTokenSource();
        _rig.Fake.Faults.Add(new ApiFault(Get) { Delay = TimeSpan.FromSeconds(2) });
        stop.CancelAfter(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _fetching.Fetch(Sent("x"), person, stop.Token));
    }

    private string Film() => _rig.Fake.Media.Keep([0, 0, 0, 24, .. "ftypisom"u8, .. new byte[32]], "video/mp4", "mp4");

    private async Task<GivenFile> Fetch(string mediaId) => await _fetching.Fetch(Sent(mediaId), await _engine.Turns.Meet(PushRig.At), CancellationToken.None);

    private static SentFile Sent(string mediaId) => new(PushRig.At, "m:1", mediaId, "photo", 0, "");
}
