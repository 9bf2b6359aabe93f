using ChatHelper.Core.Channels;
using ChatHelper.Core.Consents;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Facts;
using ChatHelper.Core.Filings;
using ChatHelper.Core.Reminders;
using ChatHelper.Core.Witness;

namespace ChatHelper.Core.Turns;

/// <summary>Decides what an Incoming does to a conversation. Pure: the same conversation, Incoming and moment give the same
/// turn. Safe to call from many threads.</summary>
public sealed class Decider
{
    private readonly Pack _pack;
    private readonly MachinePool _machines;

    /// <summary>A decider for one version of a pack.</summary>
    public Decider(Pack pack) => (_pack, _machines) = (pack, new MachinePool(pack));

    /// <summary>The pack it decides by.</summary>
    public Pack Pack => _pack;

    /// <summary>A conversation in which nothing has been said.</summary>
    public Conversation Begin() => new() { PackVersion = _pack.Version, Language = _pack.Lines.Languages[0] };

    /// <summary>A conversation in which nothing has been said and keeping it is agreed to, for plays and rigs that are about something else.</summary>
    public Conversation Agreed(Moment moment) => Agreed(Begin(), moment);

    internal Conversation Agreed(Conversation before, Moment moment) => _pack.Notice is not { } notice ? before
        : new[] { Consenting.Keep, Consenting.Sensitive, Consenting.Abroad }.Aggregate(before, (talk, kind) =>
            Consenting.Entered(talk, _pack, new Consent(kind, ConsentAnswer.Given, notice.Version, moment.Now.ToDateTimeOffset(), moment.Channel)));

    /// <summary>Takes one Incoming.</summary>
    /// <param name="before">The conversation as stored; made with another pack version it is walked anew by its facts.</param>
    /// <param name="incoming">What arrived.</param>
    /// <param name="moment">Now, and whether a volunteer is there.</param>
    public Turn Decide(Conversation before, Incoming incoming, Moment moment)
    {
        var machine = _machines.Rent();
        var talk = new Talk(_pack, machine, Fitted(before), moment);
        Reach.Note(talk);
        Take(talk, incoming);
        var turn = talk.Done();
        _machines.Return(machine);
        return turn;
    }

    /// <summary>The turn for an Incoming that could not be taken because of a fault of ours: the person is told, nothing changes.</summary>
    public Turn Apologise(Conversation before)
    {
        var sorry = _pack.Lines.Find(before.Language, "fault.sorry")?.Text ?? "fault.sorry";
        return new Turn(before, [new Reply(sorry, ReplyClass.Advice)], []);
    }

    /// <summary>The question that waits, in words, for a channel that has lost sight of it; nothing changes.</summary>
    /// <returns>Null when nothing is asked: before the first word, at the end, in a pause, a crisis or a talk with a human.</returns>
    public Reply? Standing(Conversation stored, Moment moment)
    {
        var before = Fitted(stored);
        if (before.Mode != Mode.Bot || before.Crisis is not null || !_pack.Steps.TryGetValue(before.At, out var step))
        {
            return null;
        }

        var machine = _machines.Rent();
        var talk = new Talk(_pack, machine, before, moment);
        Asking.Ask(talk, step);
        _machines.Return(machine);
        return talk.Done().Replies is [.., var asked] ? asked with { Version = before.Version } : null;
    }

    /// <summary>A stored conversation under this pack: frames and steps that the pack no longer has are left out; facts
    /// stay. What remains open is asked again by the walk.</summary>
    public Conversation Fitted(Conversation stored) => stored.PackVersion == _pack.Version
        ? stored
        : stored with
        {
            Frames = [.. stored.Frames.Where(frame => _pack.Dialogs.ContainsKey(frame.Dialog))],
            At = _pack.Steps.ContainsKey(stored.At) ? stored.At : "",
            Facts = FactSheet.Of(stored.Facts.Where(pair => _pack.Facts.TryGetValue(pair.Key, out var declared) && declared.CanHold(pair.Value))),
        };

    /// <summary>A stored conversation walked to where it stands under this pack, with nothing said to the person.</summary>
    internal Conversation Settled(Conversation stored, Moment moment)
    {
        var machine = _machines.Rent();
        var talk = new Talk(_pack, machine, Fitted(stored), moment);
        talk.Settle();
        _machines.Return(machine);
        return talk.Done().Next;
    }

    private static void Take(Talk talk, Incoming incoming)
    {
        switch (incoming)
        {
            case Said said:
                FileTaking.Listen(talk, said.Text);
                LanguageTaking.Guess(talk, said.Hint);
                TextTaking.Take(talk, said.Text);
                break;
            case Pressed pressed:
                PressTaking.Take(talk, pressed);
                break;
            case Gave gave:
                FileTaking.Take(talk, gave);
                break;
            case FellDue due:
                FallingDue.Take(talk, due);
                break;
            case VolunteerCame or VolunteerSaid or VolunteerShowed or VolunteerLeft:
                VolunteerTaking.Take(talk, incoming);
                break;
            case WitnessTold told:
                Witnessing.Take(talk, told);
                break;
            case WitnessWithdrew withdrew:
                Witnessing.Withdraw(talk, withdrew.No);
                break;
            case Untaken:
                talk.SayText(talk.Line("fault.sorry"));
                break;
            case Expired:
                Expiring.Take(talk);
                break;
            case WentAway:
                foreach (var kind in talk.Pack.DueDialogs.Keys)
                {
                    Reminder.Stop(talk, kind);
                }

                if (Chase.IsOn(talk))
                {
                    Chase.Stop(talk);
                }

                break;
            default:
                throw new InvalidOperationException($"no rule for {incoming.GetType().Name}");
        }
    }
}
