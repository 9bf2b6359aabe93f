using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ChatHelper.Tests.Watch;

/// <summary>What was written to the log, as the operator sees it.</summary>
internal sealed class Lines : ILoggerFactory, ILogger
{
    public ConcurrentQueue<string> All { get; } = new();

    public IReadOnlyList<string> Of(string words) => [.. All.Where(line => line.Contains(words, StringComparison.Ordinal))];

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        All.Enqueue($"{logLevel} {formatter(state, exception)}");

    public void Dispose()
    {
    }
}
