namespace ChatHelper.Core.Crisis;

/// <summary>Decides what is said in a crisis, turn by turn: ask directly, one step at a time, numbers once, honest about who is
/// there. Pure; the words and their order are content (<c>crisis.yaml</c>).</summary>
public sealed class CareRules
{
    private const int CalmEnough = 2;
    private readonly IReadOnlyDictionary<Tier, Response> _responses;
    private readonly IReadOnlyList<Reply> _replies;
    private readonly Hearing _hearing;
    private readonly Frame _frame;

    internal CareRules(IReadOnlyDictionary<Tier, Response> responses, IReadOnlyList<Reply> replies, Hearing hearing, Frame frame) =>
        (_responses, _replies, _hearing, _frame) = (responses, replies, hearing, frame);

    /// <summary>The first words after a sign. From midnight to five (<paramref name="deepNight"/>, the person's clock) a passive
    /// sign weighs as a clear one.</summary>
    public Care Open(Sign sign, bool deepNight) => sign.Tier == Tier.None
        ? new Care(null, [], [], false, false, sign.AgeCue, false)
        : Begin(AtNight(sign.Tier, deepNight), sign, new CrisisState(Tier.None, 0, 0, false, []), onDuty: false);

    /// <summary>The next words while a crisis lasts. It ends after two calm turns and an explicit wish to go on; the lighter
    /// tiers end when their question is answered, danger at the door when the person says that they are safe.</summary>
    /// <param name="state">What <see cref="Care.Next"/> was.</param>
    /// <param name="text">The message, or the line id of a pressed choice.</param>
    /// <param name="sign">What <see cref="Lexicon.Detect"/> found in it.</param>
    /// <param name="volunteersOnDuty">Somebody is at the desk now.</param>
    /// <param name="deepNight">It is between midnight and five for the person.</param>
    public Care Continue(CrisisState state, string text, Sign sign, bool volunteersOnDuty, bool deepNight)
    {
        var heard = AtNight(sign.Tier, deepNight);
        var cues = _hearing.Hear(text);
        heard = heard switch
        {
            // Said again, or on top of another danger, a passive sign weighs as a clear one.
            Tier.R1 when state.Tier is Tier.R1 or Tier.V1 or Tier.ThirdR2 or Tier.ThirdR3 => Tier.R2,
            Tier.AskOnce when state.Tier == Tier.AskOnce || cues.Contains(Hearing.Denies) => Tier.None,
            Tier.Quoted => Tier.None,
            _ => heard,
        };
        if (IsNews(heard, state, sign))
        {
            return Begin(heard, sign, state, volunteersOnDuty);
        }

        var response = _responses[state.Tier];
        var reply = _replies.FirstOrDefault(each => cues.Contains(each.Cue) && Fits(each, state));
        var calm = heard == Tier.None && reply?.Calm != false;
        var turn = new CareTurn(_frame, state with { CalmTurns = calm ? state.CalmTurns + 1 : 0 }, response, sign, volunteersOnDuty);
        if (heard == Tier.None)
        {
            if (cues.Contains(Hearing.Affirms) && response.Lasts == Lasts.UntilAnswered && response.Asks
                || (cues.Contains(Hearing.OwnThought) && state.Tier is Tier.Quoted or Tier.Leaving))
            {
                return Begin(Tier.R2, sign, state, volunteersOnDuty);
            }

            if (Ends(response, cues, turn) is { } end)
            {
                return end;
            }
        }

        if (response.Lasts == Lasts.Passing)
        {
            return turn.Listen();
        }

        return turn.TakenForAdult && turn.Untold(_frame.Young) ? turn.Say(_frame.Young)
            : reply is not null ? turn.Answer(reply)
            : turn.Calm >= CalmEnough && turn.MayAskToResume ? turn.Say(_frame.AskToResume)
            : cues.Contains(Hearing.WantsOn) && turn.Untold(_frame.BeforeGoingOn) ? turn.Say(_frame.BeforeGoingOn)
            : turn.Step();
    }

    /// <summary>A human has talked with them and gone; nobody but the person knows how they are now.</summary>
    public Care AfterHuman(CrisisState state, bool ageCue)
    {
        var response = _responses[state.Tier];
        var turn = new CareTurn(_frame, state, response, new Sign(Tier.None, ageCue), onDuty: false);
        return response.Lasts switch
        {
            Lasts.Passing => turn.Leave(),
            Lasts.UntilSafe => turn.SayAgain(new Saying(response.Stay, [])),
            _ => turn.SayAgain(_frame.AskToResume),
        };
    }

    private Care? Ends(Response response, IReadOnlySet<string> cues, CareTurn turn) => response.Lasts switch
    {
        Lasts.Passing => turn.Leave(),
        Lasts.UntilSafe when cues.Contains(Hearing.Safe) => turn.End(response.Ends),
        Lasts.UntilAnswered when response.Tier != Tier.R1 || cues.Contains(Hearing.Denies) => turn.End(response.Ends),
        _ when cues.Contains(Hearing.WantsOn) && turn.Calm >= CalmEnough => turn.End(_frame.Back),
        _ => null,
    };

    private Care Begin(Tier tier, Sign sign, CrisisState before, bool onDuty)
    {
        var response = _responses[tier];
        var lasting = Gravity.Lasting(tier, before.Tier);
        var next = before with { Tier = lasting, CalmTurns = 0, Asked = before.Asked || response.Asks };
        var turn = new CareTurn(_frame, next, _responses[lasting], sign, onDuty);
        return turn.Open(response, sign.UnderWay && response.UnderWay is { } now ? now : response.Open);
    }

    // Graver than before, of another kind than before, or an act that has begun since.
    private bool IsNews(Tier heard, CrisisState state, Sign sign)
    {
        if (heard == Tier.None || !_responses.TryGetValue(heard, out var response))
        {
            return false;
        }

        if (sign.UnderWay && response.UnderWay is { } now && heard == Tier.R3)
        {
            return now.Lines.Except(state.Said).Any();
        }

        return heard != state.Tier
            && (Gravity.Lasting(heard, state.Tier) == heard || heard is Tier.V1 or Tier.ThirdR3 or Tier.ThirdR2)
            && response.Open.Lines.Except(state.Said).Any();
    }

    private static bool Fits(Reply reply, CrisisState state) => (reply.For.Count == 0 || reply.For.Contains(state.Tier))
        && (reply.Again || reply.Says.Lines.Except(state.Said).Any());

    private static Tier AtNight(Tier tier, bool deepNight) => deepNight && tier == Tier.R1 ? Tier.R2 : tier;
}
