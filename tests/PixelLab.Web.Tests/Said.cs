using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PixelLab.Web.Tests;

/// <summary>Keeps what is logged, line by line: the level and the words.</summary>
internal sealed class Said<TCategory> : ILogger<TCategory>
{
    private readonly ConcurrentQueue<(LogLevel Level, string Words)> _lines = new();

    public IReadOnlyList<(LogLevel Level, string Words)> Lines => [.. _lines];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue((logLevel, formatter(state, exception)));
}
