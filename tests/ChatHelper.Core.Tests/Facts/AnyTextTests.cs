using ChatHelper.Core.Facts;
using FsCheck;
using FsCheck.Fluent;

namespace ChatHelper.Core.Tests.Facts;

/// Whatever is typed, readers answer: pieces of real words in any order, broken characters, pumps.
public class AnyTextTests
{
    private static readonly string[] Pieces =
    [
        "上周", "三", "十", "万", "w", "k", "1", "9", "0", ".", ",", "-", "+", ":", "点", "半", "个", "月", "号", "年", "前", "多", "来", "到", "还是",
        "国庆", "昨晚", "凌晨", "几", "俩", "百", "亿", "零", "¥", "块", "欠", "天天", "一天", "我", "姐", "开头", "的", " ", "last", "am", "2月30号", "/", "13", "99999999999999999999",
        "\uD83D", "\uDE00", "\u202E", "\0", "，", "（", "１", "(", ")", "🙃", "\n", "9999年", "1900年1月1日", "下周日", "周", "半年", "3650个月前", "9999999小时前",
    ];

    public static TheoryData<string> Pumped()
    {
        var rows = new TheoryData<string>();
        foreach (var piece in Pieces.Where(piece => !piece.Any(char.IsSurrogate)).Concat(["1 ", "1-", "十万", "1w", "大概", "3号还是", "上周三还是", "一天就", "1,111", "0551 ", "106 ", "的的", "我的", "大概大概"]))
        {
            rows.Add(string.Concat(Enumerable.Repeat(piece, (4096 / piece.Length) + 1)));
        }

        return rows;
    }

    [Fact]
    public void No_text_makes_a_reader_throw()
    {
        var words = Gen.Elements(Pieces).ArrayOf().Select(string.Concat);
        Prop.ForAll(words.ToArbitrary(), text => ReadAll(text)).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
        Prop.ForAll<string?>(text => ReadAll(text ?? "")).QuickCheckThrowOnFailure();
    }

    [Theory, MemberData(nameof(Pumped))]
    public void A_pumped_text_is_read_to_its_end(string text) => Assert.True(ReadAll(text));

    [Fact]
    public void Text_beyond_the_limit_is_not_read()
    {
        var text = new string('啊', 4096) + "19900001234";

        Assert.Empty(China.Readers.Phones(text));
        Assert.Equal(text, China.Readers.Repair(text));
    }

    private static bool ReadAll(string text)
    {
        var readers = China.Readers;
        var found = new[] { Tense.Past, Tense.Deadline, Tense.Unsure }.SelectMany(tense => readers.When(text, China.Now, tense))
            .Concat(readers.Amounts(text)).Concat(readers.Phones(text)).Concat(readers.Counts(text)).Concat(readers.Durations(text));
        foreach (var one in found)
        {
            Assert.Equal(text.Substring(one.Start, one.Length), one.Raw);
            Assert.Equal(one.Precision == Precision.Ask, one.Options.Count > 1);
            Assert.NotEmpty(one.Value);
        }

        readers.Relations(text);
        Masked.All(text);
        return readers.Repair(readers.Repair(text)) == readers.Repair(text);
    }
}
