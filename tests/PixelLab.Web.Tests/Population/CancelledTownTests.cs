using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PixelLab.Core.Events;
using PixelLab.Core.Population;
using PixelLab.Web.Features.Population;
using PixelLab.Web.Limits;
using PixelLab.Web.Tests.Storage;

namespace PixelLab.Web.Tests.Population;

/// <summary>What the page says of a cancelled run holds for a town that was to be kept: nothing of it is.</summary>
public sealed class CancelledTownTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("pixellab-test-");

    private static CancellationToken Ends => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_of_a_town_stays_that_was_cancelled_half_way_by_its_page_or_by_the_labs_end(bool byEnd)
    {
        await using var own = new OwnLog(_data);
        var log = own.Log;
        using var runs = new PopulationRuns(
            new RealWalk(null!, log, log, TimeProvider.System), log, Options.Create(new ReplayLimits()), TimeProvider.System, NullLogger<PopulationRuns>.Instance);
        var job = runs.Keep(SeatId.New(), new PopulationPlan { People = 1000, Days = 30 }, out _)!;
        await foreach (var some in log.FollowAsync(null, default, Ends))
        {
            if (some.Events.Count > 0)
            {
                break;
            }
        }

        if (byEnd)
        {
            await runs.StopAsync(Ends);
            Assert.True(job.Work.IsCompleted, "The lab ended before the run did.");
        }
        else
        {
            job.Cancel();
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job.Work);
        Assert.NotEqual(0, log.LastId);
        Assert.Empty(await log.ReadAsync(null, 0, 1, Ends));
    }

    /// <inheritdoc />
    public void Dispose() => _data.Delete(recursive: true);
}
