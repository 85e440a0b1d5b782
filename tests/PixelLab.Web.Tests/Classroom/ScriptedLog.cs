using System.Collections.Concurrent;
using PixelLab.Core.Events;

namespace PixelLab.Web.Tests.Classroom;

/// <summary>A log that keeps events in memory and lets a test step in before each call.</summary>
internal sealed class ScriptedLog : IEventWriter
{
    private ConcurrentQueue<LabEvent> _events = [];

    /// <summary>What is done before events are appended.</summary>
    public Func<IReadOnlyList<LabEvent>, Task> BeforeAppend { get; set; } = _ => Task.CompletedTask;

    /// <summary>What is done before a seat is erased.</summary>
    public Func<SeatId, Task> BeforeErase { get; set; } = _ => Task.CompletedTask;

    /// <summary>The seats that were erased, in order.</summary>
    public ConcurrentQueue<SeatId> Erased { get; } = [];

    /// <summary>The value that a seat's switch was last turned to.</summary>
    public string? Last(SeatId seat, string name) =>
        _events.OfType<SettingChanged>().LastOrDefault(change => change.Seat == seat && change.Name == name)?.Value;

    public async Task<IReadOnlyList<LabEvent>> AppendAsync(IReadOnlyList<LabEvent> events, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await BeforeAppend(events);
        foreach (var one in events)
        {
            _events.Enqueue(one);
        }

        return events;
    }

    public async Task<long> EraseAsync(SeatId seat, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await BeforeErase(seat);
        _events = new ConcurrentQueue<LabEvent>(_events.Where(one => one.Seat != seat));
        Erased.Enqueue(seat);
        return 1;
    }

    public Task<long> ExpireAsync(DateTimeOffset before, CancellationToken cancellation) => Task.FromResult(0L);
}
