namespace ChatHelper.Core.Tests.Languages;

/// <summary>Messages follow the talk, or the language wished for; papers for an office keep theirs and are explained.</summary>
public sealed class HandingTests
{
    [Fact]
    public void A_message_is_handed_out_again_in_the_language_wished_for() => ThreeLanguages.Plays("""
        > they keep calling my boss
        > message to my landlord
        letter D12f
        < It has nothing to do with the flat
        > in Chinese please
        letter D12f
        < 和租房没有关系
        ! 现在有人有危险吗
        """);

    [Fact]
    public void With_no_message_at_hand_the_talk_changes_over() => ThreeLanguages.Plays("""
        > they keep calling my boss
        > in Chinese please
        < 现在有人有危险吗
        """);

    [Fact]
    public void A_paper_stays_in_its_language_and_its_gloss_is_offered_and_given() => ThreeLanguages.Plays("""
        > they keep calling my boss since yesterday
        > form one
        letter W01
        < send "gloss"
        > gloss
        < This is what
        < W01-2026-11-18.gloss.txt
        """);

    [Fact]
    public void Where_nobody_wrote_a_gloss_it_is_said() => ThreeLanguages.Plays("""
        > gloss
        < 先写好一份
        > they keep calling my boss since yesterday
        > english please
        > form two
        > someapp
        > 3
        letter W02
        ! send "gloss"
        > gloss
        < Nobody has written a gloss
        """);
}
