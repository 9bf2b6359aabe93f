using ChatHelper.Core.Diary;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Facts.Hearing;

namespace ChatHelper.Core.Turns;

/// <summary>A received file: its bytes lie with the worker, the conversation holds that it exists.</summary>
internal static class FileTaking
{
    /// <summary>The fact that gathers received files.</summary>
    public const string Fact = "files";

    public static void Take(Talk talk, Gave gave)
    {
        var kept = gave.File.Id.Length > 0;
        if (talk.Now.Mode == Mode.Human)
        {
            talk.Effects.Add(new TellDesk(talk.Line("desk.file", ("name", gave.File.Name), ("caption", gave.Caption))));
            if (!kept)
            {
                // Nobody else can tell the person: the volunteer only sees that something came.
                talk.SayText(talk.Line($"file.{gave.File.Kind}", ("name", gave.File.Name)));
            }

            return;
        }

        talk.Lead(talk.Line(kept ? "file.kept" : $"file.{gave.File.Kind}", ("name", gave.File.Name)));
        if (kept && talk.Pack.Facts.ContainsKey(Fact))
        {
            var name = gave.File.Name.Replace(',', ' ');
            talk.Put(Fact, HearingBook.Gather(talk.Now.Facts[Fact], Facts.Fact.Said(gave.File.Id, name)));
            if (talk.Step is { Kind: StepKind.File, Fact: { } asked } && asked != Fact)
            {
                talk.Put(asked, HearingBook.Gather(talk.Now.Facts[asked], Facts.Fact.Said(gave.File.Id, name)));
            }
        }

        if (kept && gave.File.Log is { } log && talk.Pack.Dialogs.ContainsKey(DiaryImport.Dialog))
        {
            DiaryImport.Offer(talk, log, "file");
        }

        if (gave.Caption.Length > 0)
        {
            TextTaking.Take(talk, gave.Caption);
            return;
        }

        talk.Settle();
    }
}
