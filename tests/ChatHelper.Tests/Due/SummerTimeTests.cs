using ChatHelper.Conversations;
using ChatHelper.Due;
using ChatHelper.Tests.Conversations;
using ChatHelper.Tests.Gate;
using NodaTime;

namespace ChatHelper.Tests.Due;

/// <summary>Goal B8: clocks that are put forward and back by law.</summary>
public sealed class SummerTimeTests : IDisposable
{
    private readonly GateRig _rig = new();

    [Fact]
    public async Task A_monthly_reminder_abroad_comes_once_a_month_at_eight_in_the_evening_through_both_changes()
    {
        await _rig.Engine.Agree(new Address("test", "p1"));
        await _rig.Say("p1", "提醒");
        foreach (var choice in (string[])["set-up", "monthly", "middle", "evening", "neutral", "place"])
        {
            await _rig.Press("p1", choice);
        }

        await _rig.Say("p1", "我在多伦多");
        var zone = DateTimeZoneProviders.Tzdb["America/New_York"];
        List<LocalDateTime> said = [];
        for (var month = 0; month < 13; month++)
        {
            // Hour by hour before and after each, as the worker looks every few seconds.
            var next = await _rig.Read(DueStore.Next);
            _rig.Later(Instant.FromUnixTimeMilliseconds(next!.Value).ToDateTimeOffset() - _rig.Rig.Clock.GetUtcNow() - TimeSpan.FromHours(3.5));
            for (var hour = 0; hour < 8; hour++, _rig.Later(TimeSpan.FromHours(1)))
            {
                _rig.Sent.Clear();
                await _rig.Engine.DueClock.Strike();
                said.AddRange(_rig.Sent.Take(1).Select(_ => Instant.FromDateTimeOffset(_rig.Rig.Clock.GetUtcNow()).InZone(zone).LocalDateTime));
            }
        }

        Assert.Equal(13, said.Select(at => at.Date.ToYearMonth()).Distinct().Count());
        Assert.Equal(13, said.Count);
        Assert.All(said, at => Assert.Equal((15, 20), (at.Day, at.Hour)));
    }

    public void Dispose() => _rig.Dispose();
}
