using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PixelLab.Web.Tests;

/// <summary>Keeps the words of all that a lab logs.</summary>
internal sealed class SaidByLab : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue(formatter(state, exception));

    /// <inheritdoc />
    public void Dispose()
    {
        // It holds nothing but words.
    }
}
