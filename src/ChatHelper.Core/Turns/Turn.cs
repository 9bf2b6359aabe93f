using ChatHelper.Core.Letters;
using NodaTime;

namespace ChatHelper.Core.Turns;

/// <summary>What becomes of a reply whose sending was cut off so that nobody knows whether it arrived.</summary>
public enum ReplyClass
{
    /// <summary>Advice or a document: sent again with a visible mark.</summary>
    Advice,

    /// <summary>A question or menu: dropped; the next word shows where the person stands.</summary>
    Question,
}

/// <summary>A choice shown under a question.</summary>
/// <param name="Id">Choice id.</param>
/// <param name="Text">Text in the person's language.</param>
public sealed record ShownChoice(string Id, string Text);

/// <summary>Something to say.</summary>
/// <param name="Text">Plain text, never markup.</param>
/// <param name="Class">What happens after a cut-off sending.</param>
public sealed record Reply(string Text, ReplyClass Class)
{
    /// <summary>Stands in the place of a step's id under words about danger.</summary>
    public const string CrisisStep = "(crisis)";

    /// <summary>Choices under it, in order; empty for none.</summary>
    public IReadOnlyList<ShownChoice> Choices { get; init; } = [];

    /// <summary>Several choices may be picked.</summary>
    public bool Many { get; init; }

    /// <summary>Step the choices belong to; empty without choices.</summary>
    public string Step { get; init; } = "";

    /// <summary>Conversation version the choices belong to.</summary>
    public int Version { get; init; }

    /// <summary>Documents handed out with it.</summary>
    public IReadOnlyList<ReplyFile> Files { get; init; } = [];

    /// <summary>Language of the text; empty for the pack's first. Channels put their own words beside it.</summary>
    public string Language { get; init; } = "";

    /// <summary>A short text the person will want to copy; null: none.</summary>
    public string? Copy { get; init; }

    /// <summary>Shown this once: it is not kept to answer a repeated delivery.</summary>
    public bool Secret { get; init; }

    /// <summary>Never shows what is said.</summary>
    public override string ToString() => nameof(Reply);
}

/// <summary>Something for the worker to do in the same commit.</summary>
public abstract record Effect;

/// <summary>Put a due row; an earlier one of the kind is replaced.</summary>
public sealed record Schedule(string Kind, Instant At) : Effect;

/// <summary>Take back the due row of a kind.</summary>
public sealed record Unschedule(string Kind) : Effect;

/// <summary>Ask for a human.</summary>
/// <param name="Summary">Exactly what the person was shown and agreed to pass on.</param>
/// <param name="Urgency">Crisis tier or <c>normal</c>.</param>
public sealed record HandOver(string Summary, string Urgency) : Effect
{
    /// <summary>The consent to passing it on, with its recipient; null where a life is in danger and nobody was asked.</summary>
    public Consents.Consent? Consent { get; init; }
}

/// <summary>Take back a request for a human, or end the talk with one.</summary>
public sealed record EndHandOver : Effect;

/// <summary>The person's word while a human is there, or after a request.</summary>
public sealed record TellDesk(string Text) : Effect;

/// <summary>Erase everything held about the person. Nothing of this turn is stored but the last replies.</summary>
public sealed record Erase : Effect;

/// <summary>Remove one received file: its row with this turn, its bytes right after the commit.</summary>
/// <param name="FileId"><see cref="GivenFile.Id"/>.</param>
public sealed record Discard(string FileId) : Effect;

/// <summary>Let a code open the witness page for this person, once.</summary>
/// <param name="No">Number of the invitation.</param>
/// <param name="Code">The code; only its keyed hash is kept.</param>
/// <param name="Until">It opens nothing from then on.</param>
public sealed record InviteWitness(int No, string Code, Instant Until) : Effect;

/// <summary>What has become of an invitation; whoever has its code may see so.</summary>
public sealed record MarkWitness(int No, Witness.WitnessState State) : Effect;

/// <summary>Show the desk that this talk came to something that is refused.</summary>
/// <param name="Reason">Name of the answer that refuses (<c>faq*.yaml</c>, <c>flag: yes</c>), never words of the person.</param>
public sealed record FlagForReview(string Reason) : Effect;

/// <summary>Remove files, the words with the desk and replies that wait; the conversation and what is scheduled stay.</summary>
public sealed record Forget : Effect;

/// <summary>One Incoming taken: the next conversation, what to say and what to do. A value; nothing has happened yet.</summary>
public sealed record Turn(Conversation Next, IReadOnlyList<Reply> Replies, IReadOnlyList<Effect> Effects)
{
    /// <summary>Letters handed out in this turn, for the audit.</summary>
    public IReadOnlyList<Letter> Letters { get; init; } = [];

    /// <summary>What kept letters of this turn from being handed out, for the log: rules and words of the texts, nothing of the person.</summary>
    public IReadOnlyList<Breach> Withheld { get; init; } = [];

    /// <summary>For a press: text of what was picked, so that the used keyboard can show it; null otherwise.</summary>
    public string? Picked { get; init; }
}
