using System.Globalization;
using ChatHelper.Conversations;
using ChatHelper.Gate;
using static ChatHelper.Tests.Gate.GateRig;

namespace ChatHelper.Tests.Gate;

public sealed class RecoveryCodeTests : IDisposable
{
    private readonly GateRig _rig = new();

    [Fact]
    public async Task A_code_counts_only_after_it_was_typed_once()
    {
        await _rig.Say("p1", "我借了三千五");
        var code = Digits(await _rig.Say("p1", "找回码"));

        Assert.Null(await _rig.Read(session => _rig.Engine.Recoveries.Find(session, _rig.Engine.Recoveries.Lookup(code), _rig.Rig.Clock.GetUtcNow())));
        Assert.Contains(Opening("gate.code.kept"), await _rig.Say("p1", $"{code[..4]} {code[4..8]}-{code[8..]}"), StringComparison.Ordinal);
        Assert.NotNull(await _rig.Read(session => _rig.Engine.Recoveries.Find(session, _rig.Engine.Recoveries.Lookup(code), _rig.Rig.Clock.GetUtcNow())));
    }

    [Fact]
    public async Task Typed_wrongly_another_one_is_shown_and_the_first_opens_nothing()
    {
        await _rig.Say("p1", "我借了三千五");
        var first = Digits(await _rig.Say("p1", "找回码"));
        var again = await _rig.Say("p1", "1111 2222 3333 4444");

        Assert.StartsWith(Opening("gate.code.again"), again, StringComparison.Ordinal);
        Assert.NotEqual(first, Digits(again));
        Assert.Contains(Opening("gate.code.kept"), await _rig.Say("p1", Digits(again)), StringComparison.Ordinal);
        Assert.Null(await _rig.Read(session => _rig.Engine.Recoveries.Find(session, _rig.Engine.Recoveries.Lookup(first), _rig.Rig.Clock.GetUtcNow())));
    }

    [Fact]
    public async Task Who_says_something_else_instead_hears_that_it_does_not_count()
    {
        await _rig.Say("p1", "我借了三千五");
        var code = Digits(await _rig.Say("p1", "recovery code"));

        Assert.StartsWith(Opening("gate.code.dropped"), await _rig.Say("p1", "菜单"), StringComparison.Ordinal);
        Assert.Null(await _rig.Read(session => _rig.Engine.Recoveries.Find(session, _rig.Engine.Recoveries.Lookup(code), _rig.Rig.Clock.GetUtcNow())));
    }

    [Theory]
    [InlineData("继续旧的", true)]
    [InlineData("", false)]
    [InlineData("继续旧的 ", false)]
    public async Task A_code_brings_the_case_to_a_new_account_on_another_channel(string word, bool apart)
    {
        await _rig.Say("p1", "我借了三千五");
        var code = await _rig.Code("p1");
        var number = await _rig.Rig.NumberOf("p1");

        if (apart)
        {
            await _rig.Say("p2", word, "web");
        }

        var heard = await _rig.Say("p2", apart ? code : $"{word}{code}", "web");

        Assert.Contains(Opening("gate.return.done"), heard, StringComparison.Ordinal);
        var there = (await _rig.Read(session => _rig.Engine.Conversations.Find(session, new Address("web", "p2"))))!;
        Assert.Equal((number, "3500"), (there.Id, there.Conversation.Facts["amount"]!.Value));
        Assert.Null(await _rig.Stored("p1"));
        var farewell = Assert.Single(_rig.Sent, row => row.Address.Id == "p1" && row.Reply.Text == Line("gate.moved"));
        Assert.True(farewell.Id < 0);
    }

    [Fact]
    public async Task After_the_move_the_old_account_begins_anew_and_the_new_one_goes_on()
    {
        await _rig.Say("p1", "我借了三千五");
        var code = await _rig.Code("p1");
        await _rig.Say("p2", code);
        await _rig.Say("p2", "逾期四十天");
        await _rig.Say("p1", "你好");

        Assert.Equal("40", (await _rig.Stored("p2"))!.Facts["overdue-days"]!.Value);
        Assert.Empty((await _rig.Stored("p1"))!.Facts);
        Assert.Contains(Opening("gate.return.wrong"), await _rig.Say("p1", $"继续旧的 {code}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_sent_yet_and_what_is_scheduled_goes_to_the_new_account()
    {
        await _rig.Say("p1", "我借了三千五");
        var code = await _rig.Code("p1");
        await _rig.Volunteer("p1", "我是值班的，在看");
        _rig.Sent.Clear();
        await _rig.Say("p2", code);

        Assert.Contains(_rig.Sent, row => row.Address.Id == "p2" && row.Reply.Text.Contains("我是值班的", StringComparison.Ordinal));
        Assert.DoesNotContain(_rig.Sent, row => row.Address.Id == "p1" && row.Id > 0);
    }

    [Fact]
    public async Task Who_has_said_something_here_is_asked_before_it_goes()
    {
        await _rig.Say("p1", "我借了三千五");
        var code = await _rig.Code("p1");
        await _rig.Say("p2", "我借了九千");
        var asked = await _rig.Say("p2", $"继续旧的 {code}");

        Assert.Contains(Opening("gate.return.sure"), asked, StringComparison.Ordinal);
        Assert.Contains(Opening("gate.return.kept"), await _rig.Press("p2", "gate.no"), StringComparison.Ordinal);
        Assert.Equal("9000", (await _rig.Stored("p2"))!.Facts["amount"]!.Value);

        await _rig.Say("p2", $"继续旧的 {code}");
        var number = await _rig.Rig.NumberOf("p2");
        Assert.Contains(Opening("gate.return.done"), await _rig.Say("p2", "1"), StringComparison.Ordinal);
        Assert.Equal("3500", (await _rig.Stored("p2"))!.Facts["amount"]!.Value);
        Assert.False(_rig.Engine.Keys.Has(number));
    }

    [Fact]
    public async Task After_five_wrong_codes_every_code_gets_the_same_answer_which_says_when_it_may_be_tried()
    {
        await _rig.Say("p1", "我借了三千五");
        var code = await _rig.Code("p1");
        var answers = new List<string>();
        for (var i = 0; i < Guesses.Each; i++)
        {
            answers.Add(await _rig.Say("p2", string.Create(CultureInfo.InvariantCulture, $"{i:D16}")));
        }

        Assert.Equal(Line("gate.return.wrong"), Assert.Single(answers.Distinct()));
        _rig.Later(TimeSpan.FromMinutes(4));
        var later = Line("gate.return.later").Replace("{minutes}", "11", StringComparison.Ordinal);
        Assert.Equal((later, later), (await _rig.Say("p2", "1111222233334444"), await _rig.Say("p2", code)));
        _rig.Later(TimeSpan.FromMinutes(11));
        Assert.Contains(Opening("gate.return.done"), await _rig.Say("p2", code), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_typed_code_stands_in_no_conversation_and_no_kept_reply()
    {
        await _rig.Say("p1", "我借了三千五");
        var code = await _rig.Code("p1");
        await _rig.Say("p2", code);
        var talk = System.Text.Json.JsonSerializer.Serialize((await _rig.Stored("p2"))!, StoredJson.Plain.Conversation);

        Assert.DoesNotContain(code[..8], string.Concat(talk.Where(char.IsAsciiDigit)), StringComparison.Ordinal);
        Assert.Equal(0L, await _rig.Read(session => session.Scalar("SELECT count(*) FROM seen WHERE reply IS NOT NULL")));
    }

    [Fact]
    public async Task A_reply_with_a_code_never_travels_where_it_is_kept()
    {
        await _rig.Rig.Say("p1", "1", "我借了三千五", firstInAnswer: true);
        var taken = await _rig.Rig.Say("p1", "2", "找回码", firstInAnswer: true);

        Assert.Null(taken.First);
        Assert.Single(taken.Rows);
    }

    [Fact]
    public async Task A_number_asked_for_is_an_answer_and_no_code()
    {
        await _rig.Say("p1", "你好");
        await _rig.Say("p1", "提醒");
        var talk = (await _rig.Stored("p1"))!;

        Assert.NotEqual("", talk.At);
        Assert.Contains(Opening("gate.return.wrong"), await _rig.Say("p1", "1234 1234 1234 1234"), StringComparison.Ordinal);
        Assert.Equal(talk.At, (await _rig.Stored("p1"))!.At);
    }

    [Fact]
    public async Task A_repeated_delivery_of_the_code_does_nothing_twice()
    {
        await _rig.Say("p1", "我借了三千五");
        var code = await _rig.Code("p1");
        await _rig.Rig.Say("p2", "same", code);
        var again = await _rig.Rig.Say("p2", "same", code);

        Assert.True(again.Repeated);
        Assert.Equal("3500", (await _rig.Stored("p2"))!.Facts["amount"]!.Value);
        Assert.Contains("continued on another account", await _rig.Read(session => session.Query("SELECT what FROM audit", row => row.GetString(0))));
    }

    public void Dispose() => _rig.Dispose();
}
