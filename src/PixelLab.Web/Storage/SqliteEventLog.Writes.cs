using Microsoft.Data.Sqlite;
using PixelLab.Core.Events;

namespace PixelLab.Web.Storage;

public sealed partial class SqliteEventLog
{
    /// <summary>The most changes that wait.</summary>
    private const int QueueLength = 4096;

    /// <summary>How much memory may hold what is to be moved; beyond it whoever brings more waits.</summary>
    private const long MostPendingBytes = 8 * 1024 * 1024;

    /// <summary>How long events gather before they are moved: under load some hundreds, which write the pages they share once.</summary>
    private const int GatherMilliseconds = 10;

    /// <summary>How long to wait before the move that failed is tried again.</summary>
    private const int MoveAgainMilliseconds = 1000;

    private readonly TimeProvider _time = TimeProvider.System;

    /// <summary>Guards the journal, what is to be moved, and the giving of ids.</summary>
    private readonly Lock _gate = new();
    private readonly Timer _moveSoon;
    private Backlog _pending = new();
    private Backlog _moving = new();
    private long _pendingBytes;

    /// <summary>The newest id in the database. Only the writer sets it.</summary>
    private long _movedId;

    private enum Work
    {
        Move,
        Erase,
        Expire,
        ScrubAgain,
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<LabEvent>> AppendAsync(IReadOnlyList<LabEvent> events, CancellationToken cancellation = default)
    {
        if (events.Count == 0)
        {
            return Task.FromResult<IReadOnlyList<LabEvent>>([]);
        }

        if (Interlocked.Read(ref _pendingBytes) >= MostPendingBytes)
        {
            return KeepLaterAsync(events, cancellation);
        }

        // One short write into the system's memory. Handing it to another thread and waiting for that left processors idle (bench: 12 % fewer hits).
        try
        {
            return Task.FromResult(Keep(events));
        }
        catch (EventLogException failure)
        {
            return Task.FromException<IReadOnlyList<LabEvent>>(failure);
        }
    }

    /// <inheritdoc />
    public Task<long> EraseAsync(SeatId seat, CancellationToken cancellation = default) =>
        QueueAsync(new Change(Work.Erase) { Seat = seat }, cancellation);

    /// <inheritdoc />
    public Task<long> ExpireAsync(DateTimeOffset before, CancellationToken cancellation = default) =>
        QueueAsync(new Change(Work.Expire) { Before = before }, cancellation);

    private async Task<long> QueueAsync(Change change, CancellationToken cancellation)
    {
        await _changes.Writer.WriteAsync(change, cancellation);
        return await change.Done.Task.WaitAsync(cancellation);
    }

    private async Task<IReadOnlyList<LabEvent>> KeepLaterAsync(IReadOnlyList<LabEvent> events, CancellationToken cancellation)
    {
        while (Interlocked.Read(ref _pendingBytes) >= MostPendingBytes)
        {
            await QueueAsync(new Change(Work.Move), cancellation);
        }

        return Keep(events);
    }

    private IReadOnlyList<LabEvent> Keep(IReadOnlyList<LabEvent> unnumbered)
    {
        using var entry = new JournalEntry(unnumbered);
        var events = entry.Events;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            entry.Number(_lastId);
            try
            {
                _journal.Write(entry);
            }
            catch (IOException failure)
            {
                throw new EventLogException("The event log could not be written.", failure);
            }

            if (_pending.Length == 0)
            {
                _moveSoon.Change(GatherMilliseconds, Timeout.Infinite);
            }

            _pending.Add(entry);
            _pendingBytes += entry.Bytes.Length;
            _recent.Add(events, entry.Sizes);
            Interlocked.Exchange(ref _lastId, entry.LastId);
        }

        _followers.Wake(events);
        return events;
    }

    private async Task WriteAllAsync()
    {
        using var inserts = new Inserts(_writing);
        await foreach (var change in _changes.Reader.ReadAllAsync())
        {
            try
            {
                Move(inserts);
                change.Done.TrySetResult(Do(change, inserts));
            }
            catch (Exception failure) when (failure is SqliteException or IOException)
            {
                change.Done.TrySetException(new EventLogException("The event log could not be changed.", failure));
            }
        }

        lock (_gate)
        {
            Move(inserts);
            _journal.Empty();
        }
    }

    private long Do(Change change, Inserts inserts)
    {
        switch (change.Work)
        {
            case Work.Erase:
                return EraseSeat(inserts, change.Seat);
            case Work.Expire:
                return ExpireBefore(inserts, change.Before);
            case Work.ScrubAgain:
                _scrubComes = false;
                return _scrubOwed ? Scrub(patience: 0) : 0;
            default:
                return 0;
        }
    }

    /// <summary>Moves what was kept until now from the journal into the database, in one commit.</summary>
    private void Move(Inserts inserts)
    {
        lock (_gate)
        {
            (_moving, _pending) = (_pending, _moving);
        }

        if (_moving.Length == 0)
        {
            return;
        }

        try
        {
            inserts.Begin();
            inserts.Add(_moving.Entries, _movedId);
            inserts.Commit();
        }
        catch (SqliteException)
        {
            inserts.Rollback();
            lock (_gate)
            {
                _moving.Add(_pending);
                _pending.Clear();
                (_moving, _pending) = (_pending, _moving);
            }

            _moveSoon.Change(MoveAgainMilliseconds, Timeout.Infinite);
            throw;
        }

        Interlocked.Exchange(ref _movedId, _moving.LastId);
        lock (_gate)
        {
            _journal.Moved(_movedId);
            _pendingBytes -= _moving.Length;
        }

        _moving.Clear();
    }

    private sealed record Change(Work Work)
    {
        public SeatId Seat { get; init; }

        public DateTimeOffset Before { get; init; }

        public TaskCompletionSource<long> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
