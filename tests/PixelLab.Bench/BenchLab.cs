namespace PixelLab.Bench;

/// <summary>The lab of the measurements: a process of its own that takes as many hits as are sent.</summary>
internal static class BenchLab
{
    /// <summary>Starts one.</summary>
    public static Task<LabProcess> StartAsync() => LabProcess.StartAsync(
        ("Limits:HitsPerMinute", "0"), ("Limits:MegabytesOfSeat", "0"), ("Limits:MegabytesOfLab", "0"));
}
