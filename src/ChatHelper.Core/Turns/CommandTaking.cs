using ChatHelper.Core.Consents;
using ChatHelper.Core.Diary;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Turns;

/// <summary>Words that interrupt.</summary>
internal static class CommandTaking
{
    /// <summary>Erases at once, without a second word, wherever the person stands.</summary>
    public const string EraseNow = "erase-now";

    // Texts to use, and no question, without three skips before.
    private const string NoMore = "ask-no-more";

    private static readonly Dictionary<string, Move> Moves = new(StringComparer.Ordinal)
    {
        ["change"] = Move.Change, ["pause"] = Move.Pause, ["erase"] = Move.Erase, ["human"] = Move.Human,
        ["urgent"] = Move.Urgent, ["language"] = Move.Language, ["help"] = Move.Help,
    };

    /// <summary>Ids that the program gives a meaning to; others must be dialogs.</summary>
    public static IEnumerable<string> Known =>
        [.. Moves.Keys, "skip", "refuse", "unknown", "not-applicable", "back", "undo", "resume", NoMore, "restart", "leave-human", "go-on", "reasons", SeenTelling.Command, "message-in", "gloss", PlainWords.InFull, EraseNow, .. GateWords.Commands];

    /// <summary>Whether what is wished is so already: then the words are read like any others.</summary>
    public static bool IsDone(Talk talk, Command command) => command.Id == NoMore && talk.Now.AskNoMore;

    public static void Take(Talk talk, Command command)
    {
        if (talk.Wake() && command.Id is "resume" or "go-on" && !FallingDue.OnTop(talk))
        {
            Aging.Grow(talk);
            talk.Lead(talk.Line("resumed", ("card", Asking.Card(talk))));
        }

        if (talk.Now.Mode == Mode.Human && command.Id == "erase")
        {
            // It is asked whether they are sure; that question is ours, not the volunteer's.
            Apply(talk, new Command("leave-human", ""));
        }

        Apply(talk, command);
        if (talk.Now.Mode == Mode.Bot && !talk.Effects.OfType<Erase>().Any())
        {
            talk.Settle();
        }
    }

    /// <summary>Takes a command without asking the next question; the caller settles.</summary>
    public static void Apply(Talk talk, Command command)
    {
        switch (command.Id)
        {
            case "skip" or "refuse":
                Silence(talk, FactState.Refused);
                break;
            case "unknown" or "not-applicable":
                Silence(talk, command.Id == "unknown" ? FactState.Unknown : FactState.NotApplicable);
                break;
            case "back":
                Back(talk);
                break;
            case "undo":
                Amending.Undo(talk);
                break;
            case "change" when command.Rest.Length > 0:
                Amending.Correct(talk, command.Rest);
                break;
            case "language" when command.Rest.Length > 0:
                LanguageTaking.Wish(talk, command.Rest);
                break;
            case SeenTelling.Command:
                SeenTelling.Say(talk);
                break;
            case "message-in":
                Papers.Glossing.MessageIn(talk, command.Rest);
                break;
            case "gloss":
                Papers.Glossing.Gloss(talk, command.Rest);
                break;
            case "go-on":
                // Back to the questions, out of whatever menu was opened over them.
                talk.Now = talk.Now with { AskNoMore = false, Skips = 0, Frames = [.. talk.Now.Frames.Take(1)] };
                break;
            case "resume":
                break;
            case NoMore:
                if (Consenting.OnTop(talk) && talk.Step?.Fact is { } asked)
                {
                    // Nothing more is asked: not this either. What was said goes within the day.
                    talk.Put(asked, Fact.Silence(FactState.Unknown));
                }

                Answers.AskNoMore(talk);
                break;
            case EraseNow:
                talk.Effects.Add(new Erase());
                talk.Say("erased");
                Receipt.Say(talk);
                break;
            case "reasons":
                Why.Say(talk, command.Rest);
                break;
            case PlainWords.InFull:
                PlainWords.SayInFull(talk);
                break;
            case "restart":
                talk.Now = talk.Now with { Frames = [], At = "", Flagged = [] };
                break;
            case "leave-human":
                talk.Now = talk.Now with { Mode = Mode.Bot };
                talk.Effects.Add(new EndHandOver());
                break;
            default:
                Begin(talk, command.Id, command.Rest);
                break;
        }
    }

    internal static void Begin(Talk talk, string id, string rest = "")
    {
        if (Moves.TryGetValue(id, out var move) && talk.Pack.AnyTime.ContainsKey(move))
        {
            var at = talk.Step?.Id ?? Next.End;
            talk.Start(talk.Pack.Steps[talk.Machine.Fire(move, at, at)].Dialog);
        }
        else if (talk.Pack.Dialogs.ContainsKey(id))
        {
            talk.Start(id);
            talk.Now = talk.Now with { Frames = [.. talk.Now.Frames.SkipLast(1), talk.Frame! with { Language = talk.Pack.Languages.Named(rest) }] };
        }
    }

    private static void Silence(Talk talk, FactState state)
    {
        if (Asking.Unclear(talk) is { } unclear)
        {
            talk.Put(unclear.Key, unclear.Value with { Precision = Precision.Range });
            return;
        }

        if (talk.Step is { Fact: not null } step)
        {
            Answers.Silence(talk, step, state);
            return;
        }

        if (talk.Step is { Kind: StepKind.Confirm } card)
        {
            // Who does not want to look through the card still wants the paper: it is written as things stand.
            Choosing.Take(talk, card, card.Choices[^1]);
            return;
        }

        // Skipping a menu leaves the dialog it belongs to, if there is one below.
        LeaveOpened(talk);
    }

    // The opening stays: it is what everything else returns to.
    private static bool LeaveOpened(Talk talk)
    {
        if (talk.Frame is not { } frame || (talk.Now.Frames.Count == 1 && frame.Dialog == Consenting.Base(talk)))
        {
            return false;
        }

        talk.Now = talk.Now with { Frames = [.. talk.Now.Frames.SkipLast(1)] };
        return true;
    }

    private static void Back(Talk talk)
    {
        if (talk.Frame?.Asks is { } again && talk.Now.SetAside[again] is { } answer)
        {
            talk.Put(again, answer);
        }
        else if (talk.Asked() is [.., { Fact: { } fact } previous])
        {
            talk.Machine.Fire(Move.Back, talk.Step?.Id ?? Next.End, previous.Id);
            SetAside(talk, fact);
        }
        else if (!LeaveOpened(talk))
        {
            talk.Lead(talk.Line("back.none"));
        }
    }

    /// <summary>Opens a question again; its answer stays within reach.</summary>
    public static void SetAside(Talk talk, string fact)
    {
        if (talk.Now.Facts[fact] is { } answer)
        {
            talk.Now = talk.Now with { Facts = talk.Now.Facts.Without(fact), SetAside = talk.Now.SetAside.With(fact, answer), AskNoMore = false };
        }
    }

    /// <summary>Asks for one fact again, then goes back to whatever was open.</summary>
    public static void Reopen(Talk talk, string fact)
    {
        if (talk.Frame is { } frame && talk.Pack.Owners.ContainsKey(fact))
        {
            SetAside(talk, fact);
            talk.Now = talk.Now with { Frames = [.. talk.Now.Frames.SkipLast(1), Frame.Start(frame.Dialog) with { Asks = fact }] };
        }
    }
}
