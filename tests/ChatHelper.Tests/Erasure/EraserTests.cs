using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Erasure;
using ChatHelper.Storage;
using ChatHelper.Tests.Conversations;

namespace ChatHelper.Tests.Erasure;

public sealed class EraserTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("erase-").FullName;

    [Fact]
    public async Task Before_the_last_words_are_said_key_rows_and_log_are_gone()
    {
        using var rig = new Rig(_folder);
        await rig.Say("a", "1", "hello");
        var person = (await Found(rig, "a"))!.Id;
        var there = true;
        rig.Engine.Turns.OnReady += rows => there = rows.Count > 0 && rig.Engine.Keys.Has(person);

        await rig.Engine.Turns.Take(new Address("test", "a"), new Expired("test", "2"));
        await rig.Engine.Eraser.Emptied();

        Assert.False(there);
        Assert.Null(await Found(rig, "a"));
        Assert.Empty(await rig.Engine.Writer.Write(null, ErasureStore.Everybody));
    }

    [Fact]
    public async Task What_a_crash_cut_off_after_the_mark_is_carried_out_at_the_next_start()
    {
        long person;
        using (var rig = new Rig(_folder))
        {
            await rig.Say("a", "1", "hello");
            await rig.Say("b", "2", "hello");
            var found = (await Found(rig, "a"))!;
            person = found.Id;
            await rig.Engine.Writer.Write(null, session =>
            {
                new ErasureStore(rig.Engine.Seal, rig.Engine.Sequence).Begin(session, found, [4, 5], Rig.T0);
                return 0;
            });
        }

        using var again = new Rig(_folder);
        Assert.False(again.Engine.Keys.Has(person));
        Assert.DoesNotContain(person, await again.Engine.Writer.Write(null, ErasureStore.Everybody));
        Assert.NotNull(await Found(again, "b"));
        var left = Assert.Single(await again.Engine.Writer.Write(null, new ErasureStore(again.Engine.Seal, again.Engine.Sequence).ToClear));
        Assert.Equal((person, new Address("test", "a")), (left.Person, left.Address));
        Assert.Equal([4L, 5], left.Messages);
    }

    [Fact]
    public async Task Who_was_erased_stays_erased_when_an_older_database_comes_back()
    {
        var database = Path.Combine(_folder, "chathelper.db");
        using (var rig = new Rig(_folder))
        {
            await rig.Say("a", "1", "hello");
            await rig.Say("b", "2", "hello");
        }

        File.Copy(database, $"{database}.old");
        using (var rig = new Rig(_folder))
        {
            await rig.Engine.Turns.Take(new Address("test", "a"), new Expired("test", "3"));
        }

        File.Move($"{database}.old", database, overwrite: true);
        using var restored = new Rig(_folder);
        Assert.Null(await Found(restored, "a"));
        Assert.NotNull(await Found(restored, "b"));
    }

    [Fact]
    public async Task Keys_of_another_database_are_refused_before_anything_is_removed()
    {
        using (var rig = new Rig(_folder))
        {
            await rig.Say("a", "1", "hello");
        }

        var keys = Path.Combine(_folder, "keys");
        Directory.Move(keys, $"{keys}.right");
        Assert.Contains("another database", Assert.Throws<StartFault>(() => new Rig(_folder)).Message, StringComparison.Ordinal);

        Directory.Delete(keys, recursive: true);
        Directory.Move($"{keys}.right", keys);
        using var again = new Rig(_folder);
        Assert.NotNull(await Found(again, "a"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task<Person?> Found(Rig rig, string person) =>
        rig.Engine.Writer.Write(null, session => rig.Engine.Conversations.Find(session, new Address("test", person)));
}
