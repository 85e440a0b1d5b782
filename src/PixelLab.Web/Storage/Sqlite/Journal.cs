using Microsoft.Win32.SafeHandles;
using PixelLab.Web.Limits;

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

    /// <summary>What stands in a file to see whether an entry could: an end, and behind it what is none.</summary>
    private static readonly byte[] Trial =
        [.. new byte[JournalEntry.EndLength], .. Enumerable.Repeat(byte.MaxValue, StoreLimits.Probe - JournalEntry.EndLength)];

    /// <summary>
    /// What a file begins with: letters that can be no entry's length, and the version of what follows. Files from before it was written down begin
    /// with an entry.
    /// </summary>
    private static readonly byte[] Head = [.. "PXLJ"u8, JournalFile.Version, 0, 0, 0];

    private readonly bool[] _hasHead = [false, false];
    private readonly string[] _paths;
    private readonly SafeFileHandle[] _files;

    /// <summary>The newest id in each file; 0 where everything in it is in the database.</summary>
    private readonly long[] _lastIds;
    private int _current;
    private long _length = Head.Length;

    /// <summary>Opens the journal of a folder. What is in it has to be taken over before (<see cref="JournalRecovery"/>), for it is written over.</summary>
    public Journal(string folder)
    {
        _paths = [.. PathsIn(folder)];
        _files = [.. _paths.Select(path => File.OpenHandle(
            PrivateFiles.File(path), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete))];
        _lastIds = new long[_files.Length];
    }

    /// <summary>Where its files lie in a folder.</summary>
    public static IEnumerable<string> PathsIn(string folder) => Names.Select(name => Path.Combine(folder, name));

    /// <summary>Hands an entry to the operating system.</summary>
    /// <exception cref="IOException">The disk is full or broken; the entry is not kept.</exception>
    public void Write(JournalEntry entry)
    {
        ChooseFile();
        RandomAccess.Write(_files[_current], entry.WithEnd, _length);
        _length += entry.Bytes.Length;
        _lastIds[_current] = entry.LastId;
    }

    /// <summary>Writes where the next entry would stand what is none.</summary>
    /// <exception cref="IOException">The next entry would not be kept either.</exception>
    public void Try()
    {
        ChooseFile();
        RandomAccess.Write(_files[_current], Trial, _length);
    }

    /// <summary>Whether its files can be found by their names: where the folder was deleted, what is written to them is gone with the process.</summary>
    public bool IsThere() => File.Exists(_paths[0]) && File.Exists(_paths[1]);

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
                    _length = Head.Length;
                }
            }
        }
    }

    /// <summary>Leaves no byte in the files. Everything in them has to be in the database.</summary>
    public void Empty()
    {
        foreach (var file in _files)
        {
            if (RandomAccess.GetLength(file) > 0)
            {
                RandomAccess.SetLength(file, 0);
            }
        }

        Array.Clear(_hasHead);

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

    private void ChooseFile()
    {
        var other = 1 - _current;
        if (_length >= FullLength && _lastIds[other] == 0)
        {
            _current = other;
            _length = Head.Length;
        }

        if (!_hasHead[_current])
        {
            RandomAccess.Write(_files[_current], Head, 0);
            _hasHead[_current] = true;
        }
    }
}
