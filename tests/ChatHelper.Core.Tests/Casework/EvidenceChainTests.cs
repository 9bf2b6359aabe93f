using ChatHelper.Core.Casework;
using FsCheck;
using FsCheck.Fluent;

namespace ChatHelper.Core.Tests.Casework;

public sealed class EvidenceChainTests
{
    private static readonly DateTimeOffset T0 = new(2026, 11, 18, 12, 30, 0, TimeSpan.Zero);

    /// <summary>Every way in which one thing of a received item can be changed.</summary>
    private static readonly Func<EvidenceItem, EvidenceItem>[] Edits =
    [
        item => item with { ReceivedAt = item.ReceivedAt.AddMilliseconds(1) },
        item => item with { Source = $"{item.Source}x" },
        item => item with { Name = $"{item.Name}x" },
        item => item with { Mime = "image/gif" },
        item => item with { Size = item.Size + 1 },
        item => item with { Sha256 = new string('9', 64) },
        item => item with { No = item.No + 100 },
        item => item with { Link = new string('0', 64) },
    ];

    [Fact]
    public void An_empty_case_and_a_case_as_it_was_written_hold()
    {
        Assert.Null(EvidenceChain.Fault(CaseFile.Empty));
        Assert.Null(EvidenceChain.Fault(Case(5, withdraw: 0)));
        Assert.Null(EvidenceChain.Fault(Case(5, withdraw: 2)));
        Assert.Null(EvidenceChain.Fault(EvidenceChain.Withdraw(Case(5, withdraw: 2), 5, T0)));
    }

    [Fact]
    public void Every_single_change_is_found() => Prop.ForAll(
        Gen.Choose(1, 8).SelectMany(count => Gen.Choose(0, count - 1).SelectMany(at => Gen.Choose(0, Edits.Length - 1), (at, edit) => (count, at, edit))).ToArbitrary(),
        made =>
        {
            var file = Case(made.count, withdraw: 0);
            var edited = file with { Evidence = [.. file.Evidence.Select((item, index) => index == made.at ? Edits[made.edit](item) : item)] };
            return EvidenceChain.Fault(file) is null && EvidenceChain.Fault(edited) is not null;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_removed_item_is_found_wherever_it_stood() => Prop.ForAll(
        Gen.Choose(1, 8).SelectMany(count => Gen.Choose(0, count - 1), (count, at) => (count, at)).ToArbitrary(),
        made =>
        {
            var file = Case(made.count, withdraw: 0);
            var cut = file with { Evidence = [.. file.Evidence.Where((_, index) => index != made.at)] };
            return EvidenceChain.Fault(cut) == (made.at == made.count - 1 ? 0 : file.Evidence[made.at + 1].No);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_swapped_order_is_found_with_its_numbers_and_without() => Prop.ForAll(
        Gen.Choose(2, 8).SelectMany(count => Gen.Choose(0, count - 2), (count, at) => (count, at)).ToArbitrary(),
        made =>
        {
            var file = Case(made.count, withdraw: 0);
            List<EvidenceItem> swapped = [.. file.Evidence];
            (swapped[made.at], swapped[made.at + 1]) = (swapped[made.at + 1], swapped[made.at]);
            List<EvidenceItem> renumbered = [.. swapped.Select((item, index) => item with { No = index + 1 })];
            return EvidenceChain.Fault(file with { Evidence = swapped }) is not null && EvidenceChain.Fault(file with { Evidence = renumbered }) is not null;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_item_put_in_later_is_found()
    {
        var file = Case(3, withdraw: 0);
        var foreign = file.Evidence[1] with { No = 4, Sha256 = new string('9', 64) };

        Assert.NotNull(EvidenceChain.Fault(file with { Evidence = [.. file.Evidence, foreign] }));
    }

    [Fact]
    public void What_was_withdrawn_leaves_no_name_size_or_hash_and_the_chain_still_holds()
    {
        var before = Case(3, withdraw: 0);
        var after = EvidenceChain.Withdraw(before, 2, T0.AddHours(1));
        var entry = Assert.Single(after.Withdrawals);

        Assert.Equal([1, 3], after.Evidence.Select(item => item.No));
        Assert.Equal((4, 2, T0.AddHours(1)), (entry.No, entry.Of, entry.At));
        Assert.DoesNotContain(before.Evidence[1].Sha256, $"{entry}", StringComparison.Ordinal);
        Assert.Null(EvidenceChain.Fault(after));
        Assert.NotNull(EvidenceChain.Fault(after with { Withdrawals = [] }));
        Assert.NotNull(EvidenceChain.Fault(after with { Withdrawals = [entry with { At = entry.At.AddDays(-1) }] }));
        Assert.NotNull(EvidenceChain.Fault(after with { Withdrawals = [entry with { Of = 3 }] }));
        Assert.NotNull(EvidenceChain.Fault(after with { Withdrawals = [entry with { Leaf = new string('0', 64) }] }));
    }

    [Fact]
    public void Words_may_be_corrected_without_breaking_the_chain()
    {
        var file = Case(2, withdraw: 0);

        Assert.Null(EvidenceChain.Fault(file with { Evidence = [.. file.Evidence.Select(item => item with { Label = "别的", Kind = "chat", ClaimedAt = "2026-11-11", Act = "threat", Holder = "我" })] }));
    }

    [Fact]
    public void Fields_cannot_pass_for_one_another()
    {
        var one = new EvidenceItem(1, "", T0) { Source = "web", Name = "1,a" };
        var other = one with { Source = "web,3:1", Name = ",a" };

        Assert.NotEqual(EvidenceChain.Leaf(one), EvidenceChain.Leaf(other));
    }

    [Fact]
    public void The_digests_are_those_of_the_documented_form()
    {
        var item = new EvidenceItem(0, "", DateTimeOffset.UnixEpoch) { Source = "web", Name = "a", Mime = "image/png", Size = 3, Sha256 = "00" };
        var file = EvidenceChain.Add(CaseFile.Empty, item);

        Assert.Equal(Sha("10:evidence-1,1:1,1:0,3:web,1:a,9:image/png,1:3,2:00,"), EvidenceChain.Leaf(file.Evidence[0]));
        Assert.Equal(Sha($"6:link-1,0:,64:{EvidenceChain.Leaf(file.Evidence[0])},"), file.EvidenceHead);
    }

    private static string Sha(string text) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));

    private static CaseFile Case(int count, int withdraw)
    {
        var file = CaseFile.Empty;
        for (var i = 0; i < count; i++)
        {
            file = EvidenceChain.Add(file, new EvidenceItem(0, "", T0.AddMinutes(i))
            {
                FileId = $"f{i}", Name = $"{i}.jpg", Mime = "image/jpeg", Size = i, Sha256 = new string((char)('a' + i), 64), Source = "web",
            });
        }

        return withdraw == 0 ? file : EvidenceChain.Withdraw(file, withdraw, T0.AddHours(1));
    }
}
