using System.Collections.Concurrent;
using PixelLab.Core.Events;
using PixelLab.Web.Features.Classroom;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Tests.Classroom;

/// <summary>Rooms in memory, as a store that several labs share: a test tells when one hears of another's changes.</summary>
internal sealed class SharedShelf : IRoomStore
{
    private readonly ConcurrentDictionary<string, KeptRoom> _rooms = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<SeatId, ClosedSeat> _closed = [];

    public event Action<string?, long>? ChangedElsewhere;

    /// <summary>What is waited for before an answer that has been found is given.</summary>
    public Func<Task> BeforeAnswer { get; set; } = () => Task.CompletedTask;

    /// <summary>What is waited for after a room has been put, before that is told.</summary>
    public Func<Task> AfterPut { get; set; } = () => Task.CompletedTask;

    /// <summary>Tells the labs of a change; without a code, that they may have missed some.</summary>
    public void Tell(string? code, long version) => ChangedElsewhere?.Invoke(code, version);

    /// <summary>Changes a room as another lab does.</summary>
    public KeptRoom ChangeElsewhere(string code, Func<Room, Room> change) =>
        _rooms.AddOrUpdate(code, _ => throw new KeyNotFoundException(code), (_, old) => new KeptRoom(change(old.Room), old.Version + 1));

    /// <summary>Takes a room away as another lab does.</summary>
    public void RemoveElsewhere(string code) => Assert.True(_rooms.TryRemove(code, out _));

    public Task<IReadOnlyList<KeptRoom>> AllAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<KeptRoom>>([.. _rooms.Values]);

    public async Task<KeptRoom?> FindAsync(string code)
    {
        var found = Find(code);
        await BeforeAnswer();
        return found;
    }

    public KeptRoom? Find(string code) => _rooms.GetValueOrDefault(code);

    public string? FindCode(SeatId seat) => _rooms.Values.FirstOrDefault(kept => kept.Room.Find(seat) is not null)?.Room.Code;

    public async Task<KeptRoom?> TryPutAsync(Room room, KeptRoom? old)
    {
        var kept = new KeptRoom(room, (old?.Version ?? 0) + 1);
        if (!(old is null ? _rooms.TryAdd(room.Code, kept) : _rooms.TryUpdate(room.Code, kept, old)))
        {
            return null;
        }

        await AfterPut();
        return kept;
    }

    public Task CloseAsync(IReadOnlyCollection<ClosedSeat> seats)
    {
        foreach (var one in seats)
        {
            _closed[one.Seat] = one;
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<ClosedSeat>> ClosedAsync(DateTimeOffset now, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ClosedSeat>>([.. _closed.Values.Where(one => one.Until > now)]);

    public Task ForgetClosedAsync(DateTimeOffset now)
    {
        foreach (var one in _closed.Where(one => one.Value.Until <= now))
        {
            _closed.TryRemove(one);
        }

        return Task.CompletedTask;
    }

    public Task<bool> TryRemoveAsync(KeptRoom room) => Task.FromResult(_rooms.TryRemove(KeyValuePair.Create(room.Room.Code, room)));
}
