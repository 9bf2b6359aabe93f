using ChatHelper.Core.Law;

namespace ChatHelper.Core.Tests.Law;

/// <summary>The numbers before and after 2026-01-01, whole.</summary>
public class RenumberingTests
{
    private static readonly LawBook Book = LawFiles.Book;

    [Theory]
    [InlineData("psapl_2012.22", "psapl_2025.25")]
    [InlineData("psapl_2012.26", "psapl_2025.30")]
    [InlineData("psapl_2012.40", "psapl_2025.47")]
    [InlineData("psapl_2012.42", "psapl_2025.50")]
    [InlineData("psapl_2012.49", "psapl_2025.58")]
    [InlineData("psapl_2012.51", "psapl_2025.62")]
    [InlineData("psapl_2012.52", "psapl_2025.63")]
    [InlineData("psapl_2012.77", "psapl_2025.90")]
    [InlineData("psapl_2012.78", "psapl_2025.90")]
    [InlineData("psapl_2012.97", "psapl_2025.116")]
    [InlineData("psapl_2012.99", "psapl_2025.118")]
    [InlineData("psapl_2012.102", "psapl_2025.121")]
    [InlineData("csl_2016.14", "csl_2025.15")]
    [InlineData("csl_2016.22", "csl_2025.24")]
    [InlineData("csl_2016.40", "csl_2025.42")]
    [InlineData("csl_2016.41", "csl_2025.43")]
    [InlineData("csl_2016.42", "csl_2025.44")]
    [InlineData("csl_2016.43", "csl_2025.45")]
    [InlineData("csl_2016.44", "csl_2025.46")]
    [InlineData("csl_2016.49", "csl_2025.51")]
    [InlineData("csl_2016.64", "csl_2025.71")]
    [InlineData("csl_2016.74", "csl_2025.76")]
    public void The_old_number_ends_the_day_before_the_new_one_begins(string old, string now)
    {
        var (before, after) = (Article(old), Article(now));

        Assert.Contains(old, after.SuccessorOf);
        Assert.Equal(before.To, after.From.PlusDays(-1));
    }

    [Fact]
    public void Every_article_of_a_replaced_law_has_one_that_follows_it() =>
        Assert.Empty(Book.Articles.Where(article => article.To is not null).Select(article => article.Id)
            .Except(Book.Articles.SelectMany(article => article.SuccessorOf)));

    [Fact]
    public void What_is_new_in_2026_replaced_nothing() =>
        Assert.All(["psapl_2025.56", "psapl_2025.72"], id => Assert.Empty(Article(id).SuccessorOf));

    [Fact]
    public void A_point_names_an_old_and_a_new_number_as_one_strand_never_side_by_side() =>
        Assert.All(Book.PointList, point => Assert.All(point.Strands, strand =>
            Assert.True(strand.Citations.Count != 1 || strand.Citations[0].Article.To is null, point.Id)));

    private static Article Article(string id) => Book.Articles.Single(article => article.Id == id);
}
