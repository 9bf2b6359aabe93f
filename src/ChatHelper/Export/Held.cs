using ChatHelper.Core.Turns;
using ChatHelper.Desk;

namespace ChatHelper.Export;

/// <summary>Everything held about a person beside their files, of one moment.</summary>
/// <param name="Channel">Channel on which they are reached.</param>
/// <param name="Since">When they first wrote.</param>
/// <param name="LastWord">When they last did something.</param>
/// <param name="Talk">The conversation with its case file.</param>
/// <param name="Desk">What was passed to the desk, with the words that followed.</param>
/// <param name="Seen">What the desk did with their case, by role and pseudonym, the newest first.</param>
/// <param name="Reminders">What is scheduled.</param>
/// <param name="Flags">Why a talk was shown to the desk for a look.</param>
/// <param name="Code">When the recovery code that is valid was made; null: there is none.</param>
/// <param name="Pin">The talk is behind a number of theirs.</param>
internal sealed record Held(
    string Channel, DateTimeOffset Since, DateTimeOffset LastWord, Conversation Talk, IReadOnlyList<(Case Asked, IReadOnlyList<DeskMessage> Words)> Desk, IReadOnlyList<Look> Seen,
    IReadOnlyList<(string Kind, DateTimeOffset At)> Reminders, IReadOnlyList<(string Reason, DateTimeOffset At, int Talks)> Flags, DateTimeOffset? Code, bool Pin);
