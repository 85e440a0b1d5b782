namespace PixelLab.Web.Tests;

/// <summary>How long a browser waits before it calls the lab again (<c>Client/src/back-off.ts</c>).</summary>
public sealed class BackOffTests
{
    [Fact]
    public async Task Each_pause_is_twice_as_long_as_the_one_before_up_to_a_bound()
    {
        var shortest = await PausesAsync("[0, 1, 2, 3, 4, 5, 60].map((n) => code.pauseAfter(n, 0))");
        Assert.Equal([250, 500, 1000, 2000, 4000, 5000, 5000], shortest);
        var longest = await PausesAsync("[0, 1, 60].map((n) => code.pauseAfter(n, 1))");
        Assert.Equal([500, 1000, 10_000], longest);
    }

    [Fact]
    public async Task A_class_that_lost_its_server_in_one_moment_does_not_come_back_in_one()
    {
        var pauses = await PausesAsync("Array.from({ length: 300 }, () => code.pauseAfter(5))");
        Assert.All(pauses, pause => Assert.InRange(pause, 5000, 10_000));
        // By pure chance every half second of the five has somebody: that one of ten is empty happens once in 10^12 times.
        Assert.Equal(10, pauses.Select(pause => (int)((pause - 5000) / 500)).Distinct().Count());
    }

    private static async Task<double[]> PausesAsync(string expression) =>
        [.. (await ClientCode.EvaluateAsync("back-off.ts", expression)).EnumerateArray().Select(pause => pause.GetDouble())];
}
