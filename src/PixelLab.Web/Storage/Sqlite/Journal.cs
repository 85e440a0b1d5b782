namespace PixelLab.Web.Storage.Sqlite;

/// <summary>
/// What is kept and not in the database yet. An event is handed to the operating system, with which it outlives the process; whoever brings it waits for
/// no commit, and the database gets hundreds at once. One of its two files is written to while what stands in the other finds its way into the database.
/// Not thread-safe.
/// </summary>
internal sealed class Journal : IDisposable
{
    private static readonly string[] Names = ["events.journal-1", "events.journal-2"];

    private readonly JournalRoom[] _rooms;

    /// <summary>The newest id in each file; 0 where everything in it is in the database.</summary>
    private readonly long[] _lastIds;
    private int _current;
    private long _length = JournalRoom.Begin;

    /// <summary>Opens the journal of a folder. What is in it has to be taken over before (<see cref="JournalRecovery"/>), for it is written over.</summary>
    public Journal(string folder, Reserve reserve)
    {
        _rooms = [.. PathsIn(folder).Select(path => new JournalRoom(path, reserve))];
        _lastIds = new long[_rooms.Length];
    }

    /// <summary>Where its files lie in a folder.</summary>
    public static IEnumerable<string> PathsIn(string folder) => Names.Select(name => Path.Combine(folder, name));

    /// <summary>Hands an entry to the operating system.</summary>
    /// <exception cref="IOException">The disk is full or broken; the entry is not kept.</exception>
    public void Write(JournalEntry entry)
    {
        ChooseRoom(entry.WithEnd.Length);
        _rooms[_current].Write(entry, _length);
        _length += entry.Bytes.Length;
        _lastIds[_current] = entry.LastId;
    }

    /// <summary>Sees whether an entry could be written.</summary>
    /// <exception cref="IOException">The next entry would not be kept either.</exception>
    public void Try() => _rooms[_current].Try(_length);

    /// <summary>Whether its files can be found by their names: where the folder was deleted, what is written to them is gone with the process.</summary>
    public bool IsThere() => _rooms.All(room => room.IsThere);

    /// <summary>Tells that everything up to an id is in the database, so that its room is written to again.</summary>
    public void Moved(long upToId)
    {
        for (var i = 0; i < _rooms.Length; i++)
        {
            if (_lastIds[i] <= upToId)
            {
                _lastIds[i] = 0;
                if (i == _current)
                {
                    _length = JournalRoom.Begin;
                }
            }
        }
    }

    /// <summary>Leaves no byte in the files. Everything in them has to be in the database.</summary>
    public void Empty()
    {
        foreach (var room in _rooms)
        {
            room.Empty();
        }

        Moved(long.MaxValue);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var room in _rooms)
        {
            room.Dispose();
        }
    }

    /// <summary>From where the next entry does not fit on, the other file's turn has come, if all of it is in the database.</summary>
    private void ChooseRoom(int length)
    {
        var other = 1 - _current;
        if (_length + length > JournalRoom.MappedLength && _lastIds[other] == 0)
        {
            _current = other;
            _length = JournalRoom.Begin;
        }
    }
}
