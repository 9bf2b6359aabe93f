using NodaTime;

namespace ChatHelper.Core.Plays;

/// <summary>A scripted conversation that a dialog must produce (<c>plays/NAME.play</c>; the words stand in dialogs/README.md).</summary>
/// <param name="Name">Name of its file without folder and ending.</param>
/// <param name="File">Path inside the pack.</param>
/// <param name="Dialogs">Ids of the dialogs it covers.</param>
/// <param name="Lines">What is done and what is expected, in order.</param>
public sealed record Play(string Name, string File, IReadOnlyList<string> Dialogs, IReadOnlyList<PlayLine> Lines);

/// <summary>One line of a play.</summary>
/// <param name="Number">Line in the file, from 1.</param>
public abstract record PlayLine(int Number)
{
    /// <summary>The person types.</summary>
    public sealed record Types(int Number, string Text) : PlayLine(Number);

    /// <summary>The person presses a button, or several choices at once.</summary>
    public sealed record Presses(int Number, IReadOnlyList<string> Choices) : PlayLine(Number);

    /// <summary>The person sends a file; a kind that begins with <c>refused-</c> is one that is not kept.</summary>
    public sealed record Sends(int Number, string Kind, string Name, string Caption) : PlayLine(Number);

    /// <summary>The clock is set, in the pack's time zone.</summary>
    public sealed record Sets(int Number, LocalDateTime Clock) : PlayLine(Number);

    /// <summary>Time passes; what was scheduled falls due in order.</summary>
    public sealed record Waits(int Number, Duration For) : PlayLine(Number);

    /// <summary>A volunteer takes the case, or says something.</summary>
    /// <param name="Words">What is said; empty: the volunteer only comes.</param>
    public sealed record Volunteers(int Number, string Name, string Words) : PlayLine(Number);

    /// <summary>The volunteer closes the case.</summary>
    public sealed record Leaves(int Number) : PlayLine(Number);

    /// <summary>Whether a volunteer is at the desk from here on.</summary>
    public sealed record Desk(int Number, bool Open) : PlayLine(Number);

    /// <summary>Whether our pages can be reached from elsewhere from here on.</summary>
    public sealed record Page(int Number, bool Open) : PlayLine(Number);

    /// <summary>Everything is agreed to from here on, also after an erasure: the play is about something else.</summary>
    public sealed record Agrees(int Number) : PlayLine(Number);

    /// <summary>The channel on which the person writes from here on.</summary>
    public sealed record On(int Number, string Channel) : PlayLine(Number);

    /// <summary>A witness tells something with the last code that was handed out.</summary>
    /// <param name="Words">Relation, time, number, what was said; with a picture a fifth part, its name.</param>
    public sealed record Witness(int Number, IReadOnlyList<string> Words) : PlayLine(Number);

    /// <summary>The witness takes it back.</summary>
    public sealed record WitnessLeaves(int Number) : PlayLine(Number);

    /// <summary>Some reply of the turn holds the words; with <paramref name="Not"/>, none does.</summary>
    public sealed record Hears(int Number, string Words, bool Not) : PlayLine(Number);

    /// <summary>The step that waits.</summary>
    public sealed record StandsAt(int Number, string Step) : PlayLine(Number);

    /// <summary>A fact has this canonical value.</summary>
    public sealed record FactEquals(int Number, string Fact, string Value) : PlayLine(Number);

    /// <summary>A fact is known, confirmed, stated, unknown, refused, not-applicable or open.</summary>
    public sealed record FactIs(int Number, string Fact, string State) : PlayLine(Number);

    /// <summary>A letter is handed out in the turn.</summary>
    public sealed record Receives(int Number, string Letter) : PlayLine(Number);

    /// <summary>The talk has been flagged for review for this reason, now or before; <c>none</c>: for no reason.</summary>
    public sealed record Flagged(int Number, string Reason) : PlayLine(Number);

    /// <summary>A crisis of this tier lasts, or <c>none</c>.</summary>
    public sealed record InCrisis(int Number, string Tier) : PlayLine(Number);

    /// <summary>Who is speaking with the person: bot, human, paused.</summary>
    public sealed record InMode(int Number, string Mode) : PlayLine(Number);
}
