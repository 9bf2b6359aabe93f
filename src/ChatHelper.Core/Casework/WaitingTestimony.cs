using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Casework;

/// <summary>What a witness has told and agreed to, and the person has not yet. No letter reads it.</summary>
/// <param name="Told">Their words, with the number of the invitation.</param>
/// <param name="Picture">Their picture, kept with the person's files; null without one.</param>
/// <param name="Announced">The person was told that it came.</param>
public sealed record WaitingTestimony(Testimony Told, GivenFile? Picture, bool Announced = false);
