using System.Security.Cryptography;
using ChatHelper.Conversations;
using ChatHelper.Storage;
using ChatHelper.Tests.Conversations;
using Microsoft.Extensions.Logging;

namespace ChatHelper.Tests.Power;

/// <summary>What was acknowledged up to a moment, and whether a data folder keeps it.</summary>
internal sealed class Promises
{
    private readonly Dictionary<long, List<string[]>> _acknowledged = [];
    private readonly HashSet<long> _leaving = [];
    private readonly HashSet<long> _gone = [];

    public int Acknowledged { get; private set; }

    public void Hear(string mark)
    {
        var words = mark.Split(' ');
        var person = long.TryParse(words[1], System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
        switch (words[0])
        {
            case "erasing":
                _leaving.Add(person);
                break;
            case "erased":
                _gone.Add(person);
                Acknowledged++;
                break;
            case "said" or "gave":
                (_acknowledged.TryGetValue(person, out var those) ? those : _acknowledged[person] = []).Add(words);
                Acknowledged++;
                break;
        }
    }

    /// <summary>Opens the folder with the real engine.</summary>
    /// <returns>What is broken; empty: nothing.</returns>
    public IReadOnlyList<string> Broken(string folder)
    {
        var missing = new Missing();
        Engine engine;
        try
        {
            engine = new Engine(s_pack.Value, folder, new Channels.Terminal.VirtualClock(Rig.T0), missing);
        }
        catch (Exception fault)
        {
            return [$"corrupt: {fault.GetType().Name}: {fault.Message}"];
        }

        using (engine)
        {
            using var session = new Session(engine.Database.Open());
            List<string> broken = [];
            if (session.Scalar("PRAGMA integrity_check") is var word and not "ok")
            {
                broken.Add($"corrupt: {word}");
            }

            if (missing.Told is { } told)
            {
                broken.Add($"lost: {told}");
            }

            broken.AddRange(_gone.Where(person => engine.Keys.Has(person) || session.Scalar("SELECT 1 FROM person WHERE person_id = $1", person) is not null)
                .Select(person => $"readable after erasing: {person}"));
            foreach (var (person, marks) in _acknowledged.Where(one => !_gone.Contains(one.Key)))
            {
                broken.AddRange(Broken(engine, session, person, marks));
            }

            return broken;
        }
    }

    private static readonly Lazy<Core.Dialogs.Pack> s_pack = new(Rig.Sound);

    private IEnumerable<string> Broken(Engine engine, Session session, long person, List<string[]> marks)
    {
        if (session.Scalar("SELECT erased_at IS NULL FROM person WHERE person_id = $1", person) is not 1L)
        {
            // Whoever had begun to leave may be gone, but then wholly.
            return _leaving.Contains(person) && !engine.Keys.Has(person) ? [] : [$"lost: person {person}"];
        }

        try
        {
            List<string> broken = [];
            var address = engine.Conversations.AddressOf(session, person)!.Value;
            var found = engine.Conversations.Find(session, address)!;
            if (found.Id != person || found.Writes < marks.Count)
            {
                broken.Add($"lost: a conversation stands at {found.Writes} after {marks.Count} turns");
            }

            engine.Outbox.Of(session, person, 0);
            var files = engine.Files.Of(session, person).Select(file => file.Id).ToHashSet(StringComparer.Ordinal);
            foreach (var mark in marks)
            {
                if (session.Scalar("SELECT 1 FROM seen WHERE key = $1 AND person_id = $2", mark[2], person) is null)
                {
                    broken.Add($"lost: turn {mark[2]}");
                }
                else if (mark[0] == "gave" && files.Contains(mark[3]) && Convert.ToHexStringLower(SHA256.HashData(engine.Files.Read(person, mark[3]).Span)) != mark[4])
                {
                    broken.Add($"wrong: file {mark[3]}");
                }
                else if (mark[0] == "gave" && !files.Contains(mark[3]))
                {
                    broken.Add($"lost: file {mark[3]}");
                }
            }

            return broken;
        }
        catch (Exception fault)
        {
            return [$"lost: {fault.GetType().Name}: {fault.Message}"];
        }
    }

    // The start tells when it had to remove somebody whose key was not there: after a power cut that is a person lost.
    private sealed class Missing : ILoggerFactory, ILogger
    {
        public string? Told { get; private set; }

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id == 1502 && formatter(state, exception) is var words && !words.Contains(" 0 persons of the database", StringComparison.Ordinal))
            {
                Told = words;
            }
        }

        public void Dispose()
        {
        }
    }
}
