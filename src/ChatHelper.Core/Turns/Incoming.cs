using NodaTime;

namespace ChatHelper.Core.Turns;

/// <summary>Anything that can move a conversation. Channels, the due table and the desk make them; the key makes sure
/// that each is taken once.</summary>
/// <param name="Channel">Channel name, such as <c>telegram</c>, <c>web</c>, <c>due</c>, <c>desk</c>.</param>
/// <param name="Key">The channel's own message key (<c>update_id</c>, …), unique within the channel.</param>
public abstract record Incoming(string Channel, string Key)
{
    /// <summary>The message of the chat that it came with; null when the channel has none that can be taken back.</summary>
    public ChannelMessage? Message { get; init; }
}

/// <summary>A message as its channel knows it.</summary>
/// <param name="Number">The channel's number, within one chat.</param>
/// <param name="At">When it was sent.</param>
public sealed record ChannelMessage(long Number, DateTimeOffset At);

/// <summary>A text. May hold anything a keyboard can send; readers cut it to 4,096 characters.</summary>
public sealed record Said(string Channel, string Key, string Text) : Incoming(Channel, Key)
{
    /// <summary>What the channel knows of the person's language: a tag, or the value of Accept-Language; empty: nothing.
    /// It counts only until their words tell it.</summary>
    public string Hint { get; init; } = "";
}

/// <summary>A pressed button, or several choices at once.</summary>
/// <param name="Version">Conversation version the button was made for; null when the channel cannot know (talk --json).</param>
/// <param name="Step">Short code or full id of its step; null when unknown.</param>
/// <param name="Choices">Ids of the choices.</param>
public sealed record Pressed(string Channel, string Key, int? Version, string? Step, IReadOnlyList<string> Choices)
    : Incoming(Channel, Key);

/// <summary>A file that was received and stored, or refused by its kind or size.</summary>
/// <param name="File">What arrived.</param>
/// <param name="Caption">Words that came with it; empty when none.</param>
public sealed record Gave(string Channel, string Key, GivenFile File, string Caption) : Incoming(Channel, Key);

/// <summary>What is known of a received file. Its bytes lie with the worker.</summary>
/// <param name="Id">Name under which the worker keeps it; empty when it was not kept.</param>
/// <param name="Name">File name as sent.</param>
/// <param name="Kind">image, voice, video or document; <c>refused-…</c> when it was not kept: the line <c>file.refused-…</c> says why.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Hash of the bytes, hexadecimal.</param>
public sealed record GivenFile(string Id, string Name, string Kind, long Size, string Sha256)
{
    /// <summary>Media type by content; empty when it was not kept.</summary>
    public string Mime { get; init; } = "";

    /// <summary>When the worker had all of it, by its own clock, UTC; null: the moment of the turn.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>Other bytes follow the end of the picture.</summary>
    public bool Tail { get; init; }

    /// <summary>What was read from it when it is a list of calls or messages; null otherwise. Never stored with it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Diary.ReadLog? Log { get; init; }
}

/// <summary>Something scheduled has come due.</summary>
/// <param name="Kind">Kind of the due row, such as <c>contacts-backup</c>.</param>
/// <param name="At">The instant it was due.</param>
public sealed record FellDue(string Channel, string Key, string Kind, Instant At) : Incoming(Channel, Key);

/// <summary>A volunteer has taken the case; the bot falls silent.</summary>
public sealed record VolunteerCame(string Channel, string Key, string Pseudonym) : Incoming(Channel, Key);

/// <summary>A volunteer's word to the person.</summary>
public sealed record VolunteerSaid(string Channel, string Key, string Pseudonym, string Text) : Incoming(Channel, Key);

/// <summary>A volunteer shows the person something that the channel copies, such as a picture.</summary>
public sealed record VolunteerShowed(string Channel, string Key, ReplyFile File) : Incoming(Channel, Key);

/// <summary>The volunteer has closed the case; the dialog goes on at the same question.</summary>
public sealed record VolunteerLeft(string Channel, string Key) : Incoming(Channel, Key);

/// <summary>A witness has told something with a code of this person, and agreed to it being used.</summary>
/// <param name="No">Number of the invitation.</param>
/// <param name="Words">What they wrote, as typed.</param>
/// <param name="Picture">Their picture; null without one.</param>
public sealed record WitnessTold(string Channel, string Key, int No, Witness.WitnessWords Words, GivenFile? Picture) : Incoming(Channel, Key);

/// <summary>A witness has taken back what they told.</summary>
/// <param name="No">Number of the invitation.</param>
public sealed record WitnessWithdrew(string Channel, string Key, int No) : Incoming(Channel, Key);

/// <summary>The time for which a silent person's talk is kept is over.</summary>
public sealed record Expired(string Channel, string Key) : Incoming(Channel, Key);

/// <summary>A message of the person could not be taken because of a fault of ours; they are told so, and nothing else happens.</summary>
public sealed record Untaken(string Channel, string Key) : Incoming(Channel, Key);

/// <summary>The channel says that the person has blocked us or left: no word reaches them.</summary>
public sealed record WentAway(string Channel, string Key) : Incoming(Channel, Key);
