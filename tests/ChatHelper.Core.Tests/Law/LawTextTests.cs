using ChatHelper.Core.Content;
using ChatHelper.Core.Law;

namespace ChatHelper.Core.Tests.Law;

public class LawTextTests
{
    private static readonly LawBook Book = LawFiles.Book;

    [Theory]
    [InlineData("psapl_2025.50", "有下列行为之一的，处五日以下拘留或者一千元以下罚款；情节较重的，")]
    [InlineData("psapl_2012.42", "有下列行为之一的，处五日以下拘留或者五百元以下罚款；情节较重的，")]
    [InlineData("psapl_2025.90", "公安机关对报案、控告、举报或者违反治安管理行为人主动投案，")]
    [InlineData("psapl_2012.51", "冒充国家机关工作人员或者以其他虚假身份招摇撞骗的，")]
    [InlineData("pipl.47", "有下列情形之一的，个人信息处理者应当主动删除个人信息；")]
    [InlineData("pipl.10", "任何组织、个人不得非法收集、使用、加工、传输他人个人信息，")]
    [InlineData("civil_code.1033", "除法律另有规定或者权利人明确同意外，任何组织或者个人不得实施下列行为：")]
    [InlineData("civil_code.685", "保证合同可以是单独订立的书面合同，也可以是主债权债务合同中的保证条款。")]
    [InlineData("criminal_law.293-1", "有下列情形之一，催收高利放贷等产生的非法债务，情节严重的，")]
    [InlineData("complaint_mgmt.33", "银行保险监督管理机构的消费投诉处理监督管理部门应当自收到辖区内消费投诉之日起7个工作日内，")]
    public void An_article_begins_with_its_known_words(string id, string words) =>
        Assert.StartsWith(words, Article(id).Text, StringComparison.Ordinal);

    [Fact]
    public void A_short_article_is_held_to_the_letter() =>
        Assert.Equal(
            "违反治安管理行为在六个月以内没有被公安机关发现的，不再处罚。\n"
            + "前款规定的期限，从违反治安管理行为发生之日起计算；违反治安管理行为有连续或者继续状态的，从行为终了之日起计算。",
            Article("psapl_2025.25").Text);

    [Theory]
    [InlineData("psapl_2025.50", "psapl_2012.42")]
    [InlineData("psapl_2025.30", "psapl_2012.26")]
    [InlineData("psapl_2025.25", "psapl_2012.22")]
    [InlineData("psapl_2025.90", "psapl_2012.77 psapl_2012.78")]
    [InlineData("psapl_2025.62", "psapl_2012.51")]
    [InlineData("psapl_2025.56", "")]
    [InlineData("csl_2025.44", "csl_2016.42")]
    [InlineData("csl_2025.71", "csl_2016.64")]
    public void A_renumbered_article_names_the_one_it_replaced(string id, string old) =>
        Assert.Equal(old, string.Join(' ', Article(id).SuccessorOf));

    [Fact]
    public void What_was_not_obtained_has_no_text_and_is_not_called_verified()
    {
        var press = Book.Articles.Where(article => article.KnownFrom == "press").ToList();

        Assert.Contains(press, article => article.Statute.Kind == StatuteKind.RecommendedStandard);
        Assert.Contains(press, article => article.Statute.Kind == StatuteKind.SelfRegulation);
        Assert.All(press, article => Assert.True(article is { Verified: false, Text: "", Number: "" }, article.Id));
    }

    [Fact]
    public void A_clause_named_by_a_point_is_in_its_article()
    {
        foreach (var citation in Book.PointList.SelectMany(point => point.Strands).SelectMany(strand => strand.Citations))
        {
            var (clause, text) = (citation.Clause, citation.Article.Text);
            if (clause.IndexOf('项', StringComparison.Ordinal) is > 0 and var end)
            {
                Assert.Contains($"（{clause[end - 1]}）", text, StringComparison.Ordinal);
            }

            var paragraphs = text.Split('\n').Count(line => !line.StartsWith('（'));
            Assert.True(!clause.Contains("第二款", StringComparison.Ordinal) || paragraphs >= 2, citation.Article.Id);
            Assert.True(!clause.Contains("第一款", StringComparison.Ordinal) || paragraphs >= 2, citation.Article.Id);
            Assert.True(!clause.StartsWith('第') || !clause.EndsWith('项') || clause.Contains('款') || paragraphs == 1, citation.Article.Id);
        }
    }

    [Fact]
    public void Every_line_the_law_and_the_explanation_need_is_there_and_none_lies_idle()
    {
        var needed = Book.LineIds.Concat(Explainer.Read(LawFiles.China, Book, new Diagnostics()).LineIds).ToHashSet();
        var idle = LawFiles.Lines.Keys.Except(needed);

        Assert.Empty(needed.Except(LawFiles.Lines.Keys));
        Assert.DoesNotContain(idle, id => id.StartsWith("explain.") || id.StartsWith("law.citation") || id.StartsWith("law.note"));
    }

    [Fact]
    public void Reading_the_files_in_another_order_gives_the_same_law()
    {
        var turned = new PackSource("china", LawFiles.China.Files.Reverse().ToDictionary(file => file.Key, file => file.Value));
        var again = LawBook.Read(turned, new Diagnostics());

        Assert.Equal(Book.Articles.Select(article => article.Id), again.Articles.Select(article => article.Id));
        Assert.Equal(Book.Points, again.Points);
    }

    private static Article Article(string id) => Book.Articles.Single(article => article.Id == id);
}
