using System.Diagnostics;
using System.Text.Json;

namespace ChatHelper.Fakes.Load;

/// <summary>A load that plays, or has played.</summary>
public sealed class LoadRun
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Player[] _players;
    private long _began = Stopwatch.GetTimestamp();
    private long _ended;
    private long _steps;
    private int _finished;
    private int _misfires;
    private string? _firstMisfire;

    internal LoadRun(World world, LoadPlan plan)
    {
        Plan = plan;
        _players = [.. Enumerable.Range(0, plan.Chats).Select(i => new Player(world, this, world.Chats.Open(plan.FirstChatId + i)))];
    }

    /// <summary>What is played.</summary>
    public LoadPlan Plan { get; }

    /// <summary>Person's act to the bot's message.</summary>
    public Histogram Steps { get; } = new();

    /// <summary>Ends when every person has played all rounds or was stopped.</summary>
    public Task Done => _done.Task;

    /// <summary>Persons that wait for the bot now.</summary>
    public int Waiting => _players.Count(p => p.Waiting);

    /// <summary>Steps per second since the start or the last <see cref="Restart"/>.</summary>
    public double StepsPerSecond => Interlocked.Read(ref _steps) / Elapsed.TotalSeconds;

    /// <summary>Presses for which there was no keyboard; such a person stands still.</summary>
    public int Misfires => _misfires;

    private TimeSpan Elapsed => Stopwatch.GetElapsedTime(_began, _ended == 0 ? Stopwatch.GetTimestamp() : _ended);

    internal bool Stopped { get; private set; }

    /// <summary>No person begins another step.</summary>
    public void Stop()
    {
        Stopped = true;
        Interlocked.CompareExchange(ref _ended, Stopwatch.GetTimestamp(), 0);
        _done.TrySetResult();
    }

    /// <summary>Forgets the figures so far: the warm-up is over.</summary>
    public void Restart()
    {
        Steps.Clear();
        Interlocked.Exchange(ref _steps, 0);
        _began = Stopwatch.GetTimestamp();
    }

    internal void Begin()
    {
        for (var i = 0; i < _players.Length; i++)
        {
            _players[i].Begin(Plan.RampUp * i / _players.Length);
        }
    }

    internal void Took(TimeSpan time)
    {
        Interlocked.Increment(ref _steps);
        Steps.Add(time);
    }

    internal void Finish()
    {
        if (Interlocked.Increment(ref _finished) == _players.Length)
        {
            Stop();
        }
    }

    internal void Misfire(long chatId, int step)
    {
        Interlocked.Increment(ref _misfires);
        _firstMisfire ??= $"chat {chatId}, step {step}: no keyboard";
    }

    internal void Leave()
    {
        Stop();
        foreach (var player in _players)
        {
            player.Leave();
        }
    }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("load"u8);
        json.WriteNumber("chats"u8, _players.Length);
        json.WriteNumber("elapsed_s"u8, Math.Round(Elapsed.TotalSeconds, 3));
        json.WriteNumber("steps"u8, Interlocked.Read(ref _steps));
        json.WriteNumber("steps_per_s"u8, Math.Round(StepsPerSecond, 1));
        json.WriteNumber("waiting"u8, Waiting);
        json.WriteNumber("finished"u8, _finished);
        json.WriteNumber("misfires"u8, _misfires);
        json.WriteString("first_misfire"u8, _firstMisfire);
        Steps.Write(json, "step_ms");
        json.WriteEndObject();
    }
}
