namespace ChatHelper.Core.Crisis;

/// <summary>What to say and do on one turn of a crisis. The dialog has one of three parts: it is blocked
/// (<see cref="BlocksDialog"/>), it asks its open question again without reading these words
/// (<see cref="ReturnsToDialog"/>), or, when neither, it reads the words as on any other turn.</summary>
/// <param name="Next">What to store; null when the crisis is over.</param>
/// <param name="Lines">Line ids to say before anything else, in order; at most four short sentences in all.</param>
/// <param name="Choices">Line ids of the few choices; often none. A press comes back to <see cref="CareRules.Continue"/> as this id.</param>
/// <param name="PageVolunteer">Call the volunteer on duty now.</param>
/// <param name="BlocksDialog">The dialog says and reads nothing on this turn.</param>
/// <param name="FlagMinor">The person may be under 18: ask less, and keep <see cref="Sign.AgeCue"/> set from here on.</param>
/// <param name="ReturnsToDialog">The crisis ends with these lines.</param>
public sealed record Care(
    CrisisState? Next,
    IReadOnlyList<string> Lines,
    IReadOnlyList<string> Choices,
    bool PageVolunteer,
    bool BlocksDialog,
    bool FlagMinor,
    bool ReturnsToDialog);
