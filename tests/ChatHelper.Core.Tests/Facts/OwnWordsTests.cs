using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Tests.Crisis;
using ChatHelper.Core.Tests.Faq;

namespace ChatHelper.Core.Tests.Facts;

/// <summary>What people type in words of their own, against the pack that ships: what is heard, answered and obeyed.</summary>
public class OwnWordsTests
{
    private static readonly FactSheet Asked = FaqPack.Asked;

    public static TheoryData<string, string> Facts => Of("fact");

    public static TheoryData<string, string> Questions => Of("faq");

    public static TheoryData<string, string> Commands => Of("command");

    public static TheoryData<string, string> Dangers => Of("crisis");

    private static Pack Pack => FaqPack.China;

    [Theory, MemberData(nameof(Facts))]
    public void Free_words_hold_what_was_told_and_nothing_else(string text, string expected)
    {
        var heard = Pack.Hearing.Hear(Pack.Readers.Repair(text), China.Now, Asked).ToDictionary(one => one.Name, one => one.Fact.Value, StringComparer.Ordinal);

        if (expected.StartsWith('-'))
        {
            Assert.DoesNotContain(expected[1..], heard.Keys);
            return;
        }

        var (name, value) = (expected.Split('=')[0], expected.Split('=')[1]);
        Assert.Equal(value, heard.GetValueOrDefault(name));
    }

    [Theory, MemberData(nameof(Questions))]
    public void A_question_is_answered_by_its_own_answer(string text, string expected) =>
        Assert.Equal(expected, Pack.Faq.Heard(Pack.Readers.Repair(text), Asked).Select(entry => entry.Id).FirstOrDefault("-"));

    [Theory, MemberData(nameof(Commands))]
    public void A_wish_to_stop_go_on_or_delete_is_obeyed(string text, string expected) =>
        Assert.Equal(expected, Pack.Commands.Match(Pack.Readers.Repair(text))?.Id ?? "-");

    [Theory, MemberData(nameof(Dangers))]
    public void Danger_is_heard_as_grave_as_it_is(string text, string expected) =>
        Assert.Equal(expected, ChinaCrisis.Detect(text).Tier.ToString());

    private static TheoryData<string, string> Of(string kind)
    {
        var rows = new TheoryData<string, string>();
        foreach (var row in China.Rows("own_words.tsv").Where(row => row[0] == kind))
        {
            rows.Add(row[1], row[2]);
        }

        return rows;
    }
}
