namespace PixelLab.Browser.Tests;

/// <summary>Waits for what comes about in its own time: the one place that asks again and again.</summary>
public static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks until the answer is yes.</summary>
    /// <exception cref="TimeoutException">The answer was still no at the deadline.</exception>
    public static async Task TrueAsync(string what, Func<Task<bool>> ask, TimeSpan? patience = null)
    {
        using var deadline = new CancellationTokenSource(patience ?? TimeSpan.FromSeconds(20));
        using var again = new PeriodicTimer(Pause);
        try
        {
            while (!await ask())
            {
                await again.WaitForNextTickAsync(deadline.Token);
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"It did not come about that {what}.");
        }
    }
}
