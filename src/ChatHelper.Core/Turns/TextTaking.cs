using ChatHelper.Core.Consents;
using ChatHelper.Core.Diary;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Facts.Hearing;
using ChatHelper.Core.Faq;

namespace ChatHelper.Core.Turns;

/// <summary>A text: danger first, then commands, then the answer to the question, with everything else it already says.</summary>
internal static class TextTaking
{
    private const int Longest = 4096;
    private const int MostUnheeded = 2;

    public static void Take(Talk talk, string typed)
    {
        var cut = typed.Length > Longest;
        var text = talk.Pack.Readers.Repair(cut ? typed[..Longest] : typed);
        var match = talk.Pack.Commands.Match(text);
        var command = match is not null && !CommandTaking.IsDone(talk, match) ? match : null;
        if (talk.Now.Mode == Mode.Human && command?.Id is not ("leave-human" or "erase" or SeenTelling.Command or CommandTaking.EraseNow))
        {
            talk.Effects.Add(new TellDesk(text));
            return;
        }

        // Before all else, so that help is in the language of the cry for it.
        var missing = command is null && LanguageTaking.Notice(talk, text);
        if (CrisisTaking.Take(talk, text, match))
        {
            return;
        }

        if (missing)
        {
            talk.Lead(talk.Line("language.missing"));
        }

        if (command is null && !Consenting.Looks(talk) && DiaryTaking.Take(talk, typed, text))
        {
            talk.Settle();
            return;
        }

        if (cut)
        {
            talk.Lead(talk.Line("text.too-long"));
        }

        if (command is not null && !IsShown(talk, text))
        {
            CommandTaking.Take(talk, command);
            return;
        }

        talk.Wake(); // only who asks to go on is shown the case: another may hold the telephone
        FallingDue.StepAside(talk, text);
        if (talk.Now.Frames.Count == 0)
        {
            FirstWords(talk, text);
            return;
        }

        Words(talk, text);
    }

    /// <summary>Keeps what words tell beside what they were meant for.</summary>
    public static void Overhear(Talk talk, string text) => Answers.Keep(talk, PlainWords.Listen(talk, Hear(talk, text, [])));

    // Where buttons are missing, people type what stands on one: it is that choice, even when it is a command elsewhere.
    private static bool IsShown(Talk talk, string text) => talk.Now.Mode == Mode.Bot && talk.Step is { Kind: StepKind.One, Fact: not null } step
        && step.Shown(talk.Now.Facts).Any(choice => new AnswerReader(talk.Pack, talk.Now.Language).IsTextOf(step, choice.Id, text));

    // The first words often hold half the story: keep it, but greet and ask about safety before anything else.
    private static void FirstWords(Talk talk, string text)
    {
        var asides = Questioning.Asides(talk, text);
        var heard = PlainWords.Listen(talk, Hear(talk, text, asides));
        Questioning.Say(talk, asides);
        Answers.Keep(talk, heard);
        talk.Settle();
    }

    private static IReadOnlyList<Heard> Hear(Talk talk, string text, IReadOnlyList<FaqEntry> asides) =>
        asides.Any(entry => entry.Deaf) ? [] : Unkept.Heard(talk, talk.Pack.Hearing.Hear(text, talk.Local, talk.Now.Facts));

    private static void Words(Talk talk, string text)
    {
        if (Asking.Unclear(talk) is { } unclear && !TellsOtherDay(talk, unclear.Key, text) && Answers.Which(talk, unclear.Key, unclear.Value, text))
        {
            talk.Settle();
            return;
        }

        if (Misreading.Picked(talk, text) || Questioning.Picked(talk, text))
        {
            return;
        }

        if (Repeats(talk, text))
        {
            talk.Lead(talk.Line("noted.again"));
            talk.Settle();
            return;
        }

        var step = talk.Step;
        var asides = Questioning.Asides(talk, text);
        var asked = asides.Count > 0;
        var alone = step?.Fact is { } filled && talk.Pack.Facts[filled].Alone;
        var heard = alone ? [] : TakingUp.Meant(talk, PlainWords.Listen(talk, Hear(talk, text, asides)));
        Questioning.Say(talk, asides);
        var own = step is null || asides.Any(entry => entry.Deaf) ? null : Own(talk, step, text, TakingUp.Others(talk, heard), asked);
        Answers.Keep(talk, heard);
        switch (own)
        {
            case Answer.Given given when step!.Fact is { } fact:
                Answers.Take(talk, step, given.Fact, others: heard.Any(one => one.Name != fact));
                break;
            case Answer.Chosen chosen:
                Choosing.Take(talk, step!, chosen.Choice);
                break;
            default:
                if (step is { Yields: true, Fact: { } skipped } && heard.Count > 0 && talk.Now.Facts[skipped] is null)
                {
                    talk.Put(skipped, Fact.Silence(FactState.Unknown));
                }

                if (step is { Kind: StepKind.Menu } && TakingUp.Others(talk, heard).Count > 0)
                {
                    // Whoever tells on at a menu has done with it.
                    talk.Now = talk.Now with { Frames = [.. talk.Now.Frames.Take(1)] };
                }

                if (heard.Count == 0 && !asked && !talk.Wished)
                {
                    if (!Keeping.SaysNotKept(talk, text) && !Questioning.Take(talk, step, text))
                    {
                        Misreading.Take(talk, step);
                    }

                    return;
                }

                if (!asked && talk.Quiet && !talk.Wished)
                {
                    talk.Lead(talk.Line("noted.quiet"));
                }

                LeaveUnheeded(talk, step, TakingUp.Others(talk, heard).Count > 0);
                break;
        }

        TakingUp.Start(talk, heard);
        talk.Settle();
    }

    // "They called again yesterday" is no answer to which Tuesday it began, even where yesterday was one.
    private static bool TellsOtherDay(Talk talk, string asked, string text) => Hear(talk, text, [])
        .Any(one => one.Name != asked && talk.Pack.Facts[one.Name].Kind == "when");

    // Whoever twice tells something else does not want this question now: it is passed over and can be taken up again.
    private static void LeaveUnheeded(Talk talk, Step? step, bool told)
    {
        if (!told || step?.Fact is not { } fact || talk.Now.Facts[fact] is not null)
        {
            return;
        }

        talk.Now = talk.Now with { Unheeded = talk.Now.Unheeded + 1 };
        if (talk.Now.Unheeded >= MostUnheeded)
        {
            talk.Put(fact, Fact.Silence(FactState.Unknown));
        }
    }

    // What was heard for the step's own fact is its answer already. A question in between, or a story, is no pick and no name.
    private static Answer? Own(Talk talk, Step step, string text, IReadOnlyList<Heard> heard, bool asked)
    {
        if (heard.Any(one => one.Name == step.Fact) || ((asked || heard.Count > 0 || talk.Wished) && step.Kind == StepKind.Text))
        {
            return null;
        }

        // Beside a question some may have told what was asked of them.
        if (asked && step.Picks && talk.Pack.Faq.IsQuestion(text) && (text = talk.Pack.Faq.Told(text)).Length == 0)
        {
            return null;
        }

        var answer = new AnswerReader(talk.Pack, talk.Now.Language).Read(step, talk.Now.Facts, text, talk.Local, alone: heard.Count == 0);
        return answer switch
        {
            Answer.NotUnderstood => null,
            // "Overdue some twenty days" is no number of calls.
            Answer.Given given when heard.Any(one => IsNumber(talk.Pack.Facts[one.Name]) && Same(one.Fact.Raw, given.Fact.Raw)) => null,
            _ => answer,
        };
    }

    private static bool IsNumber(FactDeclaration fact) => fact.Kind is "count" or "amount" or "when" or "phone";

    private static bool Same(string heard, string read) => heard.Length > 0 && read.Length > 0
        && (heard.Contains(read, StringComparison.Ordinal) || read.Contains(heard, StringComparison.Ordinal));

    // An either-or said once more in the same words: nothing new, and no answer to the next question.
    private static bool Repeats(Talk talk, string text) => text.Trim() is { Length: >= 3 } said
        && talk.Now.LastChange is { } last && talk.Now.Facts[last.Fact] is { Precision: Precision.Range } fact
        && fact.Value.Contains('|') && fact.Raw.Contains(said, StringComparison.Ordinal);
}
