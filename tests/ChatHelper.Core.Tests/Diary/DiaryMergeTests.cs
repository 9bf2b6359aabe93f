using ChatHelper.Core.Casework;
using ChatHelper.Core.Diary;
using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Tests.Diary;

public sealed class DiaryMergeTests
{
    private static readonly DiaryEntry Typed = Logs.Entry("2026-11-18T15:20", precision: Precision.About) with { Words = "骂人" };
    private static readonly DiaryEntry Imported = Logs.Entry("2026-11-18T15:20", "", source: "imported") with { Seconds = 80 };

    [Fact]
    public void A_call_typed_and_found_in_a_list_is_one_and_keeps_what_both_know()
    {
        var entered = DiaryMerge.Into(Logs.Case(Typed), [Imported]);

        var entry = Assert.Single(entered.File.Diary);
        Assert.Equal((0, 1), (entered.Added, entered.Merged));
        Assert.Equal(("骂人", 80, "me", Precision.Exact, 1), (entry.Words, entry.Seconds, entry.Whom, entry.Precision, entry.No));
    }

    [Fact]
    public void Two_calls_of_one_minute_stay_two_however_often_the_list_is_given()
    {
        var once = DiaryMerge.Into(CaseFile.Empty, [Imported, Imported]);
        var twice = DiaryMerge.Into(once.File, [Imported, Imported]);

        Assert.Equal(2, once.Added);
        Assert.Equal((0, 2, 2), (twice.Added, twice.Merged, twice.File.Diary.Count));
    }

    [Theory]
    [InlineData("2026-11-18T15:21", "19900001234", "call", "me")]
    [InlineData("2026-11-18T15:20", "19900005678", "call", "me")]
    [InlineData("2026-11-18T15:20", "", "call", "me")]
    [InlineData("2026-11-18T15:20", "19900001234", "sms", "me")]
    [InlineData("2026-11-18T15:20", "19900001234", "call", "family")]
    [InlineData("", "19900001234", "call", "me")]
    public void What_differs_stays_apart(string at, string caller, string means, string whom) =>
        Assert.Equal(2, DiaryMerge.Into(Logs.Case(Typed), [Logs.Entry(at, whom, caller, means, "imported")]).File.Diary.Count);

    [Fact]
    public void Days_typed_without_a_minute_never_merge() =>
        Assert.Equal(3, Logs.Case(Logs.Entry("2026-11-18"), Logs.Entry("2026-11-18"), Logs.Entry("2026-11-18")).Diary.Count);

    [Fact]
    public void Numbers_go_on_after_the_highest_of_the_case()
    {
        var file = DiaryMerge.Into(CaseFile.Empty with { Last = 7 }, [Typed, Logs.Entry("")]).File;

        Assert.Equal([8, 9], file.Diary.Select(entry => entry.No));
        Assert.Equal((9, 7), (file.Last, file.DiaryBefore));
    }
}
