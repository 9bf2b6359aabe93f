using System.Security.Cryptography;
using System.Text;
using ChatHelper.Core.Law;

namespace ChatHelper.Core.Tests.Law;

/// <summary>The texts as they were read, held by length and SHA-256, so that a careless edit is noticed. Whoever reads an
/// article anew and finds another text changes its row too.</summary>
public class ArticleTableTests
{
    private static readonly Dictionary<string, string[]> Table = File
        .ReadLines(Path.Combine(AppContext.BaseDirectory, "Law", "articles.tsv")).Skip(1)
        .Select(line => line.Split('\t'))
        .ToDictionary(cells => cells[0], StringComparer.Ordinal);

    [Fact]
    public void Every_article_with_a_text_stands_in_the_table_and_nothing_else_does() =>
        Assert.Equal(
            Table.Keys.Order(StringComparer.Ordinal),
            LawFiles.Book.Articles.Where(article => article.Text.Length > 0).Select(article => article.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void No_text_and_no_day_has_changed_since_it_was_read() =>
        Assert.All(LawFiles.Book.Articles.Where(article => article.Text.Length > 0), article =>
            Assert.Equal(string.Join(' ', Table[article.Id]), string.Join(' ', Row(article))));

    [Fact]
    public void No_text_bears_spaces_or_marks_that_a_copy_leaves_behind() =>
        Assert.DoesNotContain(LawFiles.Book.Articles, article => article.Text.Any(sign => sign is ' ' or '\u3000' or '*' or '#' or '\r' or '\t'));

    [Fact]
    public void Every_reading_is_younger_than_its_review_and_the_review_comes_within_half_a_year() =>
        Assert.All(LawFiles.Book.Articles, article =>
            Assert.InRange(article.ReviewBy, article.VerifiedOn.PlusDays(1), article.VerifiedOn.PlusMonths(6)));

    private static IEnumerable<string> Row(Article article) =>
    [
        article.Id, $"{article.From:uuuu-MM-dd}", article.To is { } to ? $"{to:uuuu-MM-dd}" : "-", $"{article.Text.Length}",
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(article.Text))),
    ];
}
