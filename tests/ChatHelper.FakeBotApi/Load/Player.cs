using System.Diagnostics;
using ChatHelper.Fakes.Chats;

namespace ChatHelper.Fakes.Load;

/// <summary>One person of a load: acts, waits for the bot, acts again.</summary>
internal sealed class Player(World world, LoadRun run, Chat chat) : IThreadPoolWorkItem
{
    private readonly Lock _gate = new();
    private int _step = -1;
    private int _round;
    private int _left;
    private long _started;

    public bool Waiting { get; private set; }

    public bool Finished { get; private set; }

    public void Begin(TimeSpan after)
    {
        chat.Heard = Hear;
        Next(after);
    }

    public void Leave() => chat.Heard = null;

    /// <summary>The next step, away from the call that brought the message.</summary>
    public void Execute()
    {
        LoadStep step;
        lock (_gate)
        {
            if (++_step == run.Plan.Script.Count)
            {
                (_step, _round) = (0, _round + 1);
            }
            if (run.Stopped || (run.Plan.Rounds > 0 && _round >= run.Plan.Rounds))
            {
                Finished = true;
                run.Finish();
                return;
            }
            step = run.Plan.Script[_step];
            _left = step.Replies;
            _started = Stopwatch.GetTimestamp();
            Waiting = true;
        }
        if (step.Text is { } text)
        {
            world.Persons.Text(chat.Id, Fill(text));
        }
        else if (!world.Persons.Choose(chat.Id, step.Press))
        {
            run.Misfire(chat.Id, _step);
        }
    }

    private void Hear(Message message)
    {
        lock (_gate)
        {
            if (!Waiting)
            {
                return;
            }
            var step = run.Plan.Script[_step];
            if (step.UntilKeyboard ? !message.HasKeyboard : --_left > 0)
            {
                return;
            }
            Waiting = false;
            run.Took(Stopwatch.GetElapsedTime(_started));
        }
        Next(run.Plan.Think);
    }

    private void Next(TimeSpan after)
    {
        if (after <= TimeSpan.Zero)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
        else
        {
            _ = Task.Delay(after).ContinueWith(static (_, me) => ((Player)me!).Execute(), this, TaskScheduler.Default);
        }
    }

    private string Fill(string text) => text.Contains('{')
        ? text.Replace("{chat}", chat.Id.ToString(), StringComparison.Ordinal).Replace("{round}", _round.ToString(), StringComparison.Ordinal)
        : text;
}
