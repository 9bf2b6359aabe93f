using System.Globalization;
using ChatHelper.Core.Content;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Consents;

/// <summary>A notice that tells all it must, words for every right, no question about the case before consent (CH0901–CH0904).</summary>
internal static class ConsentCheck
{
    private const string Days = "keep-days";
    private const int Longest = 365;
    private static readonly string[] s_words = ["notice", "agree", "withdraw", "how-long", CommandTaking.EraseNow];

    /// <summary>The numbers of days that a person may choose.</summary>
    public static IReadOnlyList<int> Choices(Node root)
    {
        var told = root.Texts("keeps-choices");
        List<int> days = [.. told.Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)];
        if (days.Count > 0 && (days.Exists(number => number is < 1 or > Longest) || days.Zip(days.Skip(1)).Any(pair => pair.First >= pair.Second)
            || (root.Text("keeps-days") is { } usual && !told.Contains(usual))))
        {
            root["keeps-choices"]!.Report(Codes.KeepsChoices, $"'keeps-choices' are numbers of days from 1 to {Longest}, growing, with 'keeps-days' among them");
        }

        return days;
    }

    public static void Check(Pack pack, Node root, Diagnostics diagnostics)
    {
        if (pack.Owners.TryGetValue(Days, out var asks)
            && !asks.Choices.Select(choice => choice.Id).Where(id => id.All(char.IsAsciiDigit))
                .SequenceEqual(pack.KeepsChoices.Select(days => days.ToString(CultureInfo.InvariantCulture)), StringComparer.Ordinal))
        {
            diagnostics.Report(Codes.KeepsChoices, asks.File, asks.Line, $"'{asks.Id}' offers other numbers of days than 'keeps-choices' in {root.File}");
        }

        if (pack.Notice is not { } notice)
        {
            return;
        }

        foreach (var topic in Notice.Topics.Where(topic => pack.Steps.GetValueOrDefault($"notice.{topic}") is not { Kind: StepKind.Tell, If: null }))
        {
            diagnostics.Report(Codes.NoticeIncomplete, Notice.File, 1, $"the notice must tell '{topic}' to everybody: a step 'notice.{topic}'");
        }

        foreach (var dialog in Consenting.Dialogs.Values.Append(Consenting.Child).Append(notice.Look).Concat(notice.Before).Concat(notice.Always)
            .Where(dialog => !pack.Dialogs.ContainsKey(dialog)))
        {
            diagnostics.Report(Codes.UnknownDialog, Notice.File, 1, $"there is no dialog '{dialog}'");
        }

        foreach (var word in s_words.Where(word => !pack.Commands.Ids.Contains(word)))
        {
            diagnostics.Report(Codes.RightWithoutWord, "commands.yaml", 1, $"no word leads to '{word}'");
        }

        foreach (var step in pack.Steps.Values.Where(step => step.Fact is not null && pack.Facts.ContainsKey(step.Fact) && Consenting.IsFree(pack, notice, step.Dialog)))
        {
            var fact = pack.Facts[step.Fact!];
            if (fact.Sensitive || (!notice.Before.Contains(step.Dialog) && (fact.OnCard || fact.PassedOn)))
            {
                diagnostics.Report(Codes.AskedBeforeConsent, step.File, step.Line, $"'{step.Id}' asks for '{fact.Name}', and '{step.Dialog}' runs without consent");
            }
        }
    }
}
