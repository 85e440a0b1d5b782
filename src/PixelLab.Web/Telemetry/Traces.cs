using System.Diagnostics;

namespace PixelLab.Web.Telemetry;

/// <summary>
/// Where the time goes, for whoever has it exported (<see cref="TelemetryOptions"/>). Nothing of a person is in it: no seat, no address, nothing of
/// what was sent.
/// </summary>
public static class Traces
{
    /// <summary>What those ask for who listen.</summary>
    public const string Name = "PixelLab";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Begins a piece of work; null where nobody listens.</summary>
    public static Activity? Begin(string name) => Source.HasListeners() ? Source.StartActivity(name) : null;

    /// <summary>Does a piece of work.</summary>
    public static Task<T> AroundAsync<T>(string name, Func<Task<T>> work) => Source.HasListeners() ? TraceAsync(name, work) : work();

    private static async Task<T> TraceAsync<T>(string name, Func<Task<T>> work)
    {
        using var activity = Source.StartActivity(name);
        return await work();
    }
}
