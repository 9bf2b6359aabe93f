using ChatHelper.Core.Casework;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Filings;
using ChatHelper.Core.Reminders;

namespace ChatHelper.Core.Turns;

/// <summary>A talk whose time is over is erased without a word. Who asked for a reminder keeps what that reminder needs and nothing else.</summary>
internal static class Expiring
{
    public static void Take(Talk talk)
    {
        var kept = FactSheet.Of(talk.Now.Facts.Where(pair => talk.Pack.Facts.TryGetValue(pair.Key, out var declared) && declared.Kept));
        if (ReminderFacts.Repeat(talk) is null && !Chase.IsOn(talk))
        {
            talk.Effects.Add(new Erase());
            return;
        }

        var kind = talk.Now.Facts["reminder-kind"]?.Value;
        talk.Effects.AddRange(talk.Pack.DueDialogs.Keys.Where(other => other != kind && !(other == Chase.Kind && Chase.IsOn(talk))).Select(other => new Unschedule(other)));
        talk.Effects.Add(new Forget());

        // What came due and waits for its answer belongs to the reminder, not to the talk that is over.
        var frames = FallingDue.OnTop(talk) ? new[] { Frame.Start(talk.Pack.Opening), talk.Frame! } : [];
        var file = Chase.IsOn(talk) ? Chase.Kept(talk.Now.Case) : CaseFile.Empty;
        talk.Now = new Conversation { Version = talk.Now.Version, PackVersion = talk.Now.PackVersion, Language = talk.Now.Language, LanguageBy = talk.Now.LanguageBy, Facts = kept, Consents = talk.Now.Consents, KeepsDays = talk.Now.KeepsDays, Frames = frames, At = frames.Length > 0 ? talk.Now.At : "" };
        talk.File(file);
    }
}
