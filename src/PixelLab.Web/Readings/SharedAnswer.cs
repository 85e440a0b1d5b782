namespace PixelLab.Web.Readings;

/// <summary>An answer that all share who ask within a second, however many they are.</summary>
internal sealed class SharedAnswer(TimeProvider time)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(1);

    private object? _value;

    /// <summary>When the answer's making began.</summary>
    private long _begun;

    /// <summary>Held by whoever makes it.</summary>
    private SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>The answer, with everything in it that was kept before the call.</summary>
    public async Task<TAnswer> GiveAsync<TAnswer>(Func<Task<TAnswer>> make, CancellationToken cancellation)
        where TAnswer : class
    {
        var asked = time.GetTimestamp();
        await Gate.WaitAsync(cancellation);
        try
        {
            if (_value is TAnswer known)
            {
                // Begun after this call came, so it knows all that was kept before it.
                if (_begun >= asked)
                {
                    return known;
                }

                var rest = Lasts - time.GetElapsedTime(_begun);
                if (rest > TimeSpan.Zero)
                {
                    await Task.Delay(rest, time, cancellation);
                }
            }

            var begun = time.GetTimestamp();
            var fresh = await make();
            (_begun, _value) = (begun, fresh);
            return fresh;
        }
        finally
        {
            Gate.Release();
        }
    }
}
