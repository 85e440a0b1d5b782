using PixelLab.Core.Events;

namespace PixelLab.Web.Features.Classroom;

/// <summary>A room in the book: its newest state, and whoever waits for the next one.</summary>
/// <param name="kept">The state that it is entered with.</param>
internal sealed class RoomEntry(KeptRoom kept)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _changed = New();

    /// <summary>The newest state that is known here.</summary>
    public KeptRoom Kept { get; private set; } = kept;

    /// <summary>Whether the room is gone for good. Nothing newer is taken in then.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Lets one change at a time be made.</summary>
    public SemaphoreSlim Changing { get; } = new(1, 1);

    /// <summary>Lets one act at a time be done that is more than a change. Asked for before <see cref="Changing"/>.</summary>
    public SemaphoreSlim Acting { get; } = new(1, 1);

    /// <summary>Done at the next change, or when the room ends. To be asked before the room is read.</summary>
    public Task Changed
    {
        get
        {
            lock (_gate)
            {
                return _changed.Task;
            }
        }
    }

    /// <summary>Takes in a newer state; an older one may come later.</summary>
    /// <returns>The seats that are no longer in the room.</returns>
    public IReadOnlyList<SeatId> Take(KeptRoom newer)
    {
        TaskCompletionSource old;
        IReadOnlyList<SeatId> gone;
        lock (_gate)
        {
            if (HasEnded || newer.Version <= Kept.Version)
            {
                return [];
            }

            gone = [.. Kept.Room.Students.Select(student => student.Seat).Except(newer.Room.Students.Select(student => student.Seat))];
            Kept = newer;
            (old, _changed) = (_changed, New());
        }

        old.TrySetResult();
        return gone;
    }

    /// <summary>The room has ended: nobody waits for more.</summary>
    public void End()
    {
        lock (_gate)
        {
            HasEnded = true;
            _changed.TrySetResult();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
