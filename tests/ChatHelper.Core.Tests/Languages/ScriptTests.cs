using ChatHelper.Core.Content;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Tests.Crisis;
using ChatHelper.Core.Tests.Facts;

namespace ChatHelper.Core.Tests.Languages;

/// <summary>Whatever is understood in Simplified script is understood in Traditional.</summary>
public sealed class ScriptTests
{
    private static readonly Script Script = ThreeLanguages.Pack.Script;

    private static readonly Dictionary<char, char> Traditional = Script.Pairs
        .GroupBy(pair => pair.Value).ToDictionary(group => group.Key, group => group.Min(pair => pair.Key));

    [Fact]
    public void A_standard_form_is_not_itself_a_variant() => Assert.DoesNotContain(Script.Pairs.Values, Script.Pairs.ContainsKey);

    [Fact]
    public void Positions_stay_where_they_were() => Assert.Equal(
        "说我「骗贷潜逃」 abc", Script.Standard("說我「騙貸潛逃」 abc"));

    [Fact]
    public void Danger_is_heard_in_both_scripts()
    {
        foreach (var (tier, text) in ChinaCrisis.Rows("crisis_cases.tsv").Concat(ChinaCrisis.Rows("more_cases.tsv")))
        {
            Assert.True(tier == ChinaCrisis.Detect(Written(text)).Tier.ToString(), $"{tier}: {Written(text)}");
        }
    }

    [Theory]
    [InlineData("reading_cases.tsv")]
    [InlineData("extract_cases.tsv")]
    public void Dates_money_and_numbers_are_read_in_both_scripts(string file)
    {
        foreach (var row in China.Rows(file).Where(row => row[0] is "when" or "date" or "amount" or "count" or "phone" or "duration"))
        {
            Assert.Equal(China.Of(row[0], row[1]).Select(found => found.Value), China.Of(row[0], Written(row[1])).Select(found => found.Value));
        }
    }

    [Theory]
    [InlineData("我妈昨晚接到电话 说我欠钱不还 还骂我老赖")]
    [InlineData("他们打给我领导和同事 一天二十多个 半夜也打")]
    [InlineData("我没借过钱 是前同事填的紧急联系人")]
    [InlineData("对方自称公安 说不转3000就上门 要我转到个人账户")]
    [InlineData("我录了音 有短信截图5张 还有通话记录")]
    public void Facts_are_heard_in_both_scripts(string text)
    {
        IEnumerable<string> Heard(string words) => ThreeLanguages.Pack.Hearing.Hear(words, China.Now, FactSheet.Empty)
            .Where(one => ThreeLanguages.Pack.Facts[one.Name].Kind is not ("text" or "list"))
            .Select(one => $"{one.Name}={one.Fact.Value}");
        Assert.NotEmpty(Heard(text));
        Assert.Equal(Heard(text), Heard(Written(text)));
    }

    [Fact]
    public void What_was_typed_stays_as_typed()
    {
        var heard = ThreeLanguages.Pack.Hearing.Hear("我在廈門上班 說我「騙貸潛逃」", China.Now, FactSheet.Empty);
        Assert.Equal("廈門", Assert.Single(heard, one => one.Name == "city").Fact.Value);
        Assert.Contains("騙貸潛逃", Assert.Single(heard, one => one.Name == "what-they-said").Fact.Raw, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("繼續", "resume")]
    [InlineData("轉人工", "human")]
    [InlineData("刪除", "erase")]
    [InlineData("改成三萬", "change")]
    public void Commands_are_known_in_both_scripts(string typed, string command) =>
        Assert.Equal(command, ThreeLanguages.Pack.Commands.Match(typed)?.Id);

    private static string Written(string text) => string.Concat(text.Select(sign => Traditional.GetValueOrDefault(sign, sign)));
}
