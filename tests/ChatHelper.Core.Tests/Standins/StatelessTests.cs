using Stateless;

namespace ChatHelper.Core.Tests.Standins;

/// <summary>What the dialog machine counts on. The same tests pass with the stand-in and with the published package.</summary>
public class StatelessTests
{
    private enum Step
    {
        Any,
        Ask,
        Tell,
        Offer,
        Done,
    }

    private enum Word
    {
        Next,
        Back,
        Stop,
        Again,
        Noise,
    }

    [Fact]
    public void A_permitted_trigger_moves_the_machine()
    {
        var machine = new StateMachine<Step, Word>(Step.Ask);
        machine.Configure(Step.Ask).Permit(Word.Next, Step.Tell);

        machine.Fire(Word.Next);

        Assert.Equal(Step.Tell, machine.State);
    }

    [Fact]
    public void State_kept_outside_is_read_and_written_there()
    {
        var stored = Step.Ask;
        var machine = new StateMachine<Step, Word>(() => stored, state => stored = state);
        machine.Configure(Step.Ask).Permit(Word.Next, Step.Tell);
        machine.Configure(Step.Offer).Permit(Word.Next, Step.Done);

        machine.Fire(Word.Next);
        Assert.Equal(Step.Tell, stored);

        stored = Step.Offer;
        machine.Fire(Word.Next);
        Assert.Equal(Step.Done, stored);
    }

    [Fact]
    public void Guards_are_asked_when_firing_and_choose_the_way()
    {
        var many = false;
        var machine = new StateMachine<Step, Word>(() => Step.Ask, state => Assert.Equal(many ? Step.Offer : Step.Tell, state));
        machine.Configure(Step.Ask)
            .PermitIf(Word.Next, Step.Tell, () => !many)
            .PermitIf(Word.Next, Step.Offer, () => many);

        machine.Fire(Word.Next);
        many = true;
        machine.Fire(Word.Next);
    }

    [Fact]
    public void Two_guards_that_both_say_yes_are_a_fault()
    {
        var machine = new StateMachine<Step, Word>(Step.Ask);
        machine.Configure(Step.Ask)
            .PermitIf(Word.Next, Step.Tell, () => true)
            .PermitIf(Word.Next, Step.Offer, () => true);

        Assert.Throws<InvalidOperationException>(() => machine.Fire(Word.Next));
        Assert.Throws<InvalidOperationException>(() => machine.CanFire(Word.Next));
        Assert.Equal(Step.Ask, machine.State);
    }

    [Fact]
    public void A_trigger_that_nothing_handles_is_a_fault_that_names_both()
    {
        var machine = new StateMachine<Step, Word>(Step.Done);

        var fault = Assert.Throws<InvalidOperationException>(() => machine.Fire(Word.Noise));

        Assert.Contains("Noise", fault.Message);
        Assert.Contains("Done", fault.Message);
    }

    [Fact]
    public void Guards_that_say_no_are_named_in_the_fault()
    {
        var machine = new StateMachine<Step, Word>(Step.Ask);
        machine.Configure(Step.Ask)
            .PermitIf(Word.Next, Step.Tell, () => false, "amount is known")
            .PermitIf(Word.Next, Step.Offer, Never);

        var fault = Assert.Throws<InvalidOperationException>(() => machine.Fire(Word.Next));

        Assert.Contains("amount is known, Never", fault.Message);
        Assert.False(machine.CanFire(Word.Next, out var unmet));
        Assert.Equal(["amount is known", nameof(Never)], unmet);
    }

    [Fact]
    public void A_guard_without_name_is_called_function_and_said_once()
    {
        var machine = new StateMachine<Step, Word>(Step.Ask);
        machine.Configure(Step.Ask)
            .PermitIf(Word.Next, Step.Tell, () => false)
            .PermitIf(Word.Next, Step.Offer, () => false);

        Assert.False(machine.CanFire(Word.Next, out var unmet));
        Assert.Equal(["Function"], unmet);
    }

    [Fact]
    public void An_unhandled_trigger_can_be_caught_with_its_guards()
    {
        var seen = new List<string>();
        var machine = new StateMachine<Step, Word>(Step.Ask);
        machine.Configure(Step.Ask).PermitIf(Word.Next, Step.Tell, () => false, "no");
        machine.OnUnhandledTrigger((state, trigger, unmet) => seen.Add($"{state} {trigger} {(unmet is null ? "-" : string.Join('+', unmet))}"));

        machine.Fire(Word.Next);
        machine.Fire(Word.Noise);

        Assert.Equal(["Ask Next no", "Ask Noise -"], seen);

        machine.OnUnhandledTrigger((state, trigger) => seen.Add($"short {state} {trigger}"));
        machine.Fire(Word.Noise);
        Assert.Equal("short Ask Noise", seen[^1]);
    }

    [Fact]
    public void A_move_to_the_own_state_is_refused_when_configured()
    {
        var machine = new StateMachine<Step, Word>(Step.Ask);

        Assert.Throws<ArgumentException>(() => machine.Configure(Step.Ask).Permit(Word.Next, Step.Ask));
        Assert.Throws<ArgumentException>(() => machine.Configure(Step.Ask).PermitIf(Word.Next, Step.Ask, () => true));
    }

    [Fact]
    public void A_selector_names_the_next_state_when_firing_and_may_name_the_own_one()
    {
        var blank = Step.Offer;
        var moves = new List<string>();
        var machine = new StateMachine<Step, Word>(Step.Ask);
        machine.Configure(Step.Ask).PermitDynamic(Word.Next, () => blank);
        machine.Configure(Step.Offer).PermitDynamicIf(Word.Next, () => blank, () => blank == Step.Offer, "still blank");
        machine.OnTransitioned(move => moves.Add($"{move.Source}>{move.Destination} {move.IsReentry}"));

        machine.Fire(Word.Next);
        machine.Fire(Word.Next);
        Assert.Equal(["Ask>Offer False", "Offer>Offer True"], moves);

        blank = Step.Done;
        Assert.False(machine.CanFire(Word.Next, out var unmet));
        Assert.Equal(["still blank"], unmet);
    }

    [Fact]
    public void Ignored_triggers_do_nothing_and_inner_ones_run_without_a_move()
    {
        var ran = 0;
        var told = new List<Word>();
        var machine = new StateMachine<Step, Word>(Step.Ask);
        machine.Configure(Step.Ask)
            .Ignore(Word.Noise)
            .IgnoreIf(Word.Back, () => ran > 0)
            .InternalTransition(Word.Again, () => ran++)
            .InternalTransition(Word.Stop, move => told.Add(move.Trigger));
        machine.OnTransitioned(_ => Assert.Fail("no transition"));

        machine.Fire(Word.Noise);
        Assert.Throws<InvalidOperationException>(() => machine.Fire(Word.Back));
        machine.Fire(Word.Again);
        machine.Fire(Word.Back);
        machine.Fire(Word.Stop);

        Assert.Equal(1, ran);
        Assert.Equal([Word.Stop], told);
        Assert.Equal(Step.Ask, machine.State);
    }

    private static bool Never() => false;
}
