using Stateless;

namespace ChatHelper.Core.Tests.Standins;

/// <summary>Superstates, callbacks and the queue. The same tests pass with the stand-in and with the published package.</summary>
public class StatelessNestingTests
{
    private readonly StateMachine<string, char> _machine = new("ask");

    public StatelessNestingTests()
    {
        _machine.Configure("any").Permit('s', "stopped").Permit('h', "tell").PermitReentry('r').Ignore('n');
        _machine.Configure("ask").SubstateOf("any").Permit('n', "tell");
        _machine.Configure("tell").SubstateOf("any").PermitIf('s', "ask", () => false, "never");
        _machine.Configure("deep").SubstateOf("ask");
    }

    [Fact]
    public void The_superstate_answers_what_the_state_does_not()
    {
        _machine.Fire('s');
        Assert.Equal("stopped", _machine.State);
    }

    [Fact]
    public void The_own_line_goes_before_that_of_the_superstate()
    {
        _machine.Fire('n');
        Assert.Equal("tell", _machine.State);
        _machine.Fire('n');
        Assert.Equal("tell", _machine.State);
    }

    [Fact]
    public void A_guard_that_says_no_leaves_the_trigger_to_the_superstate()
    {
        _machine.Fire('n');
        Assert.True(_machine.CanFire('s', out var unmet));
        Assert.Empty(unmet!);
        _machine.Fire('s');
        Assert.Equal("stopped", _machine.State);
    }

    [Fact]
    public void A_move_of_the_superstate_to_where_we_stand_is_no_move()
    {
        _machine.Fire('n');
        _machine.OnTransitioned(_ => Assert.Fail("no transition"));
        _machine.Fire('h');
        Assert.Equal("tell", _machine.State);
    }

    [Fact]
    public void Re_entry_of_the_superstate_leads_to_the_superstate()
    {
        var moves = new List<string>();
        _machine.OnTransitioned(move => moves.Add($"{move.Source}>{move.Destination} {move.Trigger}"));
        _machine.Fire('r');
        Assert.Equal("any", _machine.State);
        Assert.Equal(["any>any r"], moves);
    }

    [Fact]
    public void A_state_is_in_every_state_around_it()
    {
        var machine = new StateMachine<string, char>("deep");
        machine.Configure("deep").SubstateOf("middle");
        machine.Configure("middle").SubstateOf("any");

        Assert.True(machine.IsInState("deep"));
        Assert.True(machine.IsInState("middle"));
        Assert.True(machine.IsInState("any"));
        Assert.False(machine.IsInState("elsewhere"));
    }

    [Fact]
    public void States_cannot_lie_inside_themselves()
    {
        Assert.Throws<ArgumentException>(() => _machine.Configure("any").SubstateOf("any"));
        Assert.Throws<ArgumentException>(() => _machine.Configure("any").SubstateOf("deep"));
    }

    [Fact]
    public async Task Permitted_triggers_are_those_of_the_state_and_of_the_states_around_it()
    {
        Assert.Equal(['n', 's', 'h', 'r'], await _machine.GetPermittedTriggersAsync());
        _machine.Fire('n');
        Assert.Equal(['s', 'h', 'r', 'n'], await _machine.GetPermittedTriggersAsync());
    }

    [Fact]
    public void A_trigger_fired_from_a_callback_waits_for_the_running_one()
    {
        var order = new List<string>();
        _machine.OnTransitioned(move =>
        {
            order.Add($"in {move.Destination}");
            if (move.Destination == "tell")
            {
                _machine.Fire('s');
                order.Add($"still {_machine.State}");
            }
        });

        _machine.Fire('n');

        Assert.Equal(["in tell", "still tell", "in stopped"], order);
        Assert.Equal("stopped", _machine.State);
    }

    [Fact]
    public void A_callback_that_throws_leaves_the_machine_usable()
    {
        var fail = true;
        _machine.OnTransitioned(_ =>
        {
            if (fail)
            {
                throw new FormatException("callback");
            }
        });

        Assert.Throws<FormatException>(() => _machine.Fire('n'));
        Assert.Equal("tell", _machine.State);
        fail = false;
        _machine.Fire('s');
        Assert.Equal("stopped", _machine.State);
    }

#if !PUBLISHED_PACKAGES
    // FOR THE STAND-IN ALONE: the published package allocates some 3.6 KB for each trigger; a turn of the product fires dozens.
    [Fact]
    public void A_ready_machine_fires_without_allocating()
    {
        var machine = new StateMachine<string, char>("a");
        machine.Configure("a").PermitIf('x', "b", () => true).PermitIf('x', "c", () => false);
        machine.Configure("b").PermitDynamic('x', () => "a");
        machine.Fire('x');
        machine.Fire('x');

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            machine.Fire('x');
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);
    }
#endif
}
