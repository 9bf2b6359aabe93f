using ChatHelper.Core.Migration;
using ChatHelper.Core.Turns;
using ChatHelper.Storage;
using NodaTime;

namespace ChatHelper.Conversations;

/// <summary>A pack that would lose what people said is not served: the stored conversations are walked through it first.</summary>
internal static class VersionCheck
{
    /// <exception cref="StartFault">Some conversation would lose an answer.</exception>
    public static async Task Check(Engine engine)
    {
        var stored = await engine.Writer.Write(null, session => engine.Conversations.OfOtherVersions(session, engine.Pack.Version).ToList());
        if (stored.Count == 0)
        {
            return;
        }

        var report = MigrationReport.Of(engine.Decider, stored, new Moment(Instant.FromDateTimeOffset(engine.Clock.GetUtcNow())));
        if (!report.Sound)
        {
            throw new StartFault($"The pack {engine.Pack.Version} would lose answers of people who are in the middle of a talk; it is not served.\n{report}");
        }
    }
}
