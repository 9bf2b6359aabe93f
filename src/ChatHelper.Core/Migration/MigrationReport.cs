using ChatHelper.Core.Turns;

namespace ChatHelper.Core.Migration;

/// <summary>What becomes of many conversations under another version of their pack.</summary>
/// <param name="Same">Stand where they stood.</param>
/// <param name="OneQuestionAgain">Are asked one question again.</param>
/// <param name="Lost">Lose more than that; with any, the version is not served.</param>
/// <param name="Reasons">Why, and how many conversations each reason touches; most first.</param>
public sealed record MigrationReport(int Same, int OneQuestionAgain, int Lost, IReadOnlyList<(string Reason, int Count)> Reasons)
{
    /// <summary>True when nobody loses anything.</summary>
    public bool Sound => Lost == 0;

    /// <summary>Walks all conversations; they are read one by one and not kept.</summary>
    public static MigrationReport Of(Decider to, IEnumerable<Conversation> stored, Moment moment)
    {
        var outcomes = new Dictionary<Outcome, int>();
        var reasons = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var migrated in stored.Select(conversation => Migrating.Walk(to, conversation, moment)))
        {
            outcomes[migrated.Outcome] = outcomes.GetValueOrDefault(migrated.Outcome) + 1;
            foreach (var reason in migrated.Reasons)
            {
                reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
            }
        }

        return new MigrationReport(
            outcomes.GetValueOrDefault(Outcome.Same), outcomes.GetValueOrDefault(Outcome.OneQuestionAgain), outcomes.GetValueOrDefault(Outcome.Lost),
            [.. reasons.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value))]);
    }

    /// <summary>The numbers in one line, then a line for each reason.</summary>
    public override string ToString() => string.Join('\n', [
        $"{Same + OneQuestionAgain + Lost} conversations: {Same} stand where they stood, {OneQuestionAgain} are asked one question again, {Lost} lost.",
        .. Reasons.Select(reason => $"  {reason.Count} × {reason.Reason}")]);
}
