using System.Reflection;
using ChatHelper.Core.Casework;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Turns;
using ChatHelper.Export;
using ChatHelper.Tests.Papers;

namespace ChatHelper.Tests.Export;

/// <summary>Nothing new gets into the copy, or stays out of it, without somebody deciding so.</summary>
public sealed class ShapeTests
{
    private static readonly TalkShapes Talk = new(Samples.China.Value, "zh-Hans");

    [Fact]
    public void Every_property_of_what_is_held_goes_into_the_copy_or_stays_out_for_a_reason()
    {
        Assert.Empty((string[])
        [
            .. Undecided(Talk.Conversation),
            .. Undecided(CaseShapes.File),
            .. Undecided(TalkShapes.Consents),
            .. Undecided(CaseShapes.Diary),
            .. Undecided(CaseShapes.Evidence),
            .. Undecided(CaseShapes.Withdrawals),
            .. Undecided(CaseShapes.Filings),
            .. Undecided(CaseShapes.Testimonies),
            .. Undecided(CaseShapes.Waiting),
            .. Undecided(CaseShapes.Invitations),
            .. Undecided(typeof(Fact), [.. Talk.Named.Kept, .. Talk.Named.LeftOut.Keys]),
        ]);
    }

    [Fact]
    public void A_property_that_nobody_decided_on_is_found() =>
        Assert.Equal(["DiaryEntry.Words"], Undecided(typeof(DiaryEntry), [.. CaseShapes.Diary.Kept.Where(name => name != nameof(DiaryEntry.Words))]));

    [Fact]
    public void Each_reason_says_something() =>
        Assert.All(Talk.Conversation.LeftOut.Values.Concat(CaseShapes.File.LeftOut.Values).Concat(CaseShapes.Evidence.LeftOut.Values), reason => Assert.True(reason.Length > 10));

    private static IEnumerable<string> Undecided<T>(Shape<T> shape) => Undecided(typeof(T), [.. shape.Kept, .. shape.LeftOut.Keys]);

    private static IEnumerable<string> Undecided(Type type, IReadOnlyCollection<string> decided) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
        .Select(property => property.Name)
        .Where(name => !decided.Contains(name))
        .Select(name => $"{type.Name}.{name}");
}
