using ChatHelper.Content;
using ChatHelper.Core.Casework;
using ChatHelper.Core.Crisis;
using ChatHelper.Core.Turns;
using ChatHelper.Core.Witness;
using ChatHelper.Tests.Rules;
using NodaTime;

namespace ChatHelper.Tests.Witness;

/// <summary>When a person hears of what a witness told, on the real pack.</summary>
public sealed class WitnessTurnTests
{
    private static readonly Decider Engine = new(PackLoading.Load(Path.Combine(Checkout.Root, "dialogs"), "china"));
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 18, 4, 0);
    private static readonly WitnessWords Words = new("前同事", "11月16日晚上九点", "199 0000 1234", "让我转告");

    [Fact]
    public void By_day_it_is_told_at_once_and_the_first_words_tell_nothing()
    {
        var turn = Told(Invited());

        Assert.Equal("有一份新的留言。现在看吗？", Assert.Single(turn.Replies).Text);
        Assert.Contains(new MarkWitness(1, WitnessState.Waiting), turn.Effects);
    }

    [Theory]
    [InlineData(Mode.Human)]
    [InlineData(Mode.Paused)]
    public void While_a_human_speaks_or_the_person_rests_it_waits(Mode mode)
    {
        var turn = Told(Invited() with { Mode = mode });

        Assert.Empty(turn.Replies);
        Assert.Equal(mode, turn.Next.Mode);
        Assert.Single(turn.Next.Case.Waiting);
    }

    [Fact]
    public void It_never_comes_into_a_crisis_and_is_not_lost_in_one()
    {
        var crisis = Say(Invited(), "我不想活了").Next;
        Assert.NotNull(crisis.Crisis);

        var turn = Told(crisis);

        Assert.Empty(turn.Replies);
        Assert.Equal(crisis.Crisis, turn.Next.Crisis);
        Assert.Single(turn.Next.Case.Waiting);
    }

    [Fact]
    public void It_does_not_come_between_the_wish_to_erase_and_its_answer()
    {
        var turn = Told(Say(Invited(), "删除").Next);

        Assert.Empty(turn.Replies);
        Assert.Single(turn.Next.Case.Waiting);
    }

    [Fact]
    public void What_comes_for_no_open_code_is_not_taken_and_its_picture_goes()
    {
        var picture = new GivenFile("id", "a.png", "image", 3, "00");
        var turn = Engine.Decide(Invited(), new WitnessTold("witness", "k", 7, Words, picture), At(Noon));

        Assert.Empty(turn.Replies);
        Assert.Empty(turn.Next.Case.Waiting);
        Assert.Equal(new Discard("id"), Assert.Single(turn.Effects));
    }

    [Fact]
    public void A_code_of_seven_days_ago_takes_nothing() =>
        Assert.Empty(Engine.Decide(Invited(), new WitnessTold("witness", "k", 1, Words, null), At(Noon + Duration.FromDays(7))).Next.Case.Waiting);

    [Fact]
    public void Five_codes_are_open_at_most()
    {
        var conversation = Invited();
        for (var i = 0; i < 4; i++)
        {
            conversation = Invite(conversation).Next;
        }

        var sixth = Invite(conversation);

        Assert.Equal(5, conversation.Case.Invitations.Count);
        Assert.Equal(5, sixth.Next.Case.Invitations.Count);
        Assert.DoesNotContain(sixth.Effects, effect => effect is InviteWitness);
        Assert.Contains(Invite(conversation, Noon + Duration.FromDays(8)).Effects, effect => effect is InviteWitness);
    }

    [Fact]
    public void The_code_stands_in_the_effect_and_the_words_alone_never_in_the_conversation()
    {
        var turn = Invite(Began());

        Assert.Contains(turn.Replies, reply => reply.Copy == "https://example.org/witness#ABCD-2345-EFGH-6789");
        Assert.DoesNotContain("ABCD", System.Text.Json.JsonSerializer.Serialize(turn.Next), StringComparison.Ordinal);
    }

    [Fact]
    public void Taken_up_it_is_a_testimony_an_entry_and_an_item_that_name_each_other()
    {
        var file = Taken(new GivenFile("id", "a.png", "image", 3, "00")).Case;

        var (told, entry, item) = (Assert.Single(file.Testimonies), Assert.Single(file.Diary), Assert.Single(file.Evidence));
        Assert.Equal(("2026-11-16T21:00", "19900001234", "让我转告"), (told.At[..16], told.Caller, told.Words));
        Assert.Equal((entry.No, item.No), (told.Diary, told.Evidence));
        Assert.Equal(("witness", false, "前同事", "colleague"), (entry.Source, entry.Hearsay, entry.WhomNamed, entry.Whom));
        Assert.Null(EvidenceChain.Fault(file));
        Assert.Equal([item.No], entry.Evidence);
        Assert.Equal(("witness", "id"), (item.Source, item.FileId));
        Assert.Equal(file.Last, new[] { told.No, entry.No, item.No }.Max());
    }

    [Fact]
    public void Taken_back_everything_that_came_of_it_goes_and_the_person_hears_so()
    {
        var turn = Engine.Decide(Taken(new GivenFile("id", "a.png", "image", 3, "00")), new WitnessWithdrew("witness", "b", 1), At(Noon));

        Assert.Empty(turn.Next.Case.Testimonies);
        Assert.Empty(turn.Next.Case.Diary);
        Assert.Empty(turn.Next.Case.Evidence);
        Assert.Null(EvidenceChain.Fault(turn.Next.Case));
        Assert.Contains(new Discard("id"), turn.Effects);
        Assert.Contains(turn.Replies, reply => reply.Text.Contains("撤回了", StringComparison.Ordinal));
    }

    [Fact]
    public void Taken_back_in_a_pause_the_person_hears_so_when_they_next_talk()
    {
        var paused = Taken(null) with { Mode = Mode.Paused };
        var turn = Engine.Decide(paused, new WitnessWithdrew("witness", "b", 1), At(Noon));

        Assert.Empty(turn.Replies);
        Assert.Contains(Say(turn.Next, "在吗").Replies, reply => reply.Text.Contains("撤回了", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\ud83d\u202e\0")]
    [InlineData("")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("{witness.shown} {{words}} 删除")]
    public void Whatever_is_written_is_only_words(string hostile)
    {
        var conversation = Engine.Decide(Invited(), new WitnessTold("witness", "k", 1, new(hostile, hostile, hostile, hostile + "x"), null), At(Noon)).Next;

        Assert.Equal("witness-told.take", Press(conversation, "now").Next.At);
    }

    [Fact]
    public void Two_possible_days_are_kept_as_told_and_none_is_chosen()
    {
        var told = WitnessReader.Read(Engine.Pack, Words with { When = "上周二" }, new LocalDateTime(2026, 11, 18, 12, 0));

        Assert.True(told.At.Length == 0 || told.Precision != Core.Facts.Precision.Ask);
        Assert.Equal("上周二", told.AtTold);
    }

    private static Conversation Began()
    {
        var conversation = Engine.Agreed(At(Noon));
        foreach (var step in (string[])["你好", "[safe]", "[borrower]", "[happening]", "菜单"])
        {
            conversation = (step[0] == '[' ? Press(conversation, step[1..^1]) : Say(conversation, step)).Next;
        }

        return conversation;
    }

    private static Conversation Invited() => Invite(Began()).Next;

    private static Turn Invite(Conversation conversation, Instant? now = null) =>
        Engine.Decide(Say(conversation, "证人").Next, new Pressed("test", "i", null, null, ["invite"]), At(now ?? Noon));

    private static Turn Told(Conversation conversation) => Engine.Decide(conversation, new WitnessTold("witness", "k", 1, Words, null), At(Noon));

    private static Conversation Taken(GivenFile? picture) =>
        Press(Press(Engine.Decide(Invited(), new WitnessTold("witness", "k", 1, Words, picture), At(Noon)).Next, "now").Next, "take").Next;

    private static Turn Say(Conversation conversation, string text) => Engine.Decide(conversation, new Said("test", text, text), At(Noon));

    private static Turn Press(Conversation conversation, string choice) =>
        Engine.Decide(conversation, new Pressed("test", choice, null, null, [choice]), At(Noon));

    private static Moment At(Instant now) => new(now, Pages: new Uri("https://example.org/")) { FreshCode = "ABCD2345EFGH6789" };
}
