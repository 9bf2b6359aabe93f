using System.Globalization;
using System.Text.RegularExpressions;
using ChatHelper.Core.Turns;
using NodaTime;
using Xunit.Abstractions;

namespace ChatHelper.Core.Tests.Faq;

/// <summary>Short sentences for whoever needs them, and what they still must say.</summary>
public sealed partial class PlainWordsTests(ITestOutputHelper output)
{
    private const int MostSigns = 15, MostWords = 12;
    private const string Elder = "同志你好我儿子在网上借了几万块钱现在人家打电话来说还不上就要抓他去坐牢是不是真的啊";
    private static readonly Moment Evening = new(Instant.FromUtc(2026, 11, 18, 12, 30), false);

    public static IEnumerable<object[]> Wordings =>
        from language in FaqPack.China.Lines.Languages
        from id in Plain(language)
        select new object[] { language, id };

    [Theory]
    [MemberData(nameof(Wordings))]
    public void Every_sentence_is_short(string language, string id)
    {
        var text = FaqPack.China.Lines.Find(language, id)!.Fill(name => FaqPack.China.Number(name, language, new LocalDate(2026, 11, 18)))!;
        foreach (var sentence in text.Split('\n').SelectMany(line => Ends().Split(Marks().Replace(line, ""))).Where(part => part.Length > 0))
        {
            var length = language == "en" ? sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length : new StringInfo(sentence).LengthInTextElements;
            Assert.True(length <= (language == "en" ? MostWords : MostSigns), $"{length}: {sentence}");
        }

        Assert.Matches(Marks(), text);
    }

    [Fact]
    public void A_plain_wording_belongs_to_a_text_and_stands_in_every_language()
    {
        var ids = Plain("zh-Hans").ToList();
        Assert.InRange(ids.Count, 10, 100);
        Assert.All(ids, id => Assert.True(FaqPack.China.Lines.Has(id[..^".plain".Length]), id));
        Assert.All(FaqPack.China.Lines.Languages, language => Assert.All(ids, id => Assert.NotNull(FaqPack.China.Lines.Own(language, id))));
        output.WriteLine($"{ids.Count} plain wordings in {FaqPack.China.Lines.Languages.Count} languages");
    }

    [Theory]
    [InlineData("zh-Hans", "民事", "例外：?", "骗贷", "恶意透支", "有钱不还", "法院文书，别不理")]
    [InlineData("en", "civil", "exception", "lying to get a loan", "overdraft", "judgment", "real court papers")]
    public void Prison_keeps_its_exceptions(string language, params string[] said) =>
        Assert.All(said, words => Assert.Matches(words, FaqPack.China.Lines.Find(language, "faq.prison.plain")!.Text));

    [Fact]
    public void The_first_words_of_an_elder_are_answered_plainly_and_in_full_when_asked()
    {
        var talk = new Decider(FaqPack.China);
        var first = talk.Decide(talk.Begin(), Said(1, Elder), Evening);
        Assert.Contains(first.Replies, reply => reply.Text.Contains("一、普通的借钱逾期，是民事。", StringComparison.Ordinal));
        Assert.Equal(["faq.prison"], first.Next.SaidPlain);

        var full = talk.Decide(first.Next, Said(2, "说全一点"), Evening);
        Assert.Contains(full.Replies, reply => reply.Text.StartsWith(FaqPack.China.Lines.Find("zh-Hans", "faq.prison")!.Text[..20], StringComparison.Ordinal));
        Assert.Empty(full.Next.SaidPlain);
        Assert.Equal(first.Next.At, full.Next.At);
    }

    [Theory]
    [InlineData("我儿子欠了网贷，催收说要让他坐牢，请问欠钱会坐牢吗？")]
    [InlineData("我逾期两个月了催收说要抓我去坐牢是不是真的啊我该怎么办才好我怕死了")]
    [InlineData("会坐牢吗")]
    public void Others_are_answered_in_full(string text)
    {
        var talk = new Decider(FaqPack.China);
        var turn = talk.Decide(talk.Begin(), Said(1, text), Evening);
        Assert.Empty(turn.Next.SaidPlain);
        Assert.Null(turn.Next.Facts["plain-speech"]);
        Assert.Contains(turn.Replies, reply => reply.Text.StartsWith("一般的借款逾期是民事", StringComparison.Ordinal));
    }

    [Fact]
    public void Asking_for_simple_words_is_no_answer_and_passes_over_no_question()
    {
        var talk = new Decider(FaqPack.China);
        var told = talk.Decide(talk.Begin(), Said(1, "我儿子欠了钱，他们天天打我电话"), Evening);
        var asked = told;
        foreach (var key in Enumerable.Range(2, 4))
        {
            asked = talk.Decide(asked.Next, Said(key, "讲简单点"), Evening);
        }

        Assert.Equal(told.Next.At, asked.Next.At);
        Assert.Equal("yes", asked.Next.Facts["plain-speech"]?.Value);
    }

    // The page of the contacts tool has a word of its own that ends so.
    private static IEnumerable<string> Plain(string language) => FaqPack.China.Lines.Ids(language)
        .Where(id => id.EndsWith(".plain", StringComparison.Ordinal) && !id.StartsWith("tool.", StringComparison.Ordinal));

    private static Said Said(int key, string text) => new("test", $"{key}", text);

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]、|[a-j]\) )", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Marks();

    [GeneratedRegex(@"(?<=[。？])|(?<=[.?]) ", RegexOptions.None, 100)]
    private static partial Regex Ends();
}
