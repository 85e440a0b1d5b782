using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using Microsoft.Win32.SafeHandles;
using PixelLab.Core.Events;

namespace PixelLab.Web.Storage.Sqlite;

/// <summary>
/// Events that are kept together, with the bytes that stand for them in the journal and from there in the database: length and
/// checksum of the rest, the first event's id, and for each event its time, its seat and its JSON.
/// </summary>
internal sealed class JournalEntry : IBufferWriter<byte>, IDisposable
{
    private const int ChecksumAt = 4;
    private const int FirstIdAt = 8;
    private const int RowsAt = 16;

    /// <summary>Behind an entry stands a length of zero, so that nothing older is read on.</summary>
    private const int EndLength = 4;

    /// <summary>A hit with what the JSON writer asks for in advance: three bytes for every character.</summary>
    private const int UsualLength = 4096;

    private readonly LabEvent[] _events;
    private readonly int[] _sizes;
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(UsualLength);
    private int _length = RowsAt;
    private readonly uint _rowsChecksum;

    /// <summary>Writes down events that have no ids yet.</summary>
    public JournalEntry(IReadOnlyList<LabEvent> events)
    {
        _events = [.. events];
        _sizes = new int[_events.Length];
        for (var i = 0; i < _events.Length; i++)
        {
            _sizes[i] = WriteRow(_events[i]);
        }

        GetSpan(EndLength)[..EndLength].Clear();
        BinaryPrimitives.WriteInt32LittleEndian(_bytes, _length - FirstIdAt);
        _rowsChecksum = Checksum(_bytes.AsSpan(RowsAt, _length - RowsAt));
    }

    /// <summary>The events; with their ids once it is numbered.</summary>
    public IReadOnlyList<LabEvent> Events => _events;

    /// <summary>The bytes that each event has in the database.</summary>
    public IReadOnlyList<int> Sizes => _sizes;

    /// <summary>The newest event's id.</summary>
    public long LastId => _events[^1].Id;

    /// <summary>The entry without its end, as <see cref="Read"/> finds it again.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _length);

    /// <summary>What is written to the journal.</summary>
    public ReadOnlySpan<byte> WithEnd => _bytes.AsSpan(0, _length + EndLength);

    /// <summary>Gives the events their ids, following the last one given.</summary>
    public void Number(long lastId)
    {
        var firstId = lastId + 1;
        for (var i = 0; i < _events.Length; i++)
        {
            _events[i] = _events[i] with { Id = firstId + i };
        }

        BinaryPrimitives.WriteInt64LittleEndian(_bytes.AsSpan(FirstIdAt), firstId);
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(ChecksumAt), WithId(_rowsChecksum, firstId));
    }

    /// <summary>Reads the entry that begins at a place in a file; null where the entries end, or where the writing of this one broke off.</summary>
    public static byte[]? Read(SafeFileHandle file, long at)
    {
        Span<byte> head = stackalloc byte[RowsAt];
        if (!Fills(head, file, at))
        {
            return null;
        }

        var rest = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (rest < RowsAt - FirstIdAt || rest > Math.Min(RandomAccess.GetLength(file) - at, Array.MaxLength) - FirstIdAt)
        {
            return null;
        }

        var entry = new byte[FirstIdAt + rest];
        return Fills(entry, file, at)
            && BinaryPrimitives.ReadUInt32LittleEndian(entry.AsSpan(ChecksumAt)) == WithId(Checksum(entry.AsSpan(RowsAt)), FirstIdOf(entry)) ? entry : null;
    }

    /// <summary>The id of an entry's first event.</summary>
    public static long FirstIdOf(ReadOnlySpan<byte> entry) => BinaryPrimitives.ReadInt64LittleEndian(entry[FirstIdAt..]);

    /// <summary>The rows of entries that stand one after the other, in order.</summary>
    public static Rows RowsOf(ReadOnlySpan<byte> entries) => new(entries);

    /// <inheritdoc />
    public void Advance(int count) => _length += count;

    /// <inheritdoc />
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _bytes.AsMemory(_length);
    }

    /// <inheritdoc />
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Gives the memory back, once nobody reads the bytes any more.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    /// <summary>Reads until there is no room left; not so where the file ends before that.</summary>
    private static bool Fills(Span<byte> room, SafeFileHandle file, long at)
    {
        while (room.Length > 0)
        {
            var read = RandomAccess.Read(file, room, at);
            if (read == 0)
            {
                return false;
            }

            room = room[read..];
            at += read;
        }

        return true;
    }

    private int WriteRow(LabEvent labEvent)
    {
        var seat = labEvent.Seat.Value;
        var head = GetSpan(sizeof(long) + sizeof(byte) + seat.Length + sizeof(int));
        BinaryPrimitives.WriteInt64LittleEndian(head, (labEvent.KeptSince ?? labEvent.At).ToUnixTimeMilliseconds());
        head[sizeof(long)] = (byte)seat.Length;
        Encoding.ASCII.GetBytes(seat, head[(sizeof(long) + sizeof(byte))..]);
        Advance(sizeof(long) + sizeof(byte) + seat.Length + sizeof(int));
        var bodyAt = _length;
        LabEventJson.Write(labEvent, this);
        var size = _length - bodyAt;
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(bodyAt - sizeof(int)), size);
        return size;
    }

    private void Ensure(int more)
    {
        var needed = _length + Math.Max(more, 1) + EndLength;
        if (needed > _bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, 2 * _bytes.Length));
            _bytes.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }
    }

    private static uint WithId(uint rowsChecksum, long firstId) => BitOperations.Crc32C(rowsChecksum, (ulong)firstId);

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var checksum = uint.MaxValue;
        while (bytes.Length >= sizeof(ulong))
        {
            checksum = BitOperations.Crc32C(checksum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var value in bytes)
        {
            checksum = BitOperations.Crc32C(checksum, value);
        }

        return checksum;
    }

    /// <summary>Goes through the rows of entries.</summary>
    /// <param name="entries">The entries, whole and one after the other.</param>
    internal ref struct Rows(ReadOnlySpan<byte> entries)
    {
        private ReadOnlySpan<byte> _entries = entries;
        private ReadOnlySpan<byte> _rest;

        /// <summary>The row's id.</summary>
        public long Id { get; private set; }

        /// <summary>From when on its age counts, in milliseconds since 1970.</summary>
        public long At { get; private set; }

        /// <summary>Its seat, as ASCII.</summary>
        public ReadOnlySpan<byte> Seat { get; private set; }

        /// <summary>Its event as JSON.</summary>
        public ReadOnlySpan<byte> Body { get; private set; }

        /// <summary>Goes to the next row.</summary>
        public bool Next()
        {
            while (_rest.IsEmpty)
            {
                if (_entries.IsEmpty)
                {
                    return false;
                }

                NextEntry();
            }

            Id++;
            At = BinaryPrimitives.ReadInt64LittleEndian(_rest);
            Seat = _rest.Slice(sizeof(long) + sizeof(byte), _rest[sizeof(long)]);
            _rest = _rest[(sizeof(long) + sizeof(byte) + Seat.Length)..];
            Body = _rest.Slice(sizeof(int), BinaryPrimitives.ReadInt32LittleEndian(_rest));
            _rest = _rest[(sizeof(int) + Body.Length)..];
            return true;
        }

        private void NextEntry()
        {
            var length = FirstIdAt + BinaryPrimitives.ReadInt32LittleEndian(_entries);
            Id = FirstIdOf(_entries) - 1;
            _rest = _entries[RowsAt..length];
            _entries = _entries[length..];
        }
    }
}
