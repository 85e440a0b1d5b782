using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using PixelLab.Core.Events;
using PixelLab.Core.Readings;
using PixelLab.Web.Addressing;
using PixelLab.Web.Frame;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Tests.Frame;

/// <summary>A page that waits for a large seat to be read says so, and comes when it is.</summary>
public sealed class StillReadingTests : IDisposable
{
    private const int Events = 1000;

    private readonly FakeTimeProvider _time = new();
    private readonly SlowLog _log = new();
    private readonly SeatReadings _readings;

    public StillReadingTests() => _readings = new SeatReadings(_log, _time);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_says_how_much_is_read_and_the_next_one_reads_on_from_there()
    {
        var waiting = await AskAsync("text/html");
        Assert.Equal(StatusCodes.Status202Accepted, waiting.Response.StatusCode);
        Assert.Equal("1", waiting.Response.Headers["Refresh"]);
        Assert.Contains("About 50 % is read.", TextOf(waiting), StringComparison.Ordinal);

        _log.Rest.SetResult();
        var whole = await AskAsync("text/html");
        Assert.Equal(StatusCodes.Status200OK, whole.Response.StatusCode);
        Assert.Equal($"{Events}", TextOf(whole));
        Assert.Equal(1, _log.Begun);
    }

    [Fact]
    public async Task A_program_waits_until_all_is_read()
    {
        var asked = AskAsync("application/json");
        _log.Rest.SetResult();
        Assert.Equal($"{Events}", TextOf(await asked));
    }

    [Fact]
    public async Task A_page_that_is_slow_for_another_reason_is_waited_for()
    {
        var slow = new TaskCompletionSource();
        var context = Context("text/html");
        var asked = new StillReading(_ => slow.Task, _readings, _time).InvokeAsync(context);
        _time.Advance(2 * StillReading.Patience);
        Assert.False(asked.IsCompleted);
        slow.SetResult();
        await asked;
        Assert.Equal(StatusCodes.Status200OK, context.Response.StatusCode);
    }

    /// <inheritdoc />
    public void Dispose() => _readings.Dispose();

    private static DefaultHttpContext Context(string accept)
    {
        var context = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        context.Request.Method = "GET";
        context.Request.Headers.Accept = accept;
        context.Features.Set(new TownRequest(Town.Lab, SeatId.Default, new TownAddress(new AddressingOptions(), "http", "localhost", 5080)));
        return context;
    }

    private async Task<HttpContext> AskAsync(string accept)
    {
        var context = Context(accept);
        var asked = new StillReading(
            async page =>
            {
                var count = await _readings.AskAsync(SeatId.Default, (Hits reading) => reading.Count, page.RequestAborted);
                await page.Response.WriteAsync($"{count}", page.RequestAborted);
            },
            _readings,
            _time).InvokeAsync(context);
        while (accept == "text/html" && !asked.IsCompleted)
        {
            await Task.WhenAny(asked, _log.Waits);
            _time.Advance(StillReading.Patience);
            await Task.Yield();
        }

        await asked.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        return context;
    }

    private static string TextOf(HttpContext context) => Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray());

    private sealed class Hits : Reading
    {
        public int Count { get; private set; }

        public override EventKinds Takes { get; } = EventKinds.Of(typeof(AccountUsed));

        public override void Add(LabEvent labEvent) => Count++;
    }

    /// <summary>A log of which the second half comes when it is let.</summary>
    private sealed class SlowLog : IEventReader
    {
        private readonly TaskCompletionSource _waits = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Rest { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Ends when somebody waits for the second half.</summary>
        public Task Waits => _waits.Task;

        /// <summary>How often it was read from the beginning.</summary>
        public int Begun { get; private set; }

        public long LastId => Events;

        public Cursor End => new(LastId);

        public long Erasures => 0;

        public bool HasLost(SeatId seat, long since) => false;

        public async ValueTask<EventsOfKinds> ReadKindsAsync(
            SeatId seat, EventKinds kinds, long after, int limit, CancellationToken cancellation = default)
        {
            if (after == 0)
            {
                Begun++;
            }
            else
            {
                _waits.TrySetResult();
                await Rest.Task.WaitAsync(cancellation);
            }

            var events = Enumerable.Range((int)after + 1, Events / 2).Select(id => (LabEvent)new AccountUsed
            {
                Id = id,
                At = DateTimeOffset.UnixEpoch,
                Seat = seat,
                Site = "shop",
                Action = "log_in",
                Person = "mara",
            });
            return new EventsOfKinds([.. events], after + (Events / 2), HasMore: after == 0);
        }

        public ValueTask<bool> HoldsAsync(Cursor cursor, CancellationToken cancellation = default) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<LabEvent>> ReadAsync(SeatId? seat, long after, int limit, CancellationToken cancellation = default) =>
            throw new NotSupportedException();

        public ValueTask<LabEvent?> FindAsync(SeatId seat, long id, CancellationToken cancellation = default) => throw new NotSupportedException();

        public IAsyncEnumerable<EventBatch> FollowAsync(SeatId? seat, Cursor after, CancellationToken cancellation = default) =>
            throw new NotSupportedException();
    }
}
