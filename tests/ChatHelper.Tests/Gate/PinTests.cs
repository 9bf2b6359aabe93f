using System.Text;
using ChatHelper.Conversations;
using ChatHelper.Core.Turns;
using ChatHelper.Gate;
using ChatHelper.Outbox;
using static ChatHelper.Tests.Gate.GateRig;

namespace ChatHelper.Tests.Gate;

public sealed class PinTests : IDisposable
{
    private readonly GateRig _rig = new();

    [Fact]
    public async Task A_pin_is_typed_twice_and_said_nowhere()
    {
        await _rig.Say("p1", "我借了三千五");
        await _rig.Say("p1", "设密码");
        var first = await _rig.Say("p1", "482193");
        var second = await _rig.Say("p1", "482193");

        Assert.Contains(Line("gate.pin.repeat"), first, StringComparison.Ordinal);
        Assert.Contains(Line("gate.hide"), first, StringComparison.Ordinal);
        Assert.Contains(Opening("gate.pin.set"), second, StringComparison.Ordinal);
        Assert.DoesNotContain("482193", first + second, StringComparison.Ordinal);
        Assert.DoesNotContain("482193", System.Text.Json.JsonSerializer.Serialize((await _rig.Stored("p1"))!, StoredJson.Plain.Conversation), StringComparison.Ordinal);
        var state = await State("p1");
        Assert.True(state.Pin is { Rounds: >= 210_000, Salt.Length: 16, Hash.Length: 32 });
        Assert.Null(state.First);
    }

    [Theory]
    [InlineData("12", "gate.pin.form")]
    [InlineData("123456789", "gate.pin.form")]
    public async Task A_number_of_another_length_is_asked_for_again(string typed, string line)
    {
        await _rig.Say("p1", "设密码");
        Assert.Contains(Line(line), await _rig.Say("p1", typed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_different_numbers_set_nothing()
    {
        await _rig.Say("p1", "设密码");
        await _rig.Say("p1", "4821");
        Assert.Contains(Line("gate.pin.differs"), await _rig.Say("p1", "4822"), StringComparison.Ordinal);
        Assert.Null((await State("p1")).Pin);
    }

    [Fact]
    public async Task After_ten_minutes_every_word_gets_one_neutral_line_until_the_number_comes()
    {
        await _rig.Say("p1", "我借了三千五");
        await _rig.SetPin("p1", "4821");
        _rig.Later(TimeSpan.FromMinutes(9));
        Assert.DoesNotContain(Line("gate.lock.ask"), await _rig.Say("p1", "菜单"), StringComparison.Ordinal);
        _rig.Later(TimeSpan.FromMinutes(11));
        var before = await _rig.Stored("p1");

        Assert.Equal(Line("gate.lock.ask"), await _rig.Say("p1", "欠款九千"));
        Assert.Equal(Line("gate.lock.ask"), await _rig.Press("p1", "family"));
        Assert.Equal(Line("gate.lock.ask"), await _rig.Say("p1", "导出"));
        Assert.Equal(before!.Facts["amount"], (await _rig.Stored("p1"))!.Facts["amount"]);
        Assert.StartsWith(Line("gate.lock.open"), await _rig.Say("p1", "４８２１"), StringComparison.Ordinal);
        Assert.DoesNotContain(Line("gate.lock.ask"), await _rig.Say("p1", "菜单"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_word_locks_at_once_and_a_restart_locks_too()
    {
        var folder = Directory.CreateTempSubdirectory("gate-").FullName;
        using (var first = new GateRig(folder))
        {
            await first.SetPin("p1", "4821");
            Assert.Equal(Line("gate.lock.locked"), await first.Say("p1", "锁上"));
            Assert.Equal(Line("gate.lock.ask"), await first.Say("p1", "菜单"));
            Assert.StartsWith(Line("gate.lock.open"), await first.Say("p1", "4821"), StringComparison.Ordinal);
        }

        using (var second = new GateRig(folder))
        {
            Assert.Equal(Line("gate.lock.ask"), await second.Say("p1", "菜单"));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_was_on_its_way_when_the_talk_was_locked_waits_for_the_number()
    {
        await _rig.SetPin("p1", "4821");
        await _rig.Volunteer("p1", "我是值班的，在看");
        var on = Assert.Single(_rig.Sent, row => row.Reply.Text.Contains("我是值班的", StringComparison.Ordinal));
        Assert.Equal(Line("gate.lock.locked"), await _rig.Say("p1", "锁上"));
        Assert.False(await _rig.Read(session => OutboxStore.Claim(session, on.Id)));
        Assert.Contains("我是值班的", await _rig.Say("p1", "4821"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_danger_are_answered_without_the_number_and_show_nothing_of_the_case()
    {
        await _rig.Say("p1", "我借了三千五");
        await _rig.SetPin("p1", "4821");
        await _rig.Say("p1", "锁上");
        var care = await _rig.Say("p1", "我不想活了，药已经吃了");

        Assert.Contains("120", care, StringComparison.Ordinal);
        Assert.NotNull((await _rig.Stored("p1"))!.Crisis);
        Assert.DoesNotContain("3500", care, StringComparison.Ordinal);
        Assert.DoesNotContain(Line("gate.lock.ask"), care, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_numbers_shut_it_for_an_hour()
    {
        await _rig.SetPin("p1", "4821");
        await _rig.Say("p1", "锁上");
        for (var i = 0; i < LockTaking.MostTries - 1; i++)
        {
            Assert.StartsWith(Opening("gate.lock.wrong"), await _rig.Say("p1", $"000{i}"), StringComparison.Ordinal);
        }

        Assert.Equal(Line("gate.lock.shut").Replace("{minutes}", "60", StringComparison.Ordinal), await _rig.Say("p1", "0009"));
        _rig.Later(TimeSpan.FromMinutes(20));
        Assert.Equal(Line("gate.lock.shut").Replace("{minutes}", "40", StringComparison.Ordinal), await _rig.Say("p1", "4821"));
        _rig.Later(TimeSpan.FromMinutes(40));
        Assert.StartsWith(Line("gate.lock.open"), await _rig.Say("p1", "4821"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_forgot_it_gets_in_by_the_recovery_code()
    {
        await _rig.Say("p1", "我借了三千五");
        var code = await _rig.Code("p1");
        await _rig.SetPin("p1", "4821");
        await _rig.Say("p1", "锁上");

        Assert.Equal(Line("gate.return.wrong"), await _rig.Say("p1", "1111222233334444"));
        Assert.StartsWith(Line("gate.pin.off"), await _rig.Say("p1", code), StringComparison.Ordinal);
        Assert.Null((await State("p1")).Pin);
        Assert.DoesNotContain(Line("gate.lock.ask"), await _rig.Say("p1", "菜单"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_forgot_it_can_erase_with_two_taps()
    {
        await _rig.Say("p1", "我借了三千五");
        await _rig.SetPin("p1", "4821");
        await _rig.Say("p1", "锁上");
        var number = await _rig.Rig.NumberOf("p1");

        Assert.Equal(Line("gate.erase.sure"), await _rig.Say("p1", "删除"));
        Assert.Equal(Line("gate.erase.no"), await _rig.Press("p1", "gate.no"));
        await _rig.Say("p1", "删除");
        Assert.Equal(Line("gate.erase.done"), await _rig.Press("p1", "gate.yes"));
        Assert.Null(await _rig.Stored("p1"));
        Assert.False(_rig.Engine.Keys.Has(number));
    }

    [Fact]
    public async Task Words_of_volunteers_wait_behind_one_neutral_line()
    {
        await _rig.Say("p1", "我借了三千五");
        await _rig.SetPin("p1", "4821");
        await _rig.Say("p1", "锁上");

        Assert.Equal(Line("gate.lock.news"), await _rig.Volunteer("p1", "投诉信我看过了"));
        var open = await _rig.Say("p1", "4821");
        Assert.Contains("投诉信我看过了", open, StringComparison.Ordinal);
        Assert.Equal(0L, await _rig.Read(session => session.Scalar("SELECT count(*) FROM outbox WHERE state = 2")));
    }

    [Fact]
    public async Task What_waits_is_not_shown_by_a_start_or_an_acknowledgement()
    {
        await _rig.SetPin("p1", "4821");
        await _rig.Say("p1", "锁上");
        await _rig.Volunteer("p1", "投诉信我看过了");
        var number = await _rig.Rig.NumberOf("p1");
        var (started, read) = await _rig.Read(session => (_rig.Engine.Outbox.Recover(session, "test"), _rig.Engine.Outbox.Of(session, number, 0)));
        await _rig.Read(session =>
        {
            ChatHelper.Outbox.OutboxStore.RemoveUpTo(session, number, long.MaxValue);
            return true;
        });

        Assert.DoesNotContain(started.Concat(read), row => row.Reply.Text.Contains("投诉信", StringComparison.Ordinal));
        Assert.Contains("投诉信我看过了", await _rig.Say("p1", "4821"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_sent_to_a_locked_talk_is_not_kept()
    {
        await _rig.SetPin("p1", "4821");
        await _rig.Say("p1", "锁上");
        var address = new Address("test", "p1");
        var file = await _rig.Engine.Files.Keep(await _rig.Rig.NumberOf("p1"), "a.txt", to => to.WriteAsync(Encoding.UTF8.GetBytes("催收短信")).AsTask());
        await _rig.Engine.Turns.Take(address, new Gave("test", Key(), file, ""));

        Assert.Empty(Directory.GetFiles(Path.Combine(_rig.Rig.Folder, "files")));
        Assert.Equal(0L, await _rig.Read(session => session.Scalar("SELECT count(*) FROM file")));
    }

    [Fact]
    public async Task Previews_put_a_line_that_tells_nothing_before_what_nobody_asked_for()
    {
        await _rig.Say("p1", "我借了三千五");
        Assert.Equal(Line("gate.previews.on"), await _rig.Say("p1", "预览"));

        Assert.StartsWith(Line("gate.previews.line") + "\n", await _rig.Volunteer("p1", "投诉信我看过了"), StringComparison.Ordinal);
        await _rig.Say("p1", "预览");
        Assert.DoesNotContain(Line("gate.previews.line"), await _rig.Volunteer("p1", "还在吗"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taken_away_it_locks_no_more()
    {
        await _rig.SetPin("p1", "4821");
        Assert.Equal(Line("gate.pin.off"), await _rig.Say("p1", "取消密码"));
        _rig.Later(TimeSpan.FromHours(1));
        Assert.DoesNotContain(Line("gate.lock.ask"), await _rig.Say("p1", "菜单"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flood_of_tries_leaves_others_unharmed_and_counts_each()
    {
        await _rig.SetPin("p1", "4821");
        await _rig.Say("p1", "锁上");
        var tries = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => _rig.Say("p1", $"1{i:D3}")));

        Assert.Equal(LockTaking.MostTries - 1, tries.Count(answer => answer.StartsWith(Opening("gate.lock.wrong"), StringComparison.Ordinal)));
        Assert.StartsWith(Opening("gate.lock.shut"), await _rig.Say("p1", "4821"), StringComparison.Ordinal);
    }

    public void Dispose() => _rig.Dispose();

    private async Task<GateState> State(string person)
    {
        var number = await _rig.Rig.NumberOf(person);
        return await _rig.Read(session => new GateStore(_rig.Engine.Seal).Find(session, number));
    }
}
