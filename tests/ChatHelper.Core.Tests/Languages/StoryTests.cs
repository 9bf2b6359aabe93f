namespace ChatHelper.Core.Tests.Languages;

/// <summary>Two people who mix languages, in their own words.</summary>
public sealed class StoryTests
{
    [Fact]
    public void Traditional_in_the_chat_and_to_the_landlord_Simplified_to_the_police() => ThreeLanguages.Plays("""
        > 你好 請問可以用繁體嗎
        < 現在有人有危險嗎
        > 我在廈門上班 借了一萬五人民幣 逾期二十六天
        fact amount = 15000
        fact overdue-days = 26
        fact city = 廈門
        fact role = borrower
        > 上星期日晚上 同事和房東都收到簡訊 說我「騙貸潛逃」
        fact first-incident = 2026-11-15 evening|2026-11-08 evening
        < 2026-11-15（週日）
        fact contacts-hit = colleague,landlord
        fact how-contacted = sms
        > 報案要去哪?台胞證可以嗎
        < 派出所
        > 文件請給我简体 因为要交给派出所
        < 文書都用简体
        > 房東那封訊息用繁體就好
        letter D12f
        < 和租房沒有關係
        < 短信
        """);

    [Fact]
    public void English_in_the_chat_a_complaint_in_Chinese_with_a_gloss() => ThreeLanguages.Plays("""
        > hi do you speak english? getting crazy calls about someone I barely know
        < danger right now
        fact role = contact
        fact how-contacted = call
        > she was my assistant 2 yrs ago. not her guarantor lol
        fact signed = no
        > about 15 calls since last Tuesday, plus this sms [photo]
        fact first-incident = 2026-11-10|2026-11-17
        fact call-count = 15
        < You said "last Tuesday". Which one?
        < 2026-11-10 (Tue)
        > 2026-11-10
        fact first-incident = 2026-11-10
        > what does 协助执行 mean, am I in legal trouble? visa??
        ! From here
        > can you write the complaint in Chinese and give me english so i know what it says
        fact gloss = yes
        > form one
        letter W01
        < W01-2026-11-18.gloss.txt
        > 谢谢, also my wife 她用中文, 给她一句怎么接电话
        < 我不是借款人
        ! 接下来
        """);
}
