namespace ChatHelper.Core.Crisis;

/// <summary>What lasts while a crisis lasts; stored in the conversation, null when there is none.</summary>
/// <param name="Tier">The gravest tier so far.</param>
/// <param name="Turns">Turns answered since it opened, from 1.</param>
/// <param name="CalmTurns">Turns without any sign, in a row.</param>
/// <param name="Asked">The direct question was asked.</param>
/// <param name="Said">Line ids already said, or not to be said any more, so that numbers are listed once;
/// and whether a young age was noticed.</param>
public sealed record CrisisState(Tier Tier, int Turns, int CalmTurns, bool Asked, IReadOnlyList<string> Said);
