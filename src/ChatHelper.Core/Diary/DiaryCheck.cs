using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;

namespace ChatHelper.Core.Diary;

/// <summary>What <c>diary-pointers.yaml</c> names must be there.</summary>
internal static class DiaryCheck
{
    public static void Check(Pack pack, Diagnostics diagnostics)
    {
        foreach (var pointer in pack.Diary.Pointers)
        {
            foreach (var fact in pointer.If.Facts.Where(fact => !pack.Facts.ContainsKey(fact)))
            {
                diagnostics.Report(Codes.UnknownFact, DiaryBook.File, 0, $"'{pointer.Line}' reads '{fact}', which facts.yaml does not declare");
            }

            if (!pack.Law.Has(pointer.Point))
            {
                diagnostics.Report(Codes.NoSuchPoint, DiaryBook.File, 0, $"'{pointer.Line}' cites the unknown point '{pointer.Point}'");
            }
        }
    }
}
