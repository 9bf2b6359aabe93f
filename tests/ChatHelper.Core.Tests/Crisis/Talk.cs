using ChatHelper.Core.Crisis;

namespace ChatHelper.Core.Tests.Crisis;

/// <summary>One person's side of a conversation, answered as the dialog would.</summary>
internal sealed class Talk(bool deepNight = false, bool onDuty = false)
{
    public bool Young { get; set; }

    public CrisisState? State { get; private set; }

    public Tier? Tier => State?.Tier;

    /// <summary>The care for a message, or null where no crisis is open and none is heard.</summary>
    public Care? Say(string text, bool? duty = null)
    {
        var sign = ChinaCrisis.Detect(text);
        Young |= sign.AgeCue;
        sign = sign with { AgeCue = Young };
        if (State is null && sign.Tier == Core.Crisis.Tier.None)
        {
            return null;
        }

        var care = State is null
            ? ChinaCrisis.Plan.Rules.Open(sign, deepNight)
            : ChinaCrisis.Plan.Rules.Continue(State, text, sign, duty ?? onDuty, deepNight);
        State = care.Next;
        return care;
    }
}
