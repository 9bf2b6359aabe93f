using System.Security.Cryptography;
using System.Text;
using ChatHelper.Core.Channels;
using ChatHelper.Core.Turns;
using ChatHelper.Core.Witness;
using NodaTime;

namespace ChatHelper.Core.Plays;

/// <summary>The world of a play: a conversation, a clock, what is scheduled, and what the last line brought.</summary>
internal sealed class PlayStage(Decider decider)
{
    // A reminder put off while a human speaks comes again every hour; a play over months must still end.
    private const int MostDue = 10_000;
    private const string Channel = "play";
    private string _channel = Channel;
    private bool _agreed;
    private const string Code = "PLAYPLAYPLAYPLAY";
    private static readonly Uri s_page = new("https://example.org/");

    private readonly List<Look> _looks = [];
    private readonly Dictionary<string, Instant> _schedule = new(StringComparer.Ordinal);
    private Instant _now = Instant.FromUtc(2026, 1, 1, 0, 0);
    private IReadOnlyList<ShownChoice> _shown = [];
    private bool _deskOpen;
    private Uri? _pages;
    private int _invited;
    private int _key;

    public Conversation Conversation { get; private set; } = decider.Begin();

    /// <summary>Turns of the last line that did something.</summary>
    public List<Turn> Turns { get; } = [];

    /// <summary>Reasons for which the talk was flagged for review, as they came.</summary>
    public List<string> Flags { get; } = [];

    /// <summary>Does what the line says; an expectation does nothing.</summary>
    /// <returns>Why it could not be done; null when it was.</returns>
    public string? Do(PlayLine line)
    {
        switch (line)
        {
            case PlayLine.Types types:
                Take(new Said(Channel, Key(), types.Text));
                break;
            case PlayLine.Presses presses:
                return Press(presses);
            case PlayLine.Sends sends:
                Take(new Gave(Channel, Key(), File(sends), sends.Caption));
                break;
            case PlayLine.Sets sets:
                MoveTo(sets.Clock.InZoneLeniently(decider.Pack.Zone).ToInstant());
                break;
            case PlayLine.Waits waits:
                MoveTo(_now + waits.For);
                break;
            case PlayLine.Volunteers { Words.Length: 0 } came:
                _looks.Insert(0, new Look(_now, "volunteer", came.Name, "took"));
                Take(new VolunteerCame(Channel, Key(), came.Name));
                break;
            case PlayLine.Volunteers said:
                _looks.Insert(0, new Look(_now, "volunteer", said.Name, "replied"));
                Take(new VolunteerSaid(Channel, Key(), said.Name, said.Words));
                break;
            case PlayLine.Leaves:
                Take(new VolunteerLeft(Channel, Key()));
                break;
            case PlayLine.Page page:
                _pages = page.Open ? s_page : null;
                break;
            case PlayLine.Witness witness:
                Take(new WitnessTold(Channel, Key(), _invited, new WitnessWords(witness.Words[0], witness.Words[1], witness.Words[2], witness.Words[3]),
                    witness.Words is [.., _, _, _, _, var picture] ? new GivenFile($"file-{witness.Number}", picture, "image", 1000, new string('0', 64)) : null));
                break;
            case PlayLine.WitnessLeaves:
                Take(new WitnessWithdrew(Channel, Key(), _invited));
                break;
            case PlayLine.Agrees:
                _agreed = true;
                Conversation = decider.Agreed(Conversation, Moment);
                break;
            case PlayLine.On on:
                _channel = on.Channel;
                break;
            case PlayLine.Desk desk:
                _deskOpen = desk.Open;
                break;
        }

        return null;
    }

    private string? Press(PlayLine.Presses presses)
    {
        foreach (var choice in presses.Choices)
        {
            if (!_shown.Any(shown => shown.Id == choice) && !decider.Pack.Commands.Ids.Contains(choice))
            {
                return $"'{choice}' is not shown; shown are: {string.Join(", ", _shown.Select(shown => shown.Id))}";
            }
        }

        Take(new Pressed(Channel, Key(), null, null, presses.Choices));
        return null;
    }

    private void MoveTo(Instant target)
    {
        Turns.Clear();
        for (var i = 0; i < MostDue && Next() is { } due && due.Value <= target; i++)
        {
            _schedule.Remove(due.Key);
            _now = Instant.Max(_now, due.Value);
            Decide(new FellDue(Channel, Key(), due.Key, due.Value));
        }

        _now = target;
    }

    private KeyValuePair<string, Instant>? Next() => _schedule.Count == 0
        ? null
        : _schedule.OrderBy(due => due.Value).ThenBy(due => due.Key, StringComparer.Ordinal).First();

    private void Take(Incoming incoming)
    {
        Turns.Clear();
        Decide(incoming);
    }

    private Moment Moment => new(_now, _deskOpen, Pages: _pages) { FreshCode = Code, Channel = _channel.Split(' ')[0], Pushes = Traits.Pushes, Looks = () => _looks };

    private ChannelTraits Traits => _channel.Split(' ') is [var channel, var account] ? decider.Pack.Channels.Of(channel, account) : decider.Pack.Channels.Of(_channel);

    private void Decide(Incoming incoming)
    {
        var turn = decider.Decide(Conversation, incoming, Moment);
        Turns.Add(turn);
        Conversation = turn.Next;
        if (turn.Replies.LastOrDefault(reply => reply.Choices.Count > 0) is { } asked)
        {
            _shown = asked.Choices;
        }

        foreach (var effect in turn.Effects)
        {
            Apply(effect);
        }
    }

    private void Apply(Effect effect)
    {
        switch (effect)
        {
            case Schedule schedule:
                _schedule[schedule.Kind] = schedule.At;
                break;
            case InviteWitness invite:
                _invited = invite.No;
                break;
            case FlagForReview flag:
                Flags.Add(flag.Reason);
                break;
            case Unschedule unschedule:
                _schedule.Remove(unschedule.Kind);
                break;
            case Erase:
                _schedule.Clear();
                Conversation = _agreed ? decider.Agreed(Moment) : decider.Begin();
                break;
        }
    }

    private static GivenFile File(PlayLine.Sends sends) => new(
        sends.Kind.StartsWith("refused-", StringComparison.Ordinal) ? "" : $"file-{sends.Number}",
        sends.Name, sends.Kind, 1000, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sends.Name))))
    {
        // In a play one name is one file.
        Mime = sends.Kind switch { "image" => "image/jpeg", "voice" => "audio/ogg", "video" => "video/mp4", _ => "application/pdf" },
    };

    private string Key() => $"{_key++}";
}
