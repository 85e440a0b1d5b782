using System.Collections.Concurrent;
using PixelLab.Core.Events;
using PixelLab.Web.Features.Classroom;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Tests.Classroom;

/// <summary>Rooms in memory, as a store that several labs share: a test tells when one hears of another's changes.</summary>
internal sealed class SharedShelf : IRoomStore
{
    private readonly ConcurrentDictionary<string, StoredRoom> _rooms = new(StringComparer.Ordinal);
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
        KeptRoom.Read(_rooms.AddOrUpdate(code, _ => throw new KeyNotFoundException(code), (_, stored) =>
        {
            var old = KeptRoom.Read(stored);
            return Next(KeptRoom.Put(change(old.Room), old));
        }));

    /// <summary>Takes a room away as another lab does.</summary>
    public void RemoveElsewhere(string code) => Assert.True(_rooms.TryRemove(code, out _));

    public Task<IReadOnlyList<StoredRoom>> AllAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<StoredRoom>>([.. _rooms.Values]);

    public async Task<StoredRoom?> FindAsync(string code)
    {
        var found = Find(code);
        await BeforeAnswer();
        return found;
    }

    /// <summary>The room as it stands, without waiting.</summary>
    public StoredRoom? Find(string code) => _rooms.GetValueOrDefault(code);

    public Task<string?> FindCodeAsync(SeatId seat) =>
        Task.FromResult(_rooms.Values.FirstOrDefault(kept => KeptRoom.Read(kept).Room.Find(seat) is not null)?.Code);

    public async Task<bool> TryChangeAsync(RoomChange change)
    {
        var old = Find(change.Code);
        if ((old?.Version ?? 0) != change.From)
        {
            return false;
        }

        var isDone = (change.Text, old) switch
        {
            (null, null) => false,
            (null, { } there) => _rooms.TryRemove(KeyValuePair.Create(change.Code, there)),
            (_, null) => _rooms.TryAdd(change.Code, Next(change)),
            (_, { } there) => _rooms.TryUpdate(change.Code, Next(change), there),
        };
        if (isDone && change.Text is not null)
        {
            await AfterPut();
        }

        return isDone;
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

    private static StoredRoom Next(RoomChange change) => new(change.Code, change.From + 1, change.Text!);
}
