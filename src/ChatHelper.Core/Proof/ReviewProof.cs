using ChatHelper.Core.Authorities;
using ChatHelper.Core.Content;
using ChatHelper.Core.Crisis;
using ChatHelper.Core.Dialogs;
using NodaTime;

namespace ChatHelper.Core.Proof;

/// <summary>No number, authority or calendar is relied on after the day by which it had to be checked again (CH0801; numbers of
/// crisis.yaml CH0505).</summary>
internal static class ReviewProof
{
    public static void Prove(Pack pack, LocalDate today, Diagnostics diagnostics)
    {
        NumberReader.Review(pack.Crisis, today.ToDateOnly(), diagnostics);
        foreach (var number in pack.Numbers.Values.Where(number => number.ReviewBy < today && number.File != "crisis.yaml"))
        {
            diagnostics.Report(
                Codes.PastReview, number.File, number.Line, $"'{number.Id}' had to be checked again by {number.ReviewBy:uuuu-MM-dd}");
        }

        AuthorityCheck.Prove(pack, today, diagnostics);
        pack.WorkDays.Prove(today, diagnostics);
    }
}
