using ChatHelper.Core.Consents;
using ChatHelper.Core.Crisis;
using ChatHelper.Core.Diary;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Exports;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Filings;
using ChatHelper.Core.Papers;
using ChatHelper.Core.Reminders;
using ChatHelper.Core.Witness;

namespace ChatHelper.Core.Turns;

/// <summary>What a <c>do</c> step does. The words stand in dialogs/README.md.</summary>
internal static class Deeds
{
    /// <summary>First words of all deeds.</summary>
    public static IReadOnlyList<string> Known { get; } =
        ["pause", "erase", "hand-over", "take-back", "schedule", "unschedule", "calendar", "set", "forget", "reopen", "go-on", "language", "care", "close", "start", "again", "bundle", "evidence", "filing", "chase", "diary", "witness", "consent", "keep", "export"];

    public static void Do(Talk talk, Step step)
    {
        var words = step.Word!.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var rest = words.Length > 1 ? words[1] : "";
        switch (words[0])
        {
            case "pause":
                talk.Say(step.Id);
                talk.Leave();
                talk.Now = talk.Now with { Mode = Mode.Paused };
                CrisisTaking.Leave(talk);
                break;
            case "erase":
                talk.Effects.Add(new Erase());
                talk.Say(step.Id);
                Receipt.Say(talk);
                break;
            case "hand-over":
                talk.Effects.Add(new HandOver(Summary.Of(talk), rest.Length == 0 ? "normal" : rest) { Consent = Consenting.PassOn(talk) });
                break;
            case "take-back":
                talk.Effects.Add(new EndHandOver());
                break;
            case "schedule":
                Reminder.Schedule(talk, rest, words.Length > 2 ? words[2] : "");
                break;
            case "unschedule":
                Reminder.Stop(talk, rest);
                break;
            case "calendar" when rest == Chase.Kind:
                ChaseCalendar.HandOut(talk);
                break;
            case "calendar":
                Reminder.HandOutCalendar(talk, rest);
                break;
            case "set":
                talk.Put(rest, Fact.Said("", words[2]));
                break;
            case "forget":
                talk.Now = talk.Now with { Facts = talk.Now.Facts.Without(rest) };
                break;
            case "reopen":
                CommandTaking.Reopen(talk, talk.Now.Facts[rest]?.Value ?? "");
                break;
            case "go-on":
                talk.Now = talk.Now with { AskNoMore = false, Skips = 0 };
                break;
            case "language":
                LanguageTaking.Wish(talk, talk.Now.Facts[rest]?.Value ?? rest);
                break;
            case "filing":
                FilingDeeds.Do(talk, rest);
                break;
            case "chase":
                Chase.Do(talk, rest);
                break;
            case "start":
                // Another dialog on top; this one goes on after it.
                talk.Start(rest);
                break;
            case "again":
                HandingOut.Again(talk, rest);
                break;
            case "bundle":
                HandingOut.Bundle(talk);
                break;
            case "evidence":
                EvidenceDeeds.Do(talk, rest, words.Length > 2 ? words[2] : "");
                break;
            case "witness":
                WitnessDeeds.Do(talk, rest);
                break;
            case "care":
                CrisisTaking.Open(talk, Enum.Parse<Tier>(rest));
                break;
            case "consent":
                ConsentDeeds.Do(talk, rest, words[2]);
                break;
            case "keep":
                Keeping.Choose(talk, talk.Now.Facts[rest]?.Value ?? "");
                break;
            case "diary":
                DiaryDeeds.Do(talk, step, rest);
                break;
            case "export":
                Exporting.HandOut(talk);
                break;
            case "close":
                // Leaves this dialog at once, whatever follows.
                talk.Now = talk.Now with { Frames = [.. talk.Now.Frames.SkipLast(1)] };
                break;
            default:
                throw new InvalidOperationException($"no deed '{words[0]}'; the pack check reports it");
        }
    }
}
