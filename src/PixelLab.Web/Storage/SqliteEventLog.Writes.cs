using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using PixelLab.Core.Events;
using SQLitePCL;

namespace PixelLab.Web.Storage;

public sealed partial class SqliteEventLog
{
    /// <summary>The most changes that wait; when as many do, requests wait before their hit is taken.</summary>
    private const int QueueLength = 4096;

    /// <summary>The most changes in one commit.</summary>
    private const int GroupSize = 512;

    /// <summary>How many rows are erased in one commit, so that hits need not wait for a large erasure.</summary>
    private const int ErasedAtOnce = 2000;

    /// <summary>How long an erasure waits for readers before it is answered. The lab's own are done sooner.</summary>
    private const int ScrubMilliseconds = 100;

    private static readonly TimeSpan ShortestScrubPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestScrubPause = TimeSpan.FromSeconds(2);

    private readonly TimeProvider _time = TimeProvider.System;
    private TimeSpan _scrubPause = ShortestScrubPause;
    private bool _scrubComes;

    /// <summary>At the start too: the process may have ended before it could clean up.</summary>
    private bool _scrubOwed = true;

    /// <inheritdoc />
    public Task<IReadOnlyList<LabEvent>> AppendAsync(IReadOnlyList<LabEvent> events, CancellationToken cancellation = default)
    {
        var bodies = new byte[events.Count][];
        for (var i = 0; i < bodies.Length; i++)
        {
            bodies[i] = LabEventJson.Write(events[i]);
        }

        var append = new Append(events, bodies);
        return _changes.Writer.TryWrite(append) ? append.Done.Task : QueueAsync(append, append.Done.Task, cancellation);
    }

    /// <inheritdoc />
    public Task<long> EraseAsync(SeatId seat, CancellationToken cancellation = default)
    {
        var erase = new Erase(seat);
        return QueueAsync(erase, erase.Done.Task, cancellation);
    }

    /// <inheritdoc />
    public Task<long> ExpireAsync(DateTimeOffset before, CancellationToken cancellation = default)
    {
        var expire = new Expire(before);
        return QueueAsync(expire, expire.Done.Task, cancellation);
    }

    private async Task<T> QueueAsync<T>(Change change, Task<T> done, CancellationToken cancellation)
    {
        await _changes.Writer.WriteAsync(change, cancellation);
        return await done;
    }

    private async Task WriteAllAsync()
    {
        using var inserts = new Inserts(_writing);
        var group = new List<Append>(GroupSize);
        while (await _changes.Reader.WaitToReadAsync())
        {
            Change? other = null;
            while (other is null && group.Count < GroupSize && _changes.Reader.TryRead(out var change))
            {
                if (change is Append append)
                {
                    group.Add(append);
                }
                else
                {
                    other = change;
                }
            }

            Commit(inserts, group);
            group.Clear();
            switch (other)
            {
                case Erase erase:
                    Guard(erase.Done, () => EraseSeat(erase.Seat));
                    break;
                case Expire expire:
                    Guard(expire.Done, () => ExpireBefore(expire.Before));
                    break;
                case ScrubAgain again:
                    _scrubComes = false;
                    Guard(again.Done, () => _scrubOwed ? Scrub(patience: 0) : 0);
                    break;
                default:
                    break;
            }
        }
    }

    private void Commit(Inserts inserts, List<Append> group)
    {
        if (group.Count == 0)
        {
            return;
        }

        var kept = new List<LabEvent>(group.Count);
        var sizes = new List<int>(group.Count);
        try
        {
            var id = _lastId;
            inserts.Begin();
            foreach (var append in group)
            {
                for (var i = 0; i < append.Events.Count; i++)
                {
                    var labEvent = append.Events[i] with { Id = ++id };
                    inserts.Add(labEvent, append.Bodies[i]);
                    kept.Add(labEvent);
                    sizes.Add(append.Bodies[i].Length);
                }
            }

            inserts.Commit();
            _recent.Add(kept, sizes);
            Interlocked.Exchange(ref _lastId, id);
        }
        catch (SqliteException failure)
        {
            inserts.Rollback();
            foreach (var append in group)
            {
                append.Done.TrySetException(new EventLogException("The event log could not be written.", failure));
            }

            return;
        }

        Answer([.. group], kept);
        _followers.Wake(kept);
    }

    /// <summary>
    /// Lets the requests of a committed group go on. A few work items for the whole group, not one for each request:
    /// handing each to the thread pool by itself costs more than the rest of a hit.
    /// </summary>
    private static void Answer(Append[] group, List<LabEvent> kept)
    {
        var share = Math.Max(8, (group.Length + Environment.ProcessorCount - 1) / Environment.ProcessorCount);
        var first = 0;
        for (var start = 0; start < group.Length; start += share)
        {
            var part = new ArraySegment<Append>(group, start, Math.Min(share, group.Length - start));
            var firstOfPart = first;
            first += part.Sum(append => append.Bodies.Length);
            ThreadPool.UnsafeQueueUserWorkItem(
                _ =>
                {
                    var at = firstOfPart;
                    foreach (var append in part)
                    {
                        // By the bodies: whoever is answered may use the list of events again at once.
                        append.Done.TrySetResult(kept.GetRange(at, append.Bodies.Length));
                        at += append.Bodies.Length;
                    }
                },
                null);
        }
    }

    private long EraseSeat(SeatId seat)
    {
        long erased = 0;
        while (true)
        {
            using var command = _writing.CreateCommand();
            command.CommandText = """
                INSERT OR REPLACE INTO facts VALUES ('last_id', $last);
                DELETE FROM events WHERE id IN (SELECT id FROM events WHERE seat = $seat LIMIT $most);
                """;
            command.Parameters.AddWithValue("$last", _lastId);
            command.Parameters.AddWithValue("$seat", seat.Value);
            command.Parameters.AddWithValue("$most", ErasedAtOnce);
            var rows = command.ExecuteNonQuery() - 1;
            erased += rows;
            if (rows < ErasedAtOnce)
            {
                break;
            }
        }

        _recent.Forget(labEvent => labEvent.Seat == seat);
        Interlocked.Increment(ref _erasures);
        Scrub(ScrubMilliseconds);
        _followers.WakeErased(new SeatErased { Id = _lastId, Seat = seat, At = _time.GetUtcNow() });
        return erased;
    }

    private long ExpireBefore(DateTimeOffset before)
    {
        // Ids grow with time, so the oldest rows are the first ones, and no index on time is needed.
        using var command = _writing.CreateCommand();
        command.CommandText = """
            INSERT OR REPLACE INTO facts VALUES ('last_id', $last);
            DELETE FROM events WHERE at < $before AND id IN (SELECT id FROM events ORDER BY id LIMIT $most);
            """;
        command.Parameters.AddWithValue("$last", _lastId);
        command.Parameters.AddWithValue("$before", before.ToUnixTimeMilliseconds());
        command.Parameters.AddWithValue("$most", ErasedAtOnce);
        var rows = command.ExecuteNonQuery() - 1;
        _recent.Forget(labEvent => (labEvent.KeptSince ?? labEvent.At) < before);
        if (rows > 0)
        {
            Interlocked.Increment(ref _erasures);
        }

        if (rows > 0 || _scrubOwed)
        {
            Scrub(ScrubMilliseconds);
        }

        return rows;
    }

    /// <summary>
    /// Carries the erasure from the write-ahead log into the file and empties that log: nothing is left in either. A reader
    /// that does not end in time keeps it from that (first column, sqlite.org/pragma.html#pragma_wal_checkpoint); the lab's
    /// own read page by page, so it is another program with the file open. Then it is tried again and again, without
    /// waiting, for hits wait meanwhile.
    /// </summary>
    private long Scrub(int patience)
    {
        _ = raw.sqlite3_busy_timeout(_writing.Handle!, patience);
        try
        {
            _scrubOwed = Scalar(_writing, "PRAGMA wal_checkpoint(TRUNCATE)") != 0;
        }
        finally
        {
            _ = raw.sqlite3_busy_timeout(_writing.Handle!, Inserts.BusyMilliseconds);
        }

        if (!_scrubOwed)
        {
            _scrubPause = ShortestScrubPause;
        }
        else if (!_scrubComes)
        {
            _scrubComes = true;
            _ = ScrubLaterAsync(_scrubPause);
            _scrubPause = _scrubPause * 2 < LongestScrubPause ? _scrubPause * 2 : LongestScrubPause;
        }

        return 0;
    }

    private async Task ScrubLaterAsync(TimeSpan pause)
    {
        await Task.Delay(pause, _time);
        try
        {
            await _changes.Writer.WriteAsync(new ScrubAgain());
        }
        catch (ChannelClosedException)
        {
            // The log is closed; the next start cleans up first.
        }
    }

    private static void Guard(TaskCompletionSource<long> done, Func<long> work)
    {
        try
        {
            done.TrySetResult(work());
        }
        catch (SqliteException failure)
        {
            done.TrySetException(new EventLogException("The event log could not be erased.", failure));
        }
    }

    private abstract record Change;

    private sealed record Append(IReadOnlyList<LabEvent> Events, byte[][] Bodies) : Change
    {
        /// <summary>Completed from a work item of its own group, so whoever waits may go on right there.</summary>
        public TaskCompletionSource<IReadOnlyList<LabEvent>> Done { get; } = new();
    }

    private sealed record Erase(SeatId Seat) : Change
    {
        public TaskCompletionSource<long> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed record ScrubAgain : Change
    {
        public TaskCompletionSource<long> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed record Expire(DateTimeOffset Before) : Change
    {
        public TaskCompletionSource<long> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
