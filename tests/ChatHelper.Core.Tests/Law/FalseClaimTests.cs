using System.Text.RegularExpressions;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Law;
using NodaTime;

namespace ChatHelper.Core.Tests.Law;

/// <summary>Claims met on popular pages that this product must never repeat.</summary>
public class FalseClaimTests
{
    private static readonly LawBook Book = LawFiles.Book;

    public static TheoryData<string> Points => [.. Book.Points];

    [Theory, MemberData(nameof(Points))]
    public void No_point_cites_a_replaced_text_for_conduct_after_it_or_a_new_text_for_conduct_before_it(string point)
    {
        foreach (var day in (LocalDate[])[new(2025, 12, 31), new(2026, 1, 1), new(2026, 11, 11), new(2027, 3, 1)])
        {
            foreach (var conduct in (DateSpan?[])[new DateSpan(day, day), null])
            {
                var statutes = Book.Cite(point, conduct, day).Citations.Select(one => one.Statute.Id);

                Assert.DoesNotContain(day.Year < 2026 ? "psapl_2025" : "psapl_2012", statutes);
                Assert.DoesNotContain(day.Year < 2026 ? "csl_2025" : "csl_2016", statutes);
            }
        }
    }

    [Fact]
    public void A_phone_book_is_not_made_sensitive_information_nor_tied_to_separate_consent()
    {
        var cited = Book.Cite("phone-book-collection", null, LawFiles.Today).Citations.Select(one => one.Article.Id);

        Assert.Empty(cited.Intersect(["pipl.13", "pipl.28", "pipl.29"]));
        Assert.DoesNotContain("电话号码", Book.Articles.Single(one => one.Id == "pipl.28").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entrusted_collector_is_not_held_to_the_rule_for_other_processors() =>
        Assert.DoesNotContain(
            Book.Cite("entrusted-collector", null, LawFiles.Today).Citations, one => one.Article.Id == "pipl.23");

    [Theory]
    [InlineData("银保监", "the regulator has another name since 2023")]
    [InlineData("自律公约", "its text is not known")]
    [InlineData("敏感个人信息", "a phone number is not in the list")]
    [InlineData("单独同意", "not what collecting a phone book turns on")]
    [InlineData("工作日内删除", "no such limit")]
    [InlineData("36%", "ended in 2020")]
    [InlineData("24%", "ended in 2020")]
    [InlineData("四倍", "not for licensed lenders")]
    [InlineData("停息挂账", "no such right")]
    [InlineData("不用还", "the debt stands")]
    [InlineData("无需偿还", "the debt stands")]
    [InlineData("举证倒置", "no such rule")]
    [InlineData("强制条款", "the standard is recommended")]
    [InlineData("9:00", "hours nobody set")]
    [InlineData("21:00", "hours nobody set")]
    [InlineData("仅限工作日", "hours nobody set")]
    [InlineData("备案", "filing is no shield")]
    [InlineData("24小时", "no hotline promises that")]
    [InlineData("15个工作日", "the days are calendar days")]
    [InlineData("15 个工作日", "the days are calendar days")]
    [InlineData("冻结", "no such service")]
    [InlineData("修复征信", "the window closed")]
    [InlineData("五百元", "the fine of the old text")]
    [InlineData("无限额", "damages follow the loss")]
    [InlineData("！", "no exclamation marks")]
    [InlineData("!", "no exclamation marks")]
    public void No_line_says(string words, string because) =>
        Assert.True(LawFiles.Lines.Values.All(line => !line.Contains(words, StringComparison.Ordinal)), because);

    /// <summary>Every text that people read or sign, in the language that the others are made from: lines without the words that are
    /// listened for, letters and their parts.</summary>
    private static readonly (string Where, string Sentence)[] Said =
    [
        .. from file in PackFiles.Read(Path.Combine(PackFiles.Root, "dialogs", "china"))
           where (file.Key.StartsWith("lines/zh-Hans", StringComparison.Ordinal) && file.Key.EndsWith(".yaml", StringComparison.Ordinal))
               || (file.Key.StartsWith("letters/", StringComparison.Ordinal) && file.Key.EndsWith(".zh-Hans.txt", StringComparison.Ordinal))
           from line in Unheard(file.Value)
           from sentence in line.Split('。', '；', '！', '？')
           where sentence.Length > 0
           select (file.Key, sentence),
    ];

    public static TheoryData<string, string, string, string, string> Claims
    {
        get
        {
            var rows = new TheoryData<string, string, string, string, string>();
            foreach (var cells in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Law", "false_claims.tsv")).Skip(1).Select(line => line.Split('\t')))
            {
                rows.Add(cells[0], cells[1], cells[2], cells[3], cells[4]);
            }

            return rows;
        }
    }

    [Theory, MemberData(nameof(Claims))]
    public void No_text_of_the_pack_repeats_it_except_to_deny_it(string no, string claim, string said, string denied, string sample)
    {
        var (says, denies) = (new Regex(said, RegexOptions.NonBacktracking), new Regex(denied, RegexOptions.NonBacktracking));
        var repeated = Said.Where(one => says.IsMatch(one.Sentence) && !denies.IsMatch(one.Sentence)).ToList();

        Assert.True(says.IsMatch(sample) && !denies.IsMatch(sample), $"{no} is not caught by its own rule");
        Assert.True(repeated.Count == 0, $"{no} {claim}: {string.Join(" | ", repeated)}");
    }

    // Lines whose id ends in .words are listened for, never said; a .title is a question, answered by its line.
    private static IEnumerable<string> Unheard(string text)
    {
        var heard = false;
        foreach (var line in text.Split('\n'))
        {
            heard = line.StartsWith(' ') ? heard : line.Split(':')[0] is var id && (id.EndsWith(".words", StringComparison.Ordinal) || id.EndsWith(".title", StringComparison.Ordinal));
            if (!heard && !line.StartsWith('#'))
            {
                yield return line;
            }
        }
    }

    [Theory]
    [InlineData("一定(会|能|要)?(立案|处罚|坐牢|赔)")]
    [InlineData("必(赔|须赔|定|处理)")]
    [InlineData("(肯定|保证|绝对|百分之百)")]
    [InlineData("第[一二三四五六七八九十百千零]+条")]
    [InlineData("[0-9]{6,}")]
    public void No_line_matches(string pattern)
    {
        var regex = new Regex(pattern, RegexOptions.NonBacktracking);

        Assert.DoesNotContain(LawFiles.Lines.Values, line => regex.IsMatch(line));
    }

    [Fact]
    public void The_only_service_number_in_the_lines_is_the_one_with_a_review_day()
    {
        var numbers = LawFiles.Lines
            .SelectMany(line => Regex.Matches(line.Value, "[0-9]{5}", RegexOptions.NonBacktracking), (line, match) => (line.Key, match.Value));

        Assert.Equal([("explain.not-a-lawyer", "12348")], numbers);
    }

    [Fact]
    public void The_former_regulator_is_named_in_no_law_file_either() =>
        Assert.DoesNotContain(
            LawFiles.China.Files.Where(file => file.Key.StartsWith("law/", StringComparison.Ordinal)),
            file => file.Value.Contains("银保监会", StringComparison.Ordinal));
}
