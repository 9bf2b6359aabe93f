using System.Diagnostics;
using System.Globalization;
using ChatHelper.Commands;
using ChatHelper.Storage;
using ChatHelper.Tests.Start;
using ChatHelper.Vault;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Vault;

public sealed class KeyRotationTests(ITestOutputHelper output) : IDisposable
{
    private static readonly string[] Moments = ["keys-next", "keys-rewrapped", "keys-changed"];
    private readonly string _folder = Directory.CreateTempSubdirectory("rotate-").FullName;

    private string Data => Path.Combine(_folder, "data");

    private string Operator => Path.Combine(_folder, "operator.key");

    [Fact]
    public void A_new_key_of_our_own_opens_everything_and_the_former_opens_nothing()
    {
        var (id, closed, former) = Stored(1000);
        Assert.Equal(0, KeysCommand.Rotate(Places(), null, null, TextWriter.Null));

        Assert.NotEqual(former, File.ReadAllBytes(Places().Vault.OwnKey));
        Assert.Equal(["master.key", "persons.keys", "persons.keys.2"], Directory.GetFiles(Places().Vault.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Check(Places(), id, closed);
        Assert.Throws<StartFault>(() => KeyRing.Open(Places().Vault.Folder, Places().Vault.Copy, MasterKey.OfKey(former), readOnly: true));
    }

    [Fact]
    public void The_operators_key_file_or_passphrase_takes_over_and_our_own_key_goes()
    {
        var (id, closed, _) = Stored(10);
        KeysCommand.Rotate(Places(), Operator, null, TextWriter.Null);
        Assert.False(File.Exists(Places().Vault.OwnKey));
        Assert.Equal(32, new FileInfo(Operator).Length);
        Assert.Contains("is not there", Assert.Throws<StartFault>(() => Places().Vault.Open()).Message, StringComparison.Ordinal);
        var named = Places(("CHATHELPER_MASTER_KEY_FILE", Operator));
        Check(named, id, closed);
        Assert.Contains("must name the new one", Assert.Throws<StartFault>(() => KeysCommand.Rotate(named, null, null, TextWriter.Null)).Message, StringComparison.Ordinal);

        var words = Path.Combine(_folder, "words");
        File.WriteAllText(words, "correct horse battery\n");
        KeysCommand.Rotate(named, null, words, TextWriter.Null);
        Check(Places(("CHATHELPER_PASSPHRASE_FILE", words)), id, closed);
        Assert.Throws<StartFault>(() => named.Vault.Open());
    }

    [Fact]
    public void Keys_are_not_changed_while_somebody_uses_the_data()
    {
        Stored(1);
        using var held = DataLock.Take(Data);
        Assert.Contains("no other program", Assert.Throws<StartFault>(() => KeysCommand.Rotate(Places(), null, null, TextWriter.Null)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cut_off_at_any_moment_the_keys_open_with_the_former_or_with_the_new_one(bool operators)
    {
        using var program = new RealProgram();
        foreach (var moment in Moments.Where(moment => !operators || moment != "keys-next"))
        {
            var (id, closed, _) = Stored(50);
            string[] words = operators ? ["keys", "rotate", "--new-key-file", Operator] : ["keys", "rotate"];
            var (code, _, _) = await program.Do(words, ("CHATHELPER_DATA", Data), ("CHATHELPER_CRASH_AT", moment));
            Assert.NotEqual(0, code);

            // For reading beside it first, which changes nothing; then for good; then a whole change.
            var places = operators && moment == "keys-changed" ? Places(("CHATHELPER_MASTER_KEY_FILE", Operator)) : Places();
            Check(places, id, closed, readOnly: operators is false);
            Check(places, id, closed);
            Assert.False(File.Exists(places.Vault.NextKey));
            KeysCommand.Rotate(places, operators ? Operator : null, null, TextWriter.Null);
            Check(operators ? Places(("CHATHELPER_MASTER_KEY_FILE", Operator)) : places, id, closed);
            output.WriteLine($"{moment}: opens");
            Directory.Delete(Data, recursive: true);
            File.Delete(Operator);
        }
    }

    [Fact]
    public void Status_says_where_and_how_many_and_whether_the_copies_are_alike()
    {
        var (id, _, _) = Stored(7);
        Assert.Equal((0, true), Status(id, "Live:       7", "Alike:      yes", "the same folder", "beside the data"));
        File.AppendAllText(KeyRing.Second(Places().Vault.Copy), "x");
        Assert.Equal((1, true), Status("Alike:      no"));
    }

    [Fact]
    public void Ten_thousand_keys_are_wrapped_anew()
    {
        var (id, closed, _) = Stored(10_000);
        var began = Stopwatch.GetTimestamp();
        KeysCommand.Rotate(Places(), null, null, TextWriter.Null);
        output.WriteLine($"10,000 keys wrapped anew, both files on disk, in {Stopwatch.GetElapsedTime(began).TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture)} ms");
        Check(Places(), id, closed);
        using var keys = Places().Vault.Open();
        Assert.Equal(10_000, keys.Persons.Count);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private (int, bool) Status(params string[] words)
    {
        using var said = new StringWriter();
        var code = KeysCommand.Status(Places(), said);
        return (code, words.All(word => said.ToString().Contains(word, StringComparison.Ordinal)));
    }

    private Places Places(params (string Name, string Value)[] settings) =>
        ChatHelper.Commands.Places.Read(name => name == "CHATHELPER_DATA" ? Data : settings.FirstOrDefault(setting => setting.Name == name).Value);

    // Fresh keys for persons 1 to n, and something closed for the last of them.
    private (string Id, byte[] Closed, byte[] Master) Stored(int persons)
    {
        using var keys = Places().Vault.Open();
        for (var person = 1; person <= persons; person++)
        {
            keys.Create(person);
        }

        keys.Flush();
        using var seal = new Seal(keys);
        return (keys.Id, seal.Close(new Place("t", "c", persons, "1", 1), "said"u8), File.ReadAllBytes(Places().Vault.OwnKey));
    }

    private static void Check(Places places, string id, byte[] closed, bool readOnly = false)
    {
        using var keys = places.Vault.Open(readOnly);
        using var seal = new Seal(keys);
        Assert.Equal(id, keys.Id);
        Assert.Equal("said", System.Text.Encoding.UTF8.GetString(seal.Open(new Place("t", "c", keys.Persons.Max(), "1", 1), closed).Span));
    }
}
