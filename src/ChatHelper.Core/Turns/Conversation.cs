using ChatHelper.Core.Casework;
using ChatHelper.Core.Consents;
using ChatHelper.Core.Crisis;
using ChatHelper.Core.Facts;

namespace ChatHelper.Core.Turns;

/// <summary>Who is speaking with the person.</summary>
public enum Mode
{
    /// <summary>The dialog.</summary>
    Bot,

    /// <summary>A volunteer; the bot is silent.</summary>
    Human,

    /// <summary>Nobody, until the person comes back.</summary>
    Paused,
}

/// <summary>How the language of a talk came to be chosen.</summary>
public enum LanguageBy
{
    /// <summary>Nothing told it yet.</summary>
    Guess,

    /// <summary>Their words told the language, and not yet in which script they write it.</summary>
    Sound,

    /// <summary>Their words told it.</summary>
    Words,

    /// <summary>They said so.</summary>
    Wish,
}

/// <summary>A dialog that has been started and is not done. The last of a conversation's frames is the one that asks.</summary>
/// <param name="Dialog">Id of the dialog.</param>
/// <param name="Letter">The letter it gathers facts for; null for plain dialogs.</param>
/// <param name="Told">Full ids of the tells, offers and deeds already done in it.</param>
public sealed record Frame(string Dialog, string? Letter, IReadOnlyList<string> Told)
{
    /// <summary>The one fact whose question it asks again, wherever that stands; null for others.</summary>
    public string? Asks { get; init; }

    /// <summary>The language wished for its letter; null: that of the talk.</summary>
    public string? Language { get; init; }

    /// <summary>A dialog that begins.</summary>
    public static Frame Start(string dialog) =>
        new(dialog, dialog.StartsWith("letter/", StringComparison.Ordinal) ? dialog["letter/".Length..] : null, []);
}

/// <summary>What the last word changed, so that "no, the earlier one" can take it back.</summary>
/// <param name="Fact">Fact name.</param>
/// <param name="Before">What stood there before; null: nothing.</param>
public sealed record LastChange(string Fact, Fact? Before);

/// <summary>A person's facts, where they stand, the dialog version and what is set aside. Nothing else: no transcript.
/// Where they stand follows from frames and facts; <see cref="At"/> remembers it between turns.</summary>
public sealed record Conversation
{
    /// <summary>Counts turns; buttons carry it, so that a stale press is known as one.</summary>
    public int Version { get; init; }

    /// <summary>Version of the pack that the last turn was made with.</summary>
    public required string PackVersion { get; init; }

    /// <summary>Language of the talk, a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>How the language came to be chosen.</summary>
    public LanguageBy LanguageBy { get; init; }

    /// <summary>Another language that the last clear message was in; null: none. The second such message changes over.</summary>
    public string? Leaning { get; init; }

    /// <summary>Who is speaking.</summary>
    public Mode Mode { get; init; }

    /// <summary>The facts.</summary>
    public FactSheet Facts { get; init; } = FactSheet.Empty;

    /// <summary>What the case has gathered beside the answers.</summary>
    public CaseFile Case { get; init; } = CaseFile.Empty;

    /// <summary>Answers that are no longer on the path; offered again when the path comes back to them.</summary>
    public FactSheet SetAside { get; init; } = FactSheet.Empty;

    /// <summary>Dialogs begun, the innermost last; empty before the first word.</summary>
    public IReadOnlyList<Frame> Frames { get; init; } = [];

    /// <summary>Full id of the step that waits for an answer; empty before the first word.</summary>
    public string At { get; init; } = "";

    /// <summary>A crisis that lasts; null: none.</summary>
    public CrisisState? Crisis { get; init; }

    /// <summary>They spoke of dying, it has passed, and nobody has asked since: when they leave they are asked once how they are.</summary>
    public bool AsksAtLeaving { get; init; }

    /// <summary>Ids of the choices under the last words of care, or of the questions that a message may have put, so that a typed
    /// number picks one as on every question.</summary>
    public IReadOnlyList<string> Offered { get; init; } = [];

    /// <summary>Why a picture that the last words announced must not come; null: they announced none that is refused.</summary>
    public string? Announced { get; init; }

    /// <summary>Answers in a row that could not be read at this step.</summary>
    public int Misreads { get; init; }

    /// <summary>Times in a row that the person told something else instead of answering the question that waits.</summary>
    public int Unheeded { get; init; }

    /// <summary>Questions skipped in a row.</summary>
    public int Skips { get; init; }

    /// <summary>After three skips in a row nothing is asked any more, until the person wishes to go on.</summary>
    public bool AskNoMore { get; init; }

    /// <summary>What the last word changed.</summary>
    public LastChange? LastChange { get; init; }

    /// <summary>Id of the paper, or of the statement with citations, that was given last; what is asked about by a mere "why". Null: none.</summary>
    public string? LastGiven { get; init; }

    /// <summary>Ids of the lines last said in their plain wording, so that the full ones can be asked for.</summary>
    public IReadOnlyList<string> SaidPlain { get; init; } = [];

    /// <summary>Reasons for which this talk was flagged for review, each once.</summary>
    public IReadOnlyList<string> Flagged { get; init; } = [];

    /// <summary>Ids of all letters handed out, each once, that of the last one last.</summary>
    public IReadOnlyList<string> Given { get; init; } = [];

    /// <summary><see cref="Version"/> when the last letter was handed out.</summary>
    public int GivenAt { get; init; }

    /// <summary>The consent ledger, the latest answer last.</summary>
    public IReadOnlyList<Consent> Consents { get; init; } = [];

    /// <summary>When what was told without an answer about keeping it is dropped, UTC; null: nothing waits.</summary>
    public DateTimeOffset? UnkeptUntil { get; init; }

    /// <summary>Days after the person's last word until everything is erased, as they chose; null: as the pack says.</summary>
    public int? KeepsDays { get; init; }
}
