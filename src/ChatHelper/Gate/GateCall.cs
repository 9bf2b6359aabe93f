using System.Globalization;
using ChatHelper.Conversations;
using ChatHelper.Core.Dialogs;
using ChatHelper.Core.Lines;
using ChatHelper.Core.Turns;
using ChatHelper.Storage;

namespace ChatHelper.Gate;

/// <summary>One Incoming at the gate, with all that is needed to answer it.</summary>
/// <param name="Known">Who is there; null: nobody was yet.</param>
/// <param name="State">What is set.</param>
/// <param name="Hashed">The number they typed, hashed; null as long as it is not.</param>
/// <param name="Decide">The decider's turn for what arrived, or for something in its place.</param>
internal sealed record GateCall(
    Session Session, Pack Pack, Person? Known, Conversation Talk, Address Address, Incoming Incoming, GateState State, Pin? Hashed, DateTimeOffset Now, Func<Incoming, Turn> Decide)
{
    /// <summary>Their words; empty when what arrived has none.</summary>
    public string Text => Incoming switch { Said said => said.Text, Gave gave => gave.Caption, _ => "" };

    /// <summary>The only choice pressed; empty for others.</summary>
    public string Choice => Incoming is Pressed { Choices: [var one] } ? one : "";

    public bool ByPerson => Incoming is Said or Pressed or Gave;

    /// <summary>A turn of the gate: the conversation stays as it is.</summary>
    public Turn Says(params IEnumerable<Reply> replies) => new(Talk, [.. replies], []);

    public Reply Line(string id, params (string Name, string Value)[] values) => Worded(new Reply(Words(id, values), ReplyClass.Advice));

    /// <summary>A wait in whole minutes, after which it is over.</summary>
    public static string Minutes(TimeSpan wait) => Math.Ceiling(wait.TotalMinutes).ToString(CultureInfo.InvariantCulture);

    /// <summary>A question of the gate with yes and no.</summary>
    public Reply Asks(string id) => Worded(new Reply(Words(id), ReplyClass.Question)
    {
        Choices = [new ShownChoice(GateWords.Yes, Words(GateWords.Yes)), new ShownChoice(GateWords.No, Words(GateWords.No))], Step = "(gate)", Version = Talk.Version,
    });

    /// <summary>Whether they said yes to a question of the gate; null: neither.</summary>
    public bool? Answer => Choice == GateWords.Yes || Is(GateWords.Yes, "1") ? true : Choice == GateWords.No || Is(GateWords.No, "2") ? false : null;

    /// <summary>The command that their words or their press are; null: none.</summary>
    public string? Command { get; } = Incoming is Said said ? Pack.Commands.Match(said.Text)?.Id
        : Incoming is Pressed { Choices: [var pressed] } && Pack.Commands.Ids.Contains(pressed) ? pressed : null;

    public string Words(string id, params (string Name, string Value)[] values) =>
        Pack.Lines.Find(Talk.Language, id)?.Fill(name => Array.Find(values, pair => pair.Name == name).Value) ?? id;

    private bool Is(string line, string number) => Incoming is Said && Text.Trim() is var said && (said == number || string.Equals(said, Words(line), StringComparison.OrdinalIgnoreCase));

    private Reply Worded(Reply reply) => Talk.Language == Pack.Lines.Languages[0] ? reply : reply with { Language = Talk.Language };
}
