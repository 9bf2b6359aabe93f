using NodaTime;

namespace ChatHelper.Core.Turns;

/// <summary>Something that somebody at the desk did with the case of a person.</summary>
/// <param name="At">When.</param>
/// <param name="Role">What they are there: <c>volunteer</c>, <c>lead</c>, <c>group</c>.</param>
/// <param name="Name">Their pseudonym.</param>
/// <param name="Deed">What they did: the part after <c>seen.did.</c> of the line that words it.</param>
/// <param name="Field">For <c>revealed</c> the name of the fact; empty for others.</param>
/// <param name="Reason">For <c>revealed</c> why, as they gave it; empty for others.</param>
public sealed record Look(Instant At, string Role, string Name, string Deed, string Field = "", string Reason = "");
