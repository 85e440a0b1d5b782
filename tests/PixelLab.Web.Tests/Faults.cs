using Microsoft.Extensions.Logging;

namespace PixelLab.Web.Tests;

/// <summary>Keeps what is logged as an error.</summary>
internal sealed class Faults<TCategory> : ILogger<TCategory>
{
    public List<Exception?> Logged { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel == LogLevel.Error)
        {
            Logged.Add(exception);
        }
    }
}
