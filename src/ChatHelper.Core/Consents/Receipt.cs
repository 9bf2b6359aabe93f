using System.Globalization;
using ChatHelper.Core.Filings;
using ChatHelper.Core.Reminders;
using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Consents;

/// <summary>What an erasure took away, what it could not, and when the last copy ages out. Counts alone: no word of the person.</summary>
internal static class Receipt
{
    /// <summary>Channels with words of their own on how to clear the chat by hand.</summary>
    public static IReadOnlyList<string> Channels { get; } = ["telegram", "web", "terminal", "wechat"];

    /// <summary>Kinds of things counted, each a line <c>receipt.KIND</c>.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["answers", "diary", "files", "items", "filings", "witnesses", "letters", "reminders"];

    /// <summary>Says the receipt for what the conversation holds now. A pack without a notice has none.</summary>
    public static void Say(Talk talk)
    {
        if (talk.Pack.Notice is null)
        {
            return;
        }

        var counted = Kinds.Zip(Counts(talk)).Where(pair => pair.Second > 0)
            .Select(pair => talk.Line($"receipt.{pair.First}", ("count", pair.Second.ToString(CultureInfo.InvariantCulture))));
        talk.Say("receipt.removed", ("things", talk.Words.Join([.. counted, talk.Line("receipt.always")])));
        var channel = Channels.Contains(talk.Moment.Channel) ? talk.Moment.Channel : "other";
        talk.Say("receipt.remains", ("by-hand", talk.Line($"receipt.by-hand.{channel}")));
        talk.SayText(talk.Moment.BackupDays is { } days
            ? talk.Line("receipt.backups", ("day", talk.Words.Words(talk.Local.Date.PlusDays(days))))
            : talk.Line("receipt.no-backups"));
    }

    private static int[] Counts(Talk talk)
    {
        var (now, file) = (talk.Now, talk.Now.Case);
        return
        [
            now.Facts.Count(pair => pair.Value.IsKnown && talk.Pack.Owners.ContainsKey(pair.Key)) + now.SetAside.Count,
            file.Diary.Count,
            file.Evidence.Count(item => item.HasFile) + file.Waiting.Count(told => told.Picture is not null),
            file.Evidence.Count(item => !item.HasFile),
            file.Filings.Count,
            file.Testimonies.Count + file.Waiting.Count,
            now.Given.Count,
            (ReminderFacts.Repeat(talk) is null ? 0 : 1) + (Chase.IsOn(talk) ? 1 : 0),
        ];
    }
}
