using Microsoft.Win32.SafeHandles;

namespace PixelLab.Web.Storage.Sqlite;

/// <summary>
/// What is kept and not in the database yet. An event is handed to the operating system by one short write, with which it
/// outlives the process; whoever brings it waits for no commit, and the database gets hundreds at once. One of its two files is
/// written to while what stands in the other finds its way into the database. Not thread-safe.
/// </summary>
internal sealed class Journal : IDisposable
{
    /// <summary>From this length on the other file's turn has come, if all of it is in the database.</summary>
    private const long FullLength = 4 * 1024 * 1024;

    private static readonly string[] Names = ["events.journal-1", "events.journal-2"];

    private readonly SafeFileHandle[] _files;

    /// <summary>The newest id in each file; 0 where everything in it is in the database.</summary>
    private readonly long[] _lastIds;
    private int _current;
    private long _length;

    /// <summary>Opens the journal of a folder. What is in it has to be read before anything is written.</summary>
    public Journal(string folder)
    {
        _files = [.. Names.Select(name => File.OpenHandle(
            PrivateFiles.File(Path.Combine(folder, name)), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete))];
        _lastIds = new long[_files.Length];
    }

    /// <summary>
    /// The entries that an ended process left, oldest first; some may be in the database already. One at a time: where the database took
    /// nothing for long, there are more of them than memory holds.
    /// </summary>
    public IEnumerable<byte[]> Read()
    {
        var next = _files.Select(file => EntriesOf(file).GetEnumerator()).Where(entries => entries.MoveNext()).ToList();
        while (next.MinBy(entries => JournalEntry.FirstIdOf(entries.Current)) is { } oldest)
        {
            yield return oldest.Current;
            if (!oldest.MoveNext())
            {
                next.Remove(oldest);
            }
        }
    }

    /// <summary>Hands an entry to the operating system.</summary>
    /// <exception cref="IOException">The disk is full or broken; the entry is not kept.</exception>
    public void Write(JournalEntry entry)
    {
        var other = 1 - _current;
        if (_length >= FullLength && _lastIds[other] == 0)
        {
            _current = other;
            _length = 0;
        }

        RandomAccess.Write(_files[_current], entry.WithEnd, _length);
        _length += entry.Bytes.Length;
        _lastIds[_current] = entry.LastId;
    }

    /// <summary>Tells that everything up to an id is in the database, so that its room is written to again.</summary>
    public void Moved(long upToId)
    {
        for (var i = 0; i < _files.Length; i++)
        {
            if (_lastIds[i] <= upToId)
            {
                _lastIds[i] = 0;
                if (i == _current)
                {
                    _length = 0;
                }
            }
        }
    }

    /// <summary>Leaves no byte in the files. Everything in them has to be in the database.</summary>
    public void Empty()
    {
        foreach (var file in _files)
        {
            RandomAccess.SetLength(file, 0);
        }

        Moved(long.MaxValue);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var file in _files)
        {
            file.Dispose();
        }
    }

    private static IEnumerable<byte[]> EntriesOf(SafeFileHandle file)
    {
        var at = 0L;
        while (JournalEntry.Read(file, at) is { } entry)
        {
            yield return entry;
            at += entry.Length;
        }
    }
}
