using PixelLab.Core.Events;

namespace PixelLab.Web.Tests.Storage;

/// <summary>Everybody who keeps events is answered with these, whatever others do with their lists meanwhile.</summary>
public sealed class AnswerTests : IDisposable
{
    private const int Rounds = 300;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("pixellab-test-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_that_is_used_again_at_once_takes_nothing_from_the_next_in_line()
    {
        await using var own = new OwnLog(_data);
        for (var round = 0; round < Rounds; round++)
        {
            List<LabEvent> reused = [Named("first"), Named("second")];
            var first = own.Log.AppendAsync(reused, Cancellation);
            var second = own.Log.AppendAsync([Named("other")], Cancellation);

            // As soon as the first is answered, on the same thread where that can be.
            var used = first.ContinueWith(
                _ => reused.AddRange(Enumerable.Repeat(Named("more"), 50)), Cancellation, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

            Assert.Equal(["other"], (await second.WaitAsync(Cancellation)).OfType<Visit>().Select(visit => visit.Title));
            await used;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _data.Delete(recursive: true);

    private static Visit Named(string title) => KeptVisit.Of(title, DateTimeOffset.UtcNow);
}
