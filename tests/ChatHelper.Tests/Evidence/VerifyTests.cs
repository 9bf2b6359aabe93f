using ChatHelper.Commands;
using ChatHelper.Content;
using ChatHelper.Conversations;
using ChatHelper.Core.Casework;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Turns;
using ChatHelper.Storage;
using ChatHelper.Tests.Conversations;
using ChatHelper.Tests.Rules;

namespace ChatHelper.Tests.Evidence;

public sealed class VerifyTests : IDisposable
{
    private static readonly Lazy<Pack> China = new(() => PackLoading.Load(Path.Combine(Checkout.Root, "dialogs"), "china"));
    private static readonly Address Somebody = new("test", "p1");
    private readonly string _folder = Directory.CreateTempSubdirectory("verify-").FullName;
    private readonly Rig _rig;
    private int _key;

    public VerifyTests() => _rig = new Rig(_folder, China.Value);

    private string Files => Path.Combine(_folder, "files");

    [Fact]
    public async Task Untouched_files_and_cases_have_no_fault_and_a_running_worker_is_not_in_the_way()
    {
        await Give(Pictures.Png());
        await Give(Pictures.Jpeg());

        Assert.Equal((0, "2 files"), Verified().Short());
        _rig.Dispose();
        Assert.Equal((0, "2 files"), Verified().Short());
    }

    [Fact]
    public async Task A_flipped_bit_a_cut_a_missing_and_a_foreign_file_are_each_named()
    {
        var flipped = await Give(Pictures.Png());
        var cut = await Give(Pictures.Jpeg());
        var missing = await Give(Pictures.Gif());
        var bytes = await File.ReadAllBytesAsync(Path.Combine(Files, flipped));
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(Path.Combine(Files, flipped), bytes);
        await File.WriteAllBytesAsync(Path.Combine(Files, cut), (await File.ReadAllBytesAsync(Path.Combine(Files, cut)))[..^1]);
        File.Delete(Path.Combine(Files, missing));
        await File.WriteAllTextAsync(Path.Combine(Files, "foreign"), "x");
        File.SetLastWriteTimeUtc(Path.Combine(Files, "foreign"), TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-2));
        await File.WriteAllTextAsync(Path.Combine(Files, "coming"), "x");

        var (code, output, faults) = Verified();
        Assert.Equal(1, code);
        Assert.Contains(faults, fault => fault.Contains(flipped) && fault.Contains("cannot be read"));
        Assert.Contains(faults, fault => fault.Contains(cut) && fault.Contains("cannot be read"));
        Assert.Contains(faults, fault => fault.Contains(missing) && fault.Contains("missing"));
        Assert.Contains(faults, fault => fault.StartsWith("foreign:", StringComparison.Ordinal));
        Assert.Equal(4, faults.Count);
        Assert.Contains("1 on their way", output, StringComparison.Ordinal);
        Assert.DoesNotContain(faults, fault => fault.Contains(".png"));
    }

    [Fact]
    public async Task An_edited_case_and_a_row_taken_away_are_named()
    {
        var first = await Give(Pictures.Png());
        await Give(Pictures.Jpeg());
        await Give(Pictures.Gif());
        await Change(file => file with { Evidence = [.. file.Evidence.Select(item => item.No == 2 ? item with { Name = "other" } : item)] });
        await _rig.Engine.Writer.Write(null, session => session.Execute("DELETE FROM file WHERE file_id = $1", first));

        var (code, _, faults) = Verified();
        Assert.Equal(1, code);
        Assert.Contains(faults, fault => fault.Contains("breaks at entry 2"));
        Assert.Contains(faults, fault => fault.Contains($"names the file {first}"));
    }

    [Fact]
    public async Task What_was_cut_off_at_the_end_of_a_chain_is_missed()
    {
        await Give(Pictures.Png());
        var last = await Give(Pictures.Jpeg());
        await Change(file => file with { Evidence = [file.Evidence[0]] });

        var (_, _, faults) = Verified();
        Assert.Contains(faults, fault => fault.Contains("last entries"));
        Assert.Contains(faults, fault => fault.Contains(last) && fault.Contains("no item"));
    }

    [Theory]
    [InlineData("这是我的身份证")]
    [InlineData("女儿的照片")]
    public async Task A_refused_picture_leaves_no_bytes_no_row_and_no_entry(string caption)
    {
        await Give(Pictures.Png(), caption);

        Assert.Empty(Directory.GetFiles(Files));
        Assert.Equal((0, "0 files"), Verified().Short());
        Assert.Contains("0 entries", Verified().Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_picture_is_gone_from_disk_and_table_at_once_and_the_chain_holds()
    {
        await _rig.Engine.Agree(Somebody);
        foreach (var word in new[] { "你好", "3", "1", "3" })
        {
            await _rig.Engine.Turns.Take(Somebody, new Said("test", $"{_key++}", word));
        }

        await Give(Pictures.Png());
        await _rig.Engine.Turns.Take(Somebody, new Pressed("test", $"{_key++}", null, null, ["private"]));

        Assert.Empty(Directory.GetFiles(Files));
        Assert.Equal((0, "0 files"), Verified().Short());
        Assert.Contains("2 entries", Verified().Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clean_copy_is_made_when_it_is_sent_and_a_word_stands_for_one_that_is_gone()
    {
        var id = await Give(Pictures.Jpeg(Pictures.Exif(1, "GPS")));
        var file = new ReplyFile("1-copy.jpeg", "image/jpeg", "") { CleanCopyOf = id };

        Assert.Equal(Pictures.Jpeg(), (await _rig.Engine.Papers.Make(file, "")).Bytes);
        File.Delete(Path.Combine(Files, id));
        Assert.Equal("1-copy.txt", (await _rig.Engine.Papers.Make(file, "")).Name);
        Assert.Equal("1-copy.txt", (await _rig.Engine.Papers.Make(file with { CleanCopyOf = "../chathelper.db" }, "")).Name);
    }

    [Fact]
    public void A_folder_without_a_database_is_named()
    {
        var fault = Assert.Throws<StartFault>(() => VerifyCommand.Run(Path.Combine(_folder, "none"), TimeProvider.System, TextWriter.Null, TextWriter.Null));
        Assert.Contains("none", fault.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _rig.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string> Give(byte[] bytes, string caption = "")
    {
        var file = await _rig.Engine.Files.Keep(await _rig.Engine.Turns.Meet(Somebody), "x.png", to => to.WriteAsync(bytes).AsTask());
        await _rig.Engine.Turns.Take(Somebody, new Gave("test", $"{_key++}", file, caption));
        return file.Id;
    }

    // As somebody would who can write the database.
    private async Task Change(Func<CaseFile, CaseFile> change)
    {
        var cases = new CaseStore(_rig.Engine.Seal);
        await _rig.Engine.Writer.Write(null, session =>
        {
            var (person, file) = cases.All(session).Single();
            cases.Put(session, person, file, change(file));
            return true;
        });
    }

    private Result Verified()
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = VerifyCommand.Run(_folder, TimeProvider.System, output, errors);
        return new Result(code, output.ToString(), errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private sealed record Result(int Code, string Output, IReadOnlyList<string> Faults)
    {
        public (int, string) Short() => (Code, Output[..Output.IndexOf(',', StringComparison.Ordinal)]);
    }
}
