namespace ChatHelper.Core.Tests.Languages;

/// <summary>The language of a talk: chosen by the first words, changed at a wish, and not at a single word.</summary>
public sealed class LanguagePlayTests
{
    [Theory]
    [InlineData("> 有人一直打我電話", "現在有人有危險嗎")]
    [InlineData("> 你好 請問可以用繁體嗎", "現在有人有危險嗎")]
    [InlineData("> 你好\n> 被爆通訊錄了", "記下了")]
    [InlineData("> they keep calling my boss", "danger right now")]
    [InlineData("> /start\n> someone keeps calling my family", "I understood")]
    [InlineData("> hi 你好", "现在有人有危险吗")]
    [InlineData("> ok", "现在有人有危险吗")]
    [InlineData("> wechat qq 借呗", "现在有人有危险吗")]
    [InlineData("> 有人一直打我电话", "现在有人有危险吗")]
    [InlineData("> 有人一直打我电话\n> english please", "danger right now")]
    [InlineData("> 有人一直打我电话\n> can you speak English?", "danger right now")]
    [InlineData("> they keep calling my boss\n> 可以說中文嗎", "现在有人有危险吗")]
    [InlineData("> they keep calling my boss\n> 请换成繁体", "現在有人有危險嗎")]
    public void The_first_words_choose_and_a_wish_changes(string words, string said) =>
        ThreeLanguages.Plays($"{words}\n< {said}");

    [Theory]
    [InlineData("> 在吗 被爆通讯录了\n> no danger", "现在有人有危险吗|First one")]
    [InlineData("> 在吗 被爆通讯录了\n> 没有危险\n> 上周三开始的 说我诈骗", "ok")]
    public void One_foreign_word_changes_nothing(string words, string never) =>
        ThreeLanguages.Plays($"{words}\n! {never}\n! From here on");

    [Fact]
    public void A_long_message_in_English_changes_over_and_is_taken() => ThreeLanguages.Plays("""
        > 在吗 被爆通讯录了怎么办啊
        > 没有危险
        > sorry i write in english now, they called my boss and my landlord about 20 calls
        < From here on in English
        fact contacts-hit = boss,landlord
        fact call-count = 20
        """);

    [Fact]
    public void Two_messages_in_the_other_script_change_over() => ThreeLanguages.Plays("""
        > 在吗 被爆通讯录了怎么办啊
        > 他們昨天打給我媽媽
        ! 接下來用繁體
        > 還打給了我的房東
        < 接下來用繁體
        """);

    [Fact]
    public void Whoever_asked_for_a_script_keeps_it() => ThreeLanguages.Plays("""
        > 可以用繁體嗎
        > 文件请给我简体 因为要交给派出所
        < 文書都用简体
        > 他们昨天又打给了我的妈妈和我的同事 说我不还钱就要上门
        ! 接下来用简体
        """);

    [Fact]
    public void A_cry_for_help_in_English_is_answered_in_English() => ThreeLanguages.Plays("""
        > i want to kill myself because of them
        crisis R2
        < I am with you
        """);
}
