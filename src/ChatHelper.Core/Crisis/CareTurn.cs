namespace ChatHelper.Core.Crisis;

/// <summary>One turn being put together: what was said stays unsaid, and the dialog's part follows the tier.</summary>
internal sealed class CareTurn(Frame frame, CrisisState state, Response response, Sign sign, bool onDuty)
{
    private readonly bool _young = sign.AgeCue || state.Said.Contains(Frame.YoungNoticed);

    public int Calm => state.CalmTurns;

    // The age came to light after the grown-ups' number was given.
    public bool TakenForAdult => _young && frame.ForTheYoung.Keys.Any(state.Said.Contains);

    // While life is in the balance every step comes first.
    public bool MayAskToResume => Untold(frame.AskToResume) && !(response.Pages && response.Steps.Any(step => New(step.Lines).Count > 0));

    public bool Untold(Saying saying) => saying.Lines.Except(state.Said).Any();

    public Care Open(Response opened, Saying saying)
    {
        var lines = New(saying.Lines);
        // The direct question and the number were said already: the first step stands in for them.
        var shortened = lines.Count <= 1 && lines.Count < saying.Lines.Count && opened == response;
        return Make(shortened ? Together(lines, NextStep()) : saying with { Lines = lines }, opened.Pages, blocks: opened.Lasts != Lasts.Passing);
    }

    public Care Say(Saying saying) => Make(saying with { Lines = New(saying.Lines) }, pages: false, Blocks);

    public Care SayAgain(Saying saying) => Make(saying with { Lines = Resolve(saying.Lines) }, pages: false, Blocks);

    public Care Step() => Make(NextStep(), pages: false, Blocks);

    public Care Answer(Reply reply)
    {
        var lines = reply.Again ? Resolve(reply.Says.Lines) : New(reply.Says.Lines);
        var hushed = new CareTurn(frame, state with { Said = [.. state.Said.Union(reply.Hushes)] }, response, sign, onDuty);
        var said = reply.GoesOn ? Together(lines, hushed.NextStep()) : reply.Says with { Lines = lines };
        return hushed.Make(said, reply.Pages, Blocks);
    }

    public Care End(Saying saying) => new(null, Resolve(saying.Lines), saying.Choices, false, false, _young, ReturnsToDialog: true);

    // A passing tier that has passed: the dialog reads the words as its own.
    public Care Leave() => new(null, [], [], false, false, _young, false);

    public Care Listen() => Make(Saying.Nothing, pages: false, blocks: false);

    private bool Blocks => response.Lasts != Lasts.Passing;

    private Saying NextStep()
    {
        foreach (var step in response.Steps)
        {
            if (New(step.Lines) is { Count: > 0 } lines)
            {
                return step with { Lines = lines };
            }
        }

        return response.Stay is { Count: > 0 } stay ? new Saying([stay[state.Turns % stay.Count]], []) : Saying.Nothing;
    }

    private static Saying Together(IReadOnlyList<string> lines, Saying step) => step with { Lines = [.. lines, .. step.Lines] };

    private IReadOnlyList<string> New(IReadOnlyList<string> lines) => [.. Resolve(lines).Except(state.Said)];

    private IReadOnlyList<string> Resolve(IReadOnlyList<string> lines) => [.. lines.Select(Resolve)];

    private string Resolve(string line) => line == Frame.Duty ? (onDuty ? frame.OnDuty : frame.OffDuty)
        : _young && frame.ForTheYoung.TryGetValue(line, out var young) ? young
        : line;

    private Care Make(Saying saying, bool pages, bool blocks)
    {
        IEnumerable<string> noticed = _young ? [Frame.YoungNoticed] : [];
        var next = state with { Turns = state.Turns + 1, Said = [.. state.Said.Union(saying.Lines).Union(noticed)] };
        return new Care(next, saying.Lines, saying.Choices, pages, blocks, _young, false);
    }
}
