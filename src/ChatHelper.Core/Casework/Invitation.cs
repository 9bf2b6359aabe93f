namespace ChatHelper.Core.Casework;

/// <summary>A one-time code that the person may hand to somebody who was called. Its signs are not kept anywhere; the worker
/// holds a keyed hash of them beside this number.</summary>
/// <param name="No">Number within the case; what is told with the code gets it.</param>
/// <param name="Until">The code opens nothing from then on, UTC.</param>
public sealed record Invitation(int No, DateTimeOffset Until);
