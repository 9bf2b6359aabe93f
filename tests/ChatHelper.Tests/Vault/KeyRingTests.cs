using System.Security.Cryptography;
using ChatHelper.Storage;
using ChatHelper.Vault;

namespace ChatHelper.Tests.Vault;

public sealed class KeyRingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("keys-").FullName;
    private readonly byte[] _master = RandomNumberGenerator.GetBytes(32);

    [Fact]
    public void A_key_is_there_again_after_a_start()
    {
        var before = With(keys =>
        {
            keys.Create(7);
            keys.Flush();
            return Closed(keys, 7);
        });

        Assert.Equal("said", With(keys => Opened(keys, 7, before)));
    }

    [Fact]
    public void A_destroyed_key_is_in_neither_copy_and_its_slot_is_used_again()
    {
        var closed = With(keys =>
        {
            keys.Create(7);
            keys.Flush();
            var content = Closed(keys, 7);
            keys.Destroy(7);
            Assert.Throws<KeyGone>(() => keys.Of(7));
            return content;
        });

        With(keys =>
        {
            Assert.False(keys.Has(7));
            Assert.Throws<KeyGone>(() => Opened(keys, 7, closed));
            keys.Create(8);
            return 0;
        });
        Assert.Equal(2 * KeyFile.SlotBytes, new FileInfo(KeyRing.First(_folder)).Length);
    }

    [Fact]
    public void Whoever_held_a_key_that_is_destroyed_cannot_use_it_any_more() => With(keys =>
    {
        keys.Create(7);
        var held = keys.Of(7);
        keys.Destroy(7);
        Assert.Throws<KeyGone>(() => held.For("anything"));
        return 0;
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_slot_that_a_power_cut_garbled_comes_back_from_the_other_copy(bool first)
    {
        var closed = Stored(7, 8);
        Garble(first ? KeyRing.First(_folder) : KeyRing.Second(_folder), slot: 0);

        Assert.Equal("said", With(keys => Opened(keys, 7, closed)));
        Assert.Equal(File.ReadAllBytes(KeyRing.First(_folder)), File.ReadAllBytes(KeyRing.Second(_folder)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_key_destroyed_in_one_copy_is_destroyed(bool first)
    {
        Stored(7, 8);
        using (var file = File.OpenWrite(first ? KeyRing.First(_folder) : KeyRing.Second(_folder)))
        {
            file.Position = KeyFile.SlotBytes;
            file.Write(KeySlot.Destroyed(use: 1));
        }

        Assert.False(With(keys => keys.Has(7)));
        Assert.True(With(keys => keys.Has(8)));
    }

    [Fact]
    public void A_key_in_a_slot_that_was_used_before_outlives_a_crash_before_its_second_copy()
    {
        var crashed = Directory.CreateDirectory(Path.Combine(_folder, "crashed")).FullName;
        var closed = With(keys =>
        {
            keys.Create(7);
            keys.Destroy(7);
            keys.Create(8);
            keys.Flush();
            File.Copy(KeyRing.First(_folder), KeyRing.First(crashed));
            File.Copy(KeyRing.Second(_folder), KeyRing.Second(crashed));
            return Closed(keys, 8);
        });

        using var again = KeyRing.Open(crashed, crashed, MasterKey.OfKey(_master));
        Assert.Equal("said", Opened(again, 8, closed));
        Assert.False(again.Has(7));
    }

    [Fact]
    public void A_slot_that_is_damaged_in_both_copies_stops_the_start_and_nobody_is_taken_for_erased()
    {
        Stored(7, 8);
        Garble(KeyRing.First(_folder), slot: 0);
        Garble(KeyRing.Second(_folder), slot: 0);

        Assert.Contains("both copies", Assert.Throws<StartFault>(() => With(keys => keys.Has(7))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_slot_that_is_damaged_alike_in_both_copies_stops_the_start_too()
    {
        Stored(7, 8);
        Garble(KeyRing.First(_folder), slot: 0);
        File.Copy(KeyRing.First(_folder), KeyRing.Second(_folder), overwrite: true);

        Assert.Contains("both copies", Assert.Throws<StartFault>(() => With(keys => keys.Has(7))).Message, StringComparison.Ordinal);
    }

    // Behind what a head needs there is room that means nothing; damage may begin there.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Damage_from_the_end_of_the_head_into_a_slot_comes_back_from_the_other_copy(bool first)
    {
        var closed = Stored(7, 8);
        using (var file = File.OpenWrite(first ? KeyRing.First(_folder) : KeyRing.Second(_folder)))
        {
            file.Position = KeyHead.Length;
            file.Write(RandomNumberGenerator.GetBytes(KeyFile.SlotBytes));
        }

        Assert.Equal("said", With(keys => Opened(keys, 7, closed)));
    }

    // Else the last who came would stand in one copy alone, until the next one comes.
    [Fact]
    public void A_new_key_is_in_both_copies_with_the_next_commit()
    {
        Stored(7);
        With(keys =>
        {
            keys.Create(8);
            keys.Flush();
            keys.Flush();
            Assert.Equal(File.ReadAllBytes(KeyRing.First(_folder)), File.ReadAllBytes(KeyRing.Second(_folder)));
            return 0;
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_lost_copy_is_made_again(bool first)
    {
        var closed = Stored(7);
        File.Delete(first ? KeyRing.First(_folder) : KeyRing.Second(_folder));

        Assert.Equal("said", With(keys => Opened(keys, 7, closed)));
        Assert.Equal(File.ReadAllBytes(KeyRing.First(_folder)), File.ReadAllBytes(KeyRing.Second(_folder)));
    }

    [Fact]
    public void Another_master_key_is_refused_and_changes_nothing()
    {
        Stored(7);
        var before = File.ReadAllBytes(KeyRing.First(_folder));

        Assert.Contains("does not open", Assert.Throws<StartFault>(() => KeyRing.Open(_folder, _folder, MasterKey.OfKey(new byte[32]))).Message, StringComparison.Ordinal);
        Assert.Contains("a master key", Assert.Throws<StartFault>(() => KeyRing.Open(_folder, _folder, MasterKey.OfPassphrase("seventeen letters"))).Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(KeyRing.First(_folder)));
    }

    [Fact]
    public void A_passphrase_opens_what_it_closed()
    {
        using (var keys = KeyRing.Open(_folder, _folder, MasterKey.OfPassphrase("correct horse battery")))
        {
            keys.Create(7);
            keys.Flush();
        }

        using var again = KeyRing.Open(_folder, _folder, MasterKey.OfPassphrase("correct horse battery"));
        Assert.True(again.Has(7));
        Assert.Throws<StartFault>(() => KeyRing.Open(_folder, _folder, MasterKey.OfPassphrase("wrong horse battery")));
    }

    [Fact]
    public void After_a_change_of_the_master_key_the_old_one_opens_nothing_and_look_ups_stay()
    {
        var closed = Stored(7);
        var next = RandomNumberGenerator.GetBytes(32);
        var id = With(keys =>
        {
            keys.Rewrap(MasterKey.OfKey(next), _folder, _folder);
            return keys.Id;
        });

        Assert.Throws<StartFault>(() => KeyRing.Open(_folder, _folder, MasterKey.OfKey(_master)));
        using var keys = KeyRing.Open(_folder, _folder, MasterKey.OfKey(next));
        Assert.Equal("said", Opened(keys, 7, closed));
        Assert.Equal(id, keys.Id);
    }

    [Fact]
    public void Ten_thousand_persons_come_and_go_and_only_those_who_stay_have_a_key()
    {
        With(keys =>
        {
            for (var person = 1L; person <= 10_000; person++)
            {
                keys.Create(person);
                if (person % 3 == 0)
                {
                    keys.Destroy(person - 1);
                }
            }

            keys.Flush();
            return 0;
        });

        Assert.Equal(10_000 - 3_333, With(keys => keys.Persons.Count));
        Assert.All([1L, 3, 9_999, 10_000], person => Assert.True(With(keys => keys.Has(person))));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Closed(KeyRing keys, long person)
    {
        using var seal = new Seal(keys);
        return seal.Close(new Place("t", "c", person, "1", 1), "said"u8);
    }

    private static string Opened(KeyRing keys, long person, byte[] closed)
    {
        using var seal = new Seal(keys);
        return System.Text.Encoding.UTF8.GetString(seal.Open(new Place("t", "c", person, "1", 1), closed).Span);
    }

    private static void Garble(string path, int slot)
    {
        using var file = File.OpenWrite(path);
        file.Position = (slot + 1) * KeyFile.SlotBytes;
        file.Write(RandomNumberGenerator.GetBytes(KeyFile.SlotBytes));
    }

    private byte[] Stored(params long[] persons) => With(keys =>
    {
        foreach (var person in persons)
        {
            keys.Create(person);
        }

        keys.Flush();
        return Closed(keys, persons[0]);
    });

    private T With<T>(Func<KeyRing, T> use)
    {
        using var keys = KeyRing.Open(_folder, _folder, MasterKey.OfKey(_master));
        return use(keys);
    }
}
