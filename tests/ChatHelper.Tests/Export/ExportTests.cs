using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ChatHelper.Conversations;
using ChatHelper.Core.Exports;
using ChatHelper.Core.Turns;
using ChatHelper.Papers;
using ChatHelper.Tests.Conversations;
using ChatHelper.Tests.Evidence;
using ChatHelper.Tests.Gate;
using Xunit.Abstractions;

namespace ChatHelper.Tests.Export;

public sealed class ExportTests(ITestOutputHelper output) : IDisposable
{
    private readonly GateRig _rig = new();

    [Fact]
    public async Task Two_taps_give_one_file_with_a_neutral_name()
    {
        await Tells();
        await _rig.Say("p1", "导出我的数据");
        var taken = await _rig.Rig.Press("p1", "yes-please", "yes");
        var file = Assert.Single(taken.Rows.SelectMany(row => row.Reply.Files));

        Assert.Equal(("my-notes-2026-11-18.zip", "application/zip"), (file.Name, file.Mime));
        var parts = Parts(await Made(file, taken.Person));
        Assert.Equal(["data.json", "readme.txt"], parts.Keys);
        Assert.Contains("2026-11-18", Encoding.UTF8.GetString(parts["readme.txt"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_copy_holds_what_was_said_sent_and_passed_on()
    {
        var (file, person) = await Full();
        var parts = Parts(await Made(file, person));
        var data = JsonDocument.Parse(parts["data.json"]).RootElement;
        var facts = data.GetProperty("talk").GetProperty("facts").EnumerateArray().ToDictionary(fact => fact.GetProperty("name").GetString()!);

        Assert.Equal(("3500", "三千五"), (facts["amount"].GetProperty("value").GetString(), Said(facts["amount"])));
        Assert.True(facts["amount"].GetProperty("label").GetString()!.Length > 0);
        var kept = data.GetProperty("talk").GetProperty("case");
        var item = Assert.Single(kept.GetProperty("evidence").EnumerateArray());
        var (name, bytes) = Assert.Single(parts, part => part.Key.StartsWith("files/", StringComparison.Ordinal));
        Assert.Equal($"files/{item.GetProperty("no").GetInt32():D3}-call.png", name);
        Assert.Equal(item.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        var words = data.GetProperty("desk")[0].GetProperty("words").EnumerateArray().Select(word => word.GetProperty("text").GetString()).ToList();
        Assert.Contains("投诉信我看过了", words);
        Assert.Equal("2026-11-25T12:30:00Z", data.GetProperty("erasedAfter").GetString());
        Assert.True(data.GetProperty("pin").GetBoolean());
    }

    [Fact]
    public async Task Nothing_of_ours_is_in_it()
    {
        var (file, person) = await Full();
        var made = await Made(file, person);
        var parts = Parts(made);
        var text = string.Join('\n', parts.Select(part => $"{part.Key}\n{Encoding.Latin1.GetString(part.Value)}"));
        var ours = await _rig.Read(session => session.Query(
            """
            SELECT file_id FROM file UNION SELECT case_id FROM handover UNION SELECT CAST(id AS TEXT) FROM desk_message
            UNION SELECT CAST(person_id AS TEXT) FROM person UNION SELECT hex(lookup) FROM person UNION SELECT lower(hex(lookup)) FROM recovery
            UNION SELECT CAST(id AS TEXT) FROM outbox
            """, row => row.GetString(0)));

        Assert.True(ours.Count >= 6);
        Assert.All(ours, id => Assert.DoesNotContain(id, text, StringComparison.OrdinalIgnoreCase));
        Assert.All(["小林", "p1\"", "4821", "person_id", "lookup"], word => Assert.DoesNotContain(word, Encoding.UTF8.GetString(parts["data.json"]), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_things_held_give_the_same_bytes()
    {
        var (file, person) = await Full();

        Assert.Equal((await Made(file, person)).Bytes, (await Made(file, person)).Bytes);
    }

    [Fact]
    public async Task Of_another_person_nothing_can_be_in_it()
    {
        var (file, _) = await Full();
        await _rig.Say("p2", "我借了九千");
        var other = Parts(await Made(file, await _rig.Rig.NumberOf("p2")));

        Assert.Equal(["data.json", "readme.txt"], other.Keys);
        Assert.DoesNotContain("3500", Encoding.UTF8.GetString(other["data.json"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_erasing_a_word_stands_in_its_place()
    {
        var (file, person) = await Full();
        await _rig.Say("p1", "删除");
        await _rig.Press("p1", "yes");
        var made = await Made(file, person);

        Assert.Equal("my-notes-2026-11-18.txt", made.Name);
        Assert.Contains(GateRig.Line("export.gone"), Encoding.UTF8.GetString(made.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thousand_messages_and_forty_files_are_out_within_a_minute()
    {
        const int Messages = 1000, Files = 40, Size = 512 << 10;
        await Tells();
        var person = await _rig.Rig.NumberOf("p1");
        for (var i = 0; i < Files; i++)
        {
            var bytes = Pictures.Png(Pictures.Chunk("IHDR", new byte[13]), Pictures.Chunk("tEXt", RandomNumberGenerator.GetBytes(Size)), Pictures.Chunk("IEND", []));
            await Give(person, bytes, $"shot{i}.png");
        }

        await _rig.Say("p1", "找真人");
        foreach (var some in Enumerable.Range(0, Messages).Chunk(8))
        {
            await Task.WhenAll(some.Select(i => _rig.Volunteer("p1", $"第 {i} 句，我看过了。")));
        }

        var watch = Stopwatch.StartNew();
        var taken = await Asked();
        var sizes = new List<int>();
        foreach (var file in taken.Rows.SelectMany(row => row.Reply.Files))
        {
            sizes.Add((await Made(file, person)).Bytes.Length);
        }

        output.WriteLine($"{Messages} messages and {Files} files: {watch.Elapsed.TotalSeconds:F2} s, {sizes.Sum() / 1e6:F1} MB in {sizes.Count} file(s)");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60));
        Assert.True(sizes.Sum() > Files * Size);
    }

    [Fact]
    public async Task What_is_too_large_for_one_document_comes_in_several()
    {
        await Tells();
        var talk = (await _rig.Stored("p1"))!;
        var items = Enumerable.Range(1, 7).Select(no => new ChatHelper.Core.Casework.EvidenceItem(no, "image", GateRigStart) { FileId = $"f{no}", Size = 19_000_000 }).ToList();
        var moment = _rig.Engine.Surroundings.At(NodaTime.Instant.FromDateTimeOffset(GateRigStart));
        var asked = _rig.Engine.Decider.Decide(talk with { Case = talk.Case with { Evidence = items } }, new Said("test", "1", "导出"), moment);
        var given = _rig.Engine.Decider.Decide(asked.Next, new Pressed("test", "2", null, null, ["yes"]), moment);
        var files = given.Replies.SelectMany(reply => reply.Files).ToList();

        Assert.Equal(["my-notes-2026-11-18-1.zip", "my-notes-2026-11-18-2.zip", "my-notes-2026-11-18-3.zip", "my-notes-2026-11-18-4.zip"], files.Select(file => file.Name));
        Assert.Equal(items.Select(item => item.FileId), files.SelectMany(file => file.Export!.Files));
        Assert.All(files, file => Assert.True(file.Export!.Files.Count * 19_000_000L <= Exporting.Largest));
        Assert.Contains(given.Replies, reply => reply.Text.Contains("4 个文件", StringComparison.Ordinal));
    }

    public void Dispose() => _rig.Dispose();

    private static DateTimeOffset GateRigStart => Rig.T0;

    private static string Said(JsonElement fact) => fact.GetProperty("raw").GetString()!;

    private static SortedDictionary<string, byte[]> Parts(MadeFile made)
    {
        using var zip = new ZipArchive(new MemoryStream(made.Bytes));
        var parts = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            using var body = entry.Open();
            using var bytes = new MemoryStream();
            body.CopyTo(bytes);
            parts[entry.FullName] = bytes.ToArray();
        }

        return parts;
    }

    private Task<MadeFile> Made(ReplyFile file, long person) => _rig.Engine.Papers.Make(file, "", person);

    // Agreed to being kept, as everybody is asked first.
    private async Task Tells()
    {
        await _rig.Engine.Agree(new Address("test", "p1"));
        await _rig.Say("p1", "我借了三千五");
    }

    private async Task<Taken> Asked()
    {
        await _rig.Say("p1", "回到机器人");
        await _rig.Say("p1", "导出");
        return await _rig.Rig.Press("p1", GateRig.Key(), "yes");
    }

    private async Task Give(long person, byte[] bytes, string name)
    {
        var file = await _rig.Engine.Files.Keep(person, name, to => to.WriteAsync(bytes).AsTask());
        Assert.NotEqual("", file.Id);
        await _rig.Engine.Turns.Take(new Address("test", "p1"), new Gave("test", GateRig.Key(), file, ""));
    }

    // Everything that a person can have here.
    private async Task<(ReplyFile File, long Person)> Full()
    {
        await Tells();
        var person = await _rig.Rig.NumberOf("p1");
        await Give(person, Pictures.Png(Pictures.Chunk("IHDR", new byte[13]), Pictures.Chunk("IEND", [])), "call.png");
        await _rig.Code("p1");
        await _rig.SetPin("p1", "4821");
        await _rig.Engine.Turns.Take(new Address("test", "p1"), new VolunteerCame("desk", GateRig.Key(), "小林"));
        await _rig.Say("p1", "他们又给我妈打电话");
        await _rig.Volunteer("p1", "投诉信我看过了");
        await _rig.Engine.Turns.Take(new Address("test", "p1"), new VolunteerLeft("desk", GateRig.Key()));
        var taken = await Asked();
        return (Assert.Single(taken.Rows.SelectMany(row => row.Reply.Files)), person);
    }
}
