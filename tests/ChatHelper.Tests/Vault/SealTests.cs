using System.Security.Cryptography;
using ChatHelper.Tests.Hostile;
using ChatHelper.Vault;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Vault;

/// <summary>Goal C4: no nonce twice, nothing opens at another place.</summary>
public sealed class SealTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("seal-").FullName;
    private readonly KeyRing _keys;
    private readonly Seal _seal;
    private readonly ITestOutputHelper _output;

    public SealTests(ITestOutputHelper output)
    {
        _output = output;
        _keys = VaultOptions.Beside(_folder).Open();
        _seal = new Seal(_keys);
        for (var person = 1; person <= 8; person++)
        {
            _keys.Create(person);
        }
    }

    [Fact]
    public void Content_opens_at_its_place_and_at_no_other()
    {
        var swaps = Rounds.Of("SWAPS", 20_000);
        var draw = new Random(20261122);
        Place Any() => new(
            Pick(draw, "outbox", "outboxc", "conversation"), Pick(draw, "content", "ontent", "reply"), draw.Next(0, 9), $"{draw.Next(4)}", draw.Next(3));
        var opened = 0;
        for (var i = 0; i < swaps; i++)
        {
            var (own, other) = (Any(), Any());
            var closed = _seal.Close(own, "199 0000 0001"u8);
            if (own == other)
            {
                Assert.Equal("199 0000 0001"u8, _seal.Open(other, closed).Span);
                opened++;
            }
            else
            {
                Assert.ThrowsAny<CryptographicException>(() => _seal.Open(other, closed));
            }
        }

        Assert.InRange(opened, 1, swaps / 10);
        _output.WriteLine($"{swaps - opened} of {swaps - opened} swaps refused, {opened} at their own place opened");
    }

    [Fact]
    public void No_nonce_comes_twice()
    {
        var records = Rounds.Of("NONCES", 200_000);
        HashSet<UInt128> nonces = [];
        var place = new Place("t", "c", 1, "1", 1);
        for (var i = 0; i < records; i++)
        {
            var closed = _seal.Close(place, [1]);
            nonces.Add(new UInt128(BitConverter.ToUInt64(closed, 1), BitConverter.ToUInt32(closed, 9)));
        }

        Assert.Equal(records, nonces.Count);
        _output.WriteLine($"{records} records of one person, {records - nonces.Count} nonces twice");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(SealedFile.Chunk - 1)]
    [InlineData(SealedFile.Chunk)]
    [InlineData(SealedFile.Chunk + 1)]
    [InlineData((3 * SealedFile.Chunk) + 5)]
    public async Task A_file_comes_back_as_it_was(int length)
    {
        var content = RandomNumberGenerator.GetBytes(length);
        Assert.Equal(content, SealedFile.Read(_seal, Of("a"), await Written("a", content)));
    }

    [Fact]
    public async Task A_file_that_was_cut_doubled_mixed_or_renamed_does_not_open()
    {
        var content = RandomNumberGenerator.GetBytes(3 * SealedFile.Chunk);
        var closed = await Written("a", content);
        const int chunk = SealedFile.Chunk + 16;
        byte[][] wrong =
        [
            closed[..^chunk], closed[..^1], [.. closed, .. closed[^chunk..]], [.. closed[..9], .. closed[(9 + chunk)..]],
            [.. closed[..9], .. closed[(9 + chunk)..(9 + (2 * chunk))], .. closed[9..(9 + chunk)], .. closed[(9 + (2 * chunk))..]],
            [.. closed[..9], .. (await Written("b", content))[9..]], closed[..9], [], [1, .. closed[1..]],
        ];
        Assert.All(wrong, bytes => Assert.ThrowsAny<CryptographicException>(() => SealedFile.Read(_seal, Of("a"), bytes)));
        Assert.ThrowsAny<CryptographicException>(() => SealedFile.Read(_seal, Of("b"), closed));
        Assert.ThrowsAny<CryptographicException>(() => SealedFile.Read(_seal, Of("a") with { Person = 2 }, closed));
    }

    public void Dispose()
    {
        _seal.Dispose();
        _keys.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static Place Of(string id) => new("file", "bytes", 1, id, 1);

    private static string Pick(Random draw, params string[] from) => from[draw.Next(from.Length)];

    private async Task<byte[]> Written(string id, byte[] content)
    {
        using var to = new MemoryStream();
        await SealedFile.Write(_seal, Of(id), to, content);
        return to.ToArray();
    }
}
