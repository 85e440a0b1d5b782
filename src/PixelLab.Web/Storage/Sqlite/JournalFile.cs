using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Storage.Sqlite;

/// <summary>
/// A journal's file as a process before this one has left it, read piece by piece. Where an entry is damaged, the next one behind it is looked for byte by
/// byte: it is known by a head that may be one and by its checksum. Behind the end stand entries that were moved long ago and that
/// nothing was written over yet; they are found as well, and the database knows them.
/// </summary>
internal sealed class JournalFile : IDisposable
{
    /// <summary>The version of what is read and written here.</summary>
    internal const byte Version = 1;

    /// <summary>Letters, then the version.</summary>
    private const int HeadLength = 8;

    /// <summary>From so many bytes of nothing on, what follows the end is no rest of older entries, which have no such run in them: something has emptied the file.</summary>
    private const int Nothing = 32;

    private readonly SafeFileHandle _file;
    private readonly long _length;
    private readonly List<Found> _entries = [];
    private readonly List<Gap> _gaps = [];
    private byte[] _piece = [];
    private long _pieceAt;
    private int _pieceLength;

    /// <summary>Opens a file and finds what is in it.</summary>
    public JournalFile(string path)
    {
        Path = path;
        _file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        _length = RandomAccess.GetLength(_file);
        Begin = BeginOf(At(0, HeadLength).Span);
        Scan();
    }

    /// <summary>Where it lies.</summary>
    public string Path { get; }

    /// <summary>Whether nothing was written to it.</summary>
    public bool IsEmpty => _length == 0;

    /// <summary>The version that it carries; 0 where it is from before it was written down.</summary>
    public int FormatVersion => Begin == 0 ? 0 : Version;

    /// <summary>Where the entries begin.</summary>
    private long Begin { get; }

    /// <summary>The entries that can be read, in the order of the file.</summary>
    public IReadOnlyList<Found> Entries => _entries;

    /// <summary>Tells how much of it is damaged, given the newest id that the database has had.</summary>
    public Damage DamageOf(long knownId)
    {
        var isAny = false;
        long bytes = 0;
        long lastId = 0;
        var next = 0;
        foreach (var gap in _gaps)
        {
            // Up to this gap everything followed on another.
            for (; next < _entries.Count && _entries[next].At < gap.At; next++)
            {
                lastId = _entries[next].LastId;
            }

            var goesOn = next < _entries.Count && _entries[next].FirstId > lastId;
            if (gap.IsEnd && !(goesOn && _entries[next].FirstId > knownId))
            {
                return new Damage(isAny, bytes, IsEndKnown: true);
            }

            isAny = true;
            bytes += gap.Unread;
            if (!goesOn)
            {
                return new Damage(isAny, bytes, IsEndKnown: false);
            }
        }

        // Every entry was written with an end behind it.
        return new Damage(isAny || _length > Begin, bytes, IsEndKnown: _length == Begin);
    }

    /// <summary>The bytes of an entry, until the next is asked for.</summary>
    public ReadOnlySpan<byte> BytesOf(Found entry) => Whole(entry.At, entry.Length);

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    /// <summary>Where entries begin behind these bytes. Where they are no head, they are an entry of before there were any, or damaged.</summary>
    /// <exception cref="InvalidDataException">It is of a version that this lab does not know.</exception>
    private long BeginOf(ReadOnlySpan<byte> head)
    {
        if (head.Length < HeadLength || !head.StartsWith("PXLJ"u8))
        {
            return 0;
        }

        var version = BinaryPrimitives.ReadInt32LittleEndian(head[sizeof(int)..]);
        if (version > Version)
        {
            _file.Dispose();
            throw SqliteDatabase.TooNew(System.IO.Path.GetDirectoryName(Path)!, version, Version);
        }

        return HeadLength;
    }

    private void Scan()
    {
        var at = Begin;
        var gapAt = -1L;
        while (at < _length)
        {
            if (!TryFind(at, out var entry))
            {
                gapAt = gapAt < 0 ? at : gapAt;
                at = Next(at);
                continue;
            }

            if (gapAt >= 0)
            {
                // Where nothing but the length is wrong, the entry ends where the next one begins.
                var between = at - gapAt;
                var isWhole = between is > JournalEntry.HeadLength and <= JournalLimits.Entry && JournalEntry.IsWhole(At(gapAt, (int)between).Span);
                _gaps.Add(new Gap(gapAt, isWhole ? 0 : between, IsEnd(gapAt, between)));
                if (isWhole)
                {
                    Add(gapAt, (int)between);
                }

                gapAt = -1;
            }

            Add(at, entry);
            at += entry;
        }

        if (gapAt >= 0)
        {
            _gaps.Add(new Gap(gapAt, UsedBehind(gapAt), IsEnd(gapAt, _length - gapAt)));
        }
    }

    private void Add(long at, int length)
    {
        var bytes = Whole(at, length);
        var firstId = JournalEntry.FirstIdOf(bytes);
        _entries.Add(new Found(this, at, length, firstId, firstId + JournalEntry.CountOf(bytes) - 1));
    }

    private bool TryFind(long at, out int length) =>
        JournalEntry.MayBegin(At(at, JournalEntry.HeadLength).Span, _length - at, out length) && JournalEntry.IsWhole(At(at, length).Span);

    /// <summary>The next place at which an entry may begin: where nothing but zeros stands, no length does.</summary>
    private long Next(long at)
    {
        var zeros = At(at, JournalLimits.Piece).Span.IndexOfAnyExcept((byte)0);
        return zeros switch
        {
            < 0 => Math.Min(_length, at + JournalLimits.Piece - sizeof(int)),
            < sizeof(int) => at + 1,
            _ => at + zeros - sizeof(int) + 1,
        };
    }

    /// <summary>How many bytes there are from a place on until nothing but zeros stands, as in room that was not used yet.</summary>
    private long UsedBehind(long at)
    {
        var end = _length;
        while (end > at)
        {
            var from = Math.Max(at, end - JournalLimits.Piece);
            if (At(from, (int)(end - from)).Span.LastIndexOfAnyExcept((byte)0) is >= 0 and var last)
            {
                return from + last + 1 - at;
            }

            end = from;
        }

        return 0;
    }

    /// <summary>Whether a gap begins as what stands behind the last entry: a length of zero, and something behind it.</summary>
    private bool IsEnd(long at, long length)
    {
        var begin = At(at, (int)Math.Min(length, sizeof(int) + Nothing)).Span;
        return begin.Length >= sizeof(int)
            && begin[..sizeof(int)].IndexOfAnyExcept((byte)0) < 0
            && (begin.Length < sizeof(int) + Nothing || begin.IndexOfAnyExcept((byte)0) >= 0);
    }

    /// <summary>An entry with its length, which is what may be damaged of it.</summary>
    private ReadOnlySpan<byte> Whole(long at, int length)
    {
        var bytes = At(at, length).Span;
        JournalEntry.SetLength(bytes);
        return bytes;
    }

    /// <summary>Bytes from a place on, fewer where the file ends before.</summary>
    private Memory<byte> At(long at, int count)
    {
        count = (int)Math.Min(count, _length - at);
        if (at < _pieceAt || at + count > _pieceAt + _pieceLength)
        {
            var wanted = (int)Math.Min(Math.Max(count, 2 * JournalLimits.Piece), _length - at);
            if (_piece.Length < wanted)
            {
                _piece = new byte[wanted];
            }

            (_pieceAt, _pieceLength) = (at, 0);
            while (_pieceLength < wanted && RandomAccess.Read(_file, _piece.AsSpan(_pieceLength, wanted - _pieceLength), at + _pieceLength) is > 0 and var read)
            {
                _pieceLength += read;
            }

            count = Math.Min(count, _pieceLength);
        }

        return _piece.AsMemory((int)(at - _pieceAt), count);
    }

    /// <summary>An entry that can be read.</summary>
    /// <param name="File">The file that it stands in.</param>
    /// <param name="At">Where it begins.</param>
    /// <param name="Length">Its bytes.</param>
    /// <param name="FirstId">The id of its first event.</param>
    /// <param name="LastId">The id of its last one.</param>
    internal readonly record struct Found(JournalFile File, long At, int Length, long FirstId, long LastId);

    /// <summary>What is damaged of a file.</summary>
    /// <param name="IsAny">Whether anything is.</param>
    /// <param name="Bytes">Bytes that cannot be read.</param>
    /// <param name="IsEndKnown">Whether it is sure that nothing stood behind what was read.</param>
    internal readonly record struct Damage(bool IsAny, long Bytes, bool IsEndKnown);

    /// <summary>Bytes that are no entry as they stand.</summary>
    /// <param name="At">Where they begin.</param>
    /// <param name="Unread">How many of them cannot be read.</param>
    /// <param name="IsEnd">Whether they begin as what stands behind the last entry, by which the length of an older one may have been written over.</param>
    private readonly record struct Gap(long At, long Unread, bool IsEnd);
}
