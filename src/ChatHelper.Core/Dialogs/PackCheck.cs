using ChatHelper.Core.Authorities;
using ChatHelper.Core.Consents;
using ChatHelper.Core.Content;
using ChatHelper.Core.Diary;
using ChatHelper.Core.Filings;
using ChatHelper.Core.Routing;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Dialogs;

/// <summary>What the files of a pack say of each other: every name used must exist. These faults stop the start.</summary>
internal static class PackCheck
{
    private static readonly string[] Told = ["yes", "law", "facts", "passed-on", "evidence", "diary", "diary last", "diary numbers", .. FilingTells.Known];

    public static void Check(Pack pack, Node root, Diagnostics diagnostics)
    {
        foreach (var dialog in pack.AnyTime.Values.Concat(pack.DueDialogs.Values).Append(pack.Opening).Concat(pack.AfterSkips is { } rest ? [rest] : []))
        {
            if (!pack.Dialogs.ContainsKey(dialog))
            {
                root.Report(Codes.UnknownDialog, $"there is no dialog '{dialog}'");
            }
        }

        foreach (var fact in (pack.Plain?.Facts ?? []).Where(fact => !pack.Facts.ContainsKey(fact)))
        {
            root.Report(Codes.UnknownFact, $"'plain' reads '{fact}', which facts.yaml does not declare");
        }

        foreach (var step in pack.Steps.Values)
        {
            new StepCheck(pack, step, diagnostics).Check();
        }

        foreach (var same in pack.Steps.Values.GroupBy(step => StepCode.Of(step.Id), StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            var step = same.Last();
            diagnostics.Report(Codes.SameCode, step.File, step.Line, $"'{same.First().Id}' and '{step.Id}' have the same short code; rename one");
        }

        foreach (var id in pack.Commands.Ids.Where(id => !CommandTaking.Known.Contains(id) && !pack.Dialogs.ContainsKey(id)))
        {
            diagnostics.Report(Codes.UnknownDeed, "commands.yaml", 0, $"the command '{id}' has no meaning");
        }

        pack.Evidence.Check(pack, diagnostics);
        AuthorityCheck.Check(pack, diagnostics);
        RouteCheck.Check(pack, diagnostics);
        foreach (var fact in pack.Facts.Values.Where(fact => fact.Starts is { } dialog && !pack.Dialogs.ContainsKey(dialog)))
        {
            diagnostics.Report(Codes.UnknownDialog, fact.File, fact.Line, $"'{fact.Name}' starts '{fact.Starts}', which is not there");
        }

        DiaryCheck.Check(pack, diagnostics);
        ConsentCheck.Check(pack, root, diagnostics);
        foreach (var entry in pack.Faq.Entries)
        {
            foreach (var point in entry.Points.Where(point => !pack.Law.Has(point)))
            {
                diagnostics.Report(Codes.NoSuchPoint, entry.File, entry.Line, $"'{entry.Id}' cites the unknown point '{point}'");
            }
        }
    }

    private sealed class StepCheck(Pack pack, Step step, Diagnostics diagnostics)
    {
        public void Check()
        {
            if (step.Fact is { } fact && !pack.Facts.ContainsKey(fact))
            {
                Report(Codes.UnknownFact, $"'{step.Id}' fills '{fact}', which facts.yaml does not declare");
            }

            foreach (var next in step.Nexts.Where(next => next.Go != Next.End && !pack.Steps.ContainsKey(next.Go)))
            {
                Report(Codes.UnknownStep, $"'{step.Id}' goes to '{next.Go}', which is not there");
            }

            if (step.Nexts.Any(next => next.Go == step.Id))
            {
                Report(Codes.GoesToItself, $"'{step.Id}' goes to itself");
            }

            foreach (var condition in Conditions())
            {
                Compare(condition);
            }

            Words();
            foreach (var choice in step.Choices)
            {
                Choice(choice);
            }
        }

        private IEnumerable<Condition> Conditions() =>
            step.Nexts.Select(next => next.If).Concat(step.Choices.Select(choice => choice.If)).Append(step.If).OfType<Condition>();

        private void Compare(Condition condition)
        {
            foreach (var fact in condition.Facts.Where(fact => !pack.Facts.ContainsKey(fact)))
            {
                Report(Codes.UnknownFact, $"the condition '{condition}' of '{step.Id}' reads '{fact}', which facts.yaml does not declare");
            }

            foreach (var (fact, value) in condition.Compared)
            {
                if (pack.Facts.TryGetValue(fact, out var declared) && declared.Choices.Count > 0 && !declared.Choices.Contains(value))
                {
                    Report(Codes.UnknownChoice, $"the condition '{condition}' of '{step.Id}': '{fact}' is never '{value}'");
                }
            }
        }

        private void Words()
        {
            if (step.Kind == StepKind.Do && DeedCheck.Fault(pack, step.Word ?? "") is var (code, message))
            {
                Report(code, $"'{step.Id}' {message}");
            }

            if (step.Kind == StepKind.Tell
                && !(step.Word?.Split(' ') is ["law", var topic] ? pack.Explainer.Topics.Contains(topic) : Told.Contains(step.Word)))
            {
                Report(Codes.UnknownDeed, $"'{step.Id}' tells '{step.Word}'; known are {string.Join(", ", Told)}");
            }

            foreach (var letter in step.Kind == StepKind.Offer ? step.Word!.Split(',') : [])
            {
                Letter(letter);
            }
        }

        private void Choice(Choice choice)
        {
            if (choice.Call is { } dialog && !pack.Dialogs.ContainsKey(dialog))
            {
                Report(Codes.UnknownDialog, $"the choice '{choice.Id}' of '{step.Id}' calls '{dialog}', which is not there");
            }

            if (choice.Faq is { } question && pack.Faq.Question(question) is null)
            {
                Report(Codes.UnknownQuestion, $"'{step.Id}' lists the question '{question}', which has no wordings in a faq file");
            }

            if (choice.Letter is { } letter)
            {
                Letter(letter);
            }
        }

        private void Letter(string letter)
        {
            if (!pack.Letters.ContainsKey(letter))
            {
                Report(Codes.UnknownLetter, $"'{step.Id}' offers '{letter}', which is not there");
            }
        }

        private void Report(string code, string message) => diagnostics.Report(code, step.File, step.Line, message);
    }
}
