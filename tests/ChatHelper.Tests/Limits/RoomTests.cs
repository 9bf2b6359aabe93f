using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Limits;
using ChatHelper.Storage;
using ChatHelper.Tests.Conversations;

namespace ChatHelper.Tests.Limits;

/// <summary>Files and the disk.</summary>
public sealed class RoomTests
{
    private static readonly Address Me = new("test", "me");

    [Fact]
    public async Task Beyond_a_persons_share_files_are_refused_kindly_and_deleting_makes_room()
    {
        using var rig = new Rig(limits: new LimitOptions { Files = 3, DiskUsed = _ => 0 });
        for (var no = 1; no <= 3; no++)
        {
            Assert.NotEmpty((await Give(rig, no)).File.Id);
        }

        var (refused, told) = await Give(rig, 4);
        Assert.Equal(("", "refused-quota"), (refused.Id, refused.Kind));
        Assert.Contains("放不下了", told);
        Assert.Equal(3, Directory.GetFiles(Path.Combine(rig.Folder, "files")).Length);
        Assert.NotEmpty((await Give(rig, 5, "somebody else")).File.Id);

        var person = await rig.Engine.Turns.Meet(Me);
        var first = (await rig.Engine.Writer.Write(null, session => rig.Engine.Files.Of(session, person)))[0];
        await rig.Engine.Writer.Write(null, session =>
        {
            rig.Engine.Files.Store(session, rig.Engine.Conversations.Find(session, Me)!, new Discard(first.Id), Rig.T0);
            return 0;
        });
        Assert.NotEmpty((await Give(rig, 6)).File.Id);
        Assert.Equal(1, rig.Engine.Quota.Refused);
    }

    [Fact]
    public async Task Bytes_count_and_so_does_the_day()
    {
        using var rig = new Rig(limits: new LimitOptions { FileBytes = 2500, FilesADay = 2, DiskUsed = _ => 0 });
        Assert.NotEmpty((await Give(rig, 1, bytes: 1000)).File.Id);
        Assert.Equal("refused-quota", (await Give(rig, 2, bytes: 2000)).File.Kind);
        Assert.NotEmpty((await Give(rig, 3, bytes: 1000)).File.Id);
        Assert.Equal("refused-today", (await Give(rig, 4, bytes: 100)).File.Kind);
        rig.Clock.Move(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));
        Assert.NotEmpty((await Give(rig, 5, bytes: 100)).File.Id);
    }

    [Fact]
    public async Task At_four_fifths_of_the_disk_words_are_taken_and_files_are_not_until_there_is_room()
    {
        var (used, looks) = (0.81, 0);
        using var rig = new Rig(limits: new LimitOptions { DiskUsed = _ => { looks++; return used; } });

        var (file, told) = await Give(rig, 1);
        Assert.Equal(("", "refused-space"), (file.Id, file.Kind));
        Assert.Contains("没有地方", told);
        Assert.NotEmpty((await rig.Say("me", "w", "你好")).Rows);
        used = 0.5;
        Assert.Equal("refused-space", (await Give(rig, 2)).File.Kind);
        rig.Clock.Move(TimeSpan.FromSeconds(1));
        Assert.NotEmpty((await Give(rig, 3)).File.Id);
        Assert.Equal(2, looks); // once a second, however many ask
    }

    [Fact]
    public void The_disk_of_this_machine_is_read() => Assert.InRange(Watermark.Used(Path.GetTempPath()), 0.0001, 0.9999);

    [Fact]
    public async Task A_person_who_sends_two_files_at_once_keeps_nobody_elses_place()
    {
        using var rig = new Rig();
        var (one, other) = (await rig.Engine.Turns.Meet(Me), await rig.Engine.Turns.Meet(new Address("test", "other")));
        var stalled = new TaskCompletionSource();
        var slow = rig.Engine.Files.Keep(one, "a.txt", async to =>
        {
            await stalled.Task;
            await to.WriteAsync("x"u8.ToArray());
        });

        await Assert.ThrowsAsync<StorageFault>(() => Kept(rig, one, 1, 10));
        Assert.NotEmpty((await Kept(rig, other, 2, 10)).Id);
        stalled.SetResult();
        Assert.NotEmpty((await slow).Id);
        Assert.NotEmpty((await Kept(rig, one, 3, 10)).Id);
    }

    private static async Task<(GivenFile File, string Told)> Give(Rig rig, int no, string person = "me", int bytes = 10)
    {
        var address = new Address("test", person);
        var file = await Kept(rig, await rig.Engine.Turns.Meet(address), no, bytes);
        var taken = await rig.Engine.Turns.Take(address, new Gave("test", $"{person}{no}", file, ""));
        return (file, string.Join('\n', taken.Rows.Select(row => row.Reply.Text)));
    }

    private static Task<GivenFile> Kept(Rig rig, long person, int no, int bytes) => rig.Engine.Files.Keep(
        person, $"{no}.txt", to => to.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"{no}".PadRight(bytes, 'x'))).AsTask());
}
