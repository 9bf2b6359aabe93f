using System.Text.RegularExpressions;
using ChatHelper.Core.Casework;
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Letters;

namespace ChatHelper.Core.Tests.Letters;

public class RealLettersTests
{
    // Never said, whatever the facts: promises, old law, lies, threats, findings of crimes.
    private static readonly string[] Never =
    [
        "不用还", "不用还了", "一定立案", "必赔", "封号", "停催", "银保监会", "第四十二条", "42条", "备案", "离职", "被盗", "中毒", "诈骗罪", "恐吓罪",
        "敏感个人信息", "15个工作日", "每日3次", "24小时", "反催收", "停息挂账", "后果自负", "曝光", "免息", "免本金", "举证倒置", "一定会", "保证", "！",
    ];

    private static readonly string[] FirstLevel =
    [
        "D12a-private", "D12b", "D12b-brief", "D12c", "D12c-brief", "D12d", "D12d-brief", "D12e", "D12e-brief", "D12f", "D12f-brief", "D12g", "D12g-brief", "D12g-student",
    ];

    [Fact]
    public void Every_letter_comes_out_whole_on_every_sheet()
    {
        var diagnostics = new Diagnostics();
        var pack = PackReader.Read(LetterPack.China, diagnostics)!;
        LetterProof.Prove(pack, diagnostics);
        var faults = diagnostics.Found.Where(one => one.File.StartsWith("letters/", StringComparison.Ordinal)).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(pack.Letters.Count >= 49);
        Assert.All(pack.Letters.Keys, id => Assert.True(pack.Lines.Has($"letter.{id}"), id));
    }

    [Fact]
    public void A_report_says_when_and_how_in_the_persons_words_and_hides_numbers_until_its_annex()
    {
        var (body, annex) = Cut(Written("D01", Told.Borrower), "附三");
        Assert.Contains("约2026-11-11（周三）", body, StringComparison.Ordinal);
        Assert.Contains("2026-11-17（周二）", body, StringComparison.Ordinal);
        Assert.Contains("姐姐、大学室友、部门主管", body, StringComparison.Ordinal);
        Assert.Contains("“骂我老赖 诈骗犯 让我姐劝我还钱 不然天天打她单位”", body, StringComparison.Ordinal);
        Assert.Contains("录音，1段", body, StringComparison.Ordinal);
        Assert.Contains("截图，6张", body, StringComparison.Ordinal);
        Assert.Contains("199****1234、170****5678、私密号码", body, StringComparison.Ordinal);
        Assert.DoesNotContain("19900001234", body, StringComparison.Ordinal);
        Assert.Contains("19900001234", annex, StringComparison.Ordinal);
        Assert.Contains("【待核实，合同里的出借人还没查到】", body, StringComparison.Ordinal);
        Assert.Contains("第五十条", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_opinion_and_requests_stand_apart()
    {
        foreach (var id in new[] { "D01", "D02" })
        {
            var text = Written(id, Told.Borrower);
            int[] at = [.. new[] { "一、事实", "三、我认为", "四、请求" }.Select(heading => text.IndexOf(heading, StringComparison.Ordinal))];
            Assert.True(at[0] > 0 && at[0] < at[1] && at[1] < at[2], id);
            Assert.DoesNotContain("可能", text[..at[1]], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_complaint_warns_while_the_lender_is_not_known_and_masks_every_number()
    {
        var text = Written("D02", Told.Borrower);
        Assert.Contains("放款方还没有核对清楚", text, StringComparison.Ordinal);
        Assert.Contains("199****1234", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("1[0-9]{10}", text);
        Assert.DoesNotContain("3500", text, StringComparison.Ordinal);
        var known = Told.Borrower.With("lender-type", Fact.Said("", "consumer-finance")).With("lender-name", Fact.Said("", "某某消费金融有限公司"));
        Assert.DoesNotContain("放款方还没有核对清楚", Written("D02", known), StringComparison.Ordinal);
        Assert.Contains("被投诉机构：某某消费金融有限公司", Written("D02", known), StringComparison.Ordinal);
    }

    [Fact]
    public void A_contact_who_owes_nothing_tells_nothing_of_the_debt()
    {
        var text = Written("D01", Told.Contact);
        Assert.Contains("本人不是借款人，没有签过借款或担保文件", text, StringComparison.Ordinal);
        Assert.Contains("最多的一天7次", text, StringComparison.Ordinal);
        Assert.DoesNotContain("3500", text, StringComparison.Ordinal);
        Assert.DoesNotContain("放款方", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("age-group", "minor", "监护人")]
    [InlineData("how-contacted", "visit", "先拨打 110")]
    [InlineData("what-they-did", "edited-photo", "合成")]
    [InlineData("what-they-did", "fake-papers", "真假")]
    [InlineData("role", "workplace", "公章")]
    public void A_report_takes_the_form_that_the_facts_ask_for(string fact, string value, string word) =>
        Assert.Contains(word, Written("D01", LetterPack.Sheet((fact, Fact.Said("", value)))), StringComparison.Ordinal);

    [Fact]
    public void A_crime_is_named_as_a_possibility_and_only_where_a_fact_fits()
    {
        var threatened = Told.Borrower.With("demand-amount", Fact.Said("", "800")).With("payee", Fact.Said("", "personal"));
        Assert.DoesNotContain("涉嫌", Written("D01", Told.Borrower), StringComparison.Ordinal);
        Assert.Contains("可能涉嫌敲诈勒索", Written("D01", threatened), StringComparison.Ordinal);
        Assert.All(
            LetterPack.RealFiles.Where(file => file.Value.Contains("涉嫌", StringComparison.Ordinal) && file.Key.EndsWith(".txt", StringComparison.Ordinal)),
            file => Assert.Equal("letters/parts/opinion.zh-Hans.txt", file.Key));
    }

    [Fact]
    public void What_is_read_aloud_at_the_counter_is_short()
    {
        foreach (var (name, facts, _) in ProofSheets.Of(LetterPack.Real.Facts).Append(("S01", Told.Borrower, CaseFile.Empty)))
        {
            var (_, annex) = Cut(Written("D01", facts), "附一");
            var aloud = Cut(annex, "附二").Before;
            Assert.True(aloud[aloud.IndexOf('\n')..].Trim().Length <= 250, name);
        }
    }

    [Fact]
    public void Words_for_people_outside_say_nothing_of_money_whatever_the_facts()
    {
        foreach (var (name, facts, _) in ProofSheets.Of(LetterPack.Real.Facts).Append(("S01", Told.Borrower, CaseFile.Empty)))
        {
            foreach (var id in FirstLevel)
            {
                Assert.False(Regex.IsMatch(Written(id, facts), "[欠贷债借]|元|催收|[0-9]{4}", RegexOptions.NonBacktracking), $"{id} {name}");
            }
        }
    }

    [Fact]
    public void Who_is_not_the_borrower_never_says_there_is_a_loan()
    {
        foreach (var id in new[] { "D12a", "D12a-brief", "D12a-full", "D12b-open", "D12d-open" })
        {
            Assert.DoesNotContain("借", Written(id, Told.Contact), StringComparison.Ordinal);
            Assert.Contains("借", Written(id, Told.Borrower), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Other_facts_give_another_letter()
    {
        FactSheet[] sheets =
        [
            FactSheet.Empty, Told.Borrower, Told.Contact,
            Told.Borrower.With("first-incident", Fact.Said("", "2026-11-12")), Told.Borrower.With("what-they-said", Fact.Said("别的话", "别的话")),
            Told.Borrower.With("first-incident", Fact.Silence(FactState.Unknown)), Told.Borrower.With("first-incident", Fact.Silence(FactState.Refused)),
            Told.Borrower.Without("first-incident"),
        ];
        foreach (var id in new[] { "D01", "D02", "D02s", "D16" })
        {
            Assert.Equal(sheets.Length, sheets.Select(facts => Written(id, facts)).Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Fact]
    public void A_timeline_without_facts_is_rows_to_fill_in() =>
        Assert.Equal(3, Regex.Count(Written("D16", FactSheet.Empty), @"\n[1-3](｜【待填】){7}", RegexOptions.NonBacktracking));

    [Fact]
    public void A_timeline_marks_what_was_heard_from_others() =>
        Assert.Contains("别人接到的为转述", Written("D16", Told.Borrower), StringComparison.Ordinal);

    [Fact]
    public void No_letter_cites_more_than_four_articles()
    {
        foreach (var (name, facts, _) in ProofSheets.Of(LetterPack.Real.Facts).Append(("straddling", Told.Borrower.With("first-incident", Fact.Said("", "2025-12-20")), CaseFile.Empty)))
        {
            Assert.All(LetterPack.Real.Letters.Keys, id => Assert.True(Regex.Count(Written(id, facts), @"\n[0-9]\. (GB/T [0-9-]+)?《", RegexOptions.NonBacktracking) <= 4, $"{id} {name}"));
        }
    }

    [Fact]
    public void No_text_promises_lies_threatens_or_cites_old_law() => Assert.All(
        LetterPack.RealFiles.Where(file => file.Key.EndsWith(".txt", StringComparison.Ordinal) || file.Key == "lines/zh-Hans.letters.yaml"),
        file => Assert.DoesNotContain(Never, phrase => file.Value.Contains(phrase, StringComparison.Ordinal)));

    private static string Written(string id, FactSheet facts) =>
        LetterWriter.Write(LetterPack.Real, LetterPack.Real.Letters[id], facts, CaseFile.Empty, LetterPack.Today, "zh-Hans").Text;

    private static (string Before, string After) Cut(string text, string at)
    {
        var index = text.IndexOf(at, StringComparison.Ordinal);
        Assert.True(index >= 0, at);
        return (text[..index], text[index..]);
    }
}
