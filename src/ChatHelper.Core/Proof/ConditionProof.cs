using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;

namespace ChatHelper.Core.Proof;

/// <summary>A condition may not read what is asked only after it (CH0127): at that place it would always read an open fact,
/// and an answer further on would change a way that has already been taken.</summary>
internal static class ConditionProof
{
    public static void Prove(Pack pack, Ways ways, Diagnostics diagnostics)
    {
        foreach (var dialog in pack.Dialogs.Values)
        {
            foreach (var step in dialog.Steps)
            {
                foreach (var condition in step.Nexts.Select(next => next.If).Append(step.If).OfType<Condition>())
                {
                    foreach (var fact in condition.Facts)
                    {
                        Check(dialog, step, condition, fact);
                    }
                }
            }
        }

        void Check(Dialog dialog, Step step, Condition condition, string fact)
        {
            var asking = dialog.Steps.Where(one => one.Fact == fact).ToList();
            var later = asking.Find(one => one != step && pack.Reach.Ahead(step.Id, one.Id));
            if (later is null || step.Fact == fact)
            {
                return;
            }

            // A question with a condition of its own may have been passed over.
            var sure = asking.Where(one => one.If is null).Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
            var first = dialog.Steps[0].Id;
            if (step.Id == first || ways.After(first, arrow => arrow.Kind == ArrowKind.On && !sure.Contains(arrow.From)).Contains(step.Id))
            {
                diagnostics.Report(
                    Codes.ReadsLaterFact, step.File, step.Line, $"'{condition}' of '{step.Id}' reads '{fact}', which '{later.Id}' asks only later");
            }
        }
    }
}
