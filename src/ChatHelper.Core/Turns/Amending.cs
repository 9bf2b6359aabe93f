using ChatHelper.Core.Consents;
using ChatHelper.Core.Diary;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Facts.Hearing;

namespace ChatHelper.Core.Turns;

/// <summary>Takes the last change back, or puts another value in its place.</summary>
internal static class Amending
{
    public static void Undo(Talk talk)
    {
        if (talk.Now.LastChange is { Fact: DiaryDeeds.Change })
        {
            DiaryDeeds.TakeBack(talk);
            return;
        }

        if (talk.Now.LastChange is not { } change)
        {
            talk.Lead(talk.Line("undo.none"));
            return;
        }

        var now = talk.Now.Facts[change.Fact];
        talk.Now = talk.Now with
        {
            Facts = change.Before is { } before ? talk.Now.Facts.With(change.Fact, before) : talk.Now.Facts.Without(change.Fact),
            LastChange = now is null ? null : new LastChange(change.Fact, now),
        };
        talk.Lead(talk.Line("undone", ("label", talk.Words.Label(change.Fact))));
    }

    // "No, 23000": whatever the words say by themselves, else a new value for the last fact of that kind.
    public static void Correct(Talk talk, string words)
    {
        var heard = talk.Pack.Hearing.Hear(words, talk.Local, talk.Now.Facts);
        Answers.Keep(talk, heard);
        if (heard.Count > 0)
        {
            return;
        }

        var reader = new AnswerReader(talk.Pack, talk.Now.Language);
        IEnumerable<string?> likely = [talk.Now.LastChange?.Fact, .. talk.Asked().Reverse().Select(step => step.Fact)];
        foreach (var name in likely.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (talk.Pack.Owners.TryGetValue(name, out var owner) && owner.Kind != StepKind.Text
                && reader.Read(owner, talk.Now.Facts, words, talk.Local) is Answer.Given given)
            {
                Answers.Keep(talk, new Heard(name, given.Fact));
                return;
            }
        }

        CommandTaking.Begin(talk, "change");
    }
}
