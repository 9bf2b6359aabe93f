using ChatHelper.Core.Diary;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Filings;
using ChatHelper.Core.Papers;

namespace ChatHelper.Core.Turns;

/// <summary>Steps that are met in passing: tells, offers, deeds.</summary>
internal static class Passing
{
    public static void Do(Talk talk, Step step)
    {
        switch (step.Kind)
        {
            case StepKind.Tell:
                Tell(talk, step);
                break;
            case StepKind.Offer:
                var letters = step.Word!.Split(',');
                foreach (var id in letters)
                {
                    HandingOut.Give(talk, id, talk.Frame?.Language, amongOthers: letters.Length > 1);
                }

                break;
            case StepKind.Do:
                Deeds.Do(talk, step);
                break;
            default:
                throw new InvalidOperationException($"{step.Id} is a {step.Kind} and cannot be passed");
        }
    }

    // Whether anybody is there is said as it is, never hoped.
    private static string Duty(Talk talk) => talk.Line(talk.Moment.VolunteersOnDuty ? "duty.on" : "duty.off");

    private static string Parts(Talk talk, Step step) => string.Join('\n', step.Shown(talk.Now.Facts)
        .Select(part => $"\u00B7 {Asking.ChoiceText(talk, step, part.Id)}"));

    private static void Tell(Talk talk, Step step)
    {
        var words = step.Word!.Split(' ');
        switch (words[0])
        {
            case "law":
                Explaining.Say(talk, words is [_, var topic] ? topic : null);
                break;
            case "facts":
                talk.Say(step.Id, ("card", Asking.Card(talk)));
                break;
            case "evidence":
                talk.Say(step.Id, ("items", EvidenceDeeds.List(talk)));
                break;
            case "passed-on":
                talk.Say(step.Id, ("summary", Summary.Of(talk)), ("waiting", $"{talk.Moment.Waiting}"), ("duty", Duty(talk)));
                break;
            case "diary":
                DiaryTelling.Say(talk, step, words.Length > 1 ? words[1] : "");
                break;
            case var _ when FilingTells.Say(talk, step):
                break;
            default:
                talk.Say(PlainWords.Chosen(talk, step.Id), ("duty", Duty(talk)), ("parts", Parts(talk, step)));
                PlainWords.LeadToMore(talk, step.Id);
                break;
        }
    }
}
