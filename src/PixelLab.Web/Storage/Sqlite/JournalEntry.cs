using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using PixelLab.Core.Events;
using PixelLab.Web.Limits;

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

    /// <summary>The bytes of <see cref="End"/>, as many as of an entry's length and checksum, which are put in its place with one store.</summary>
    internal const int EndLength = 8;

    /// <summary>Bytes by which an entry can be told from what is none: up to the first event's seat, however long it is.</summary>
    internal const int HeadLength = RowsAt + sizeof(long) + sizeof(byte) + MostSeat;

    /// <summary>The least bytes of an event in it.</summary>
    internal const int LeastRow = sizeof(long) + sizeof(byte) + LeastSeat + sizeof(int) + 2;

    private const int LeastSeat = 2;
    private const int MostSeat = 32;

    /// <summary>What stands behind the last entry: a length of zero, so that nothing older is read on, and letters, so that it is told from what was emptied.</summary>
    internal static ReadOnlySpan<byte> End => "\0\0\0\0PXLE"u8;

    /// <summary>More events than any log has: what stands in place of a larger id is none.</summary>
    internal const long MostId = 1L << 53;

    /// <summary>A hit with what the JSON writer asks for in advance: three bytes for every character.</summary>
    private const int UsualLength = 4096;

    private static readonly SearchValues<byte> SeatLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789"u8);

    private readonly LabEvent[] _events;
    private readonly int[] _sizes;
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(UsualLength);
    private int _length = RowsAt;
    private readonly uint _rowsChecksum;

    /// <summary>Writes down events that have no ids yet.</summary>
    public JournalEntry(IReadOnlyList<LabEvent> events, DateTimeOffset now)
    {
        _events = [.. events];
        _sizes = new int[_events.Length];
        for (var i = 0; i < _events.Length; i++)
        {
            _events[i] = Age.NotAhead(_events[i], now);
            _sizes[i] = WriteRow(_events[i]);
        }

        End.CopyTo(GetSpan(EndLength));
        BinaryPrimitives.WriteInt32LittleEndian(_bytes, _length - FirstIdAt);
        _rowsChecksum = Checksum(_bytes.AsSpan(RowsAt, _length - RowsAt));
    }

    /// <summary>The events; with their ids once it is numbered.</summary>
    public IReadOnlyList<LabEvent> Events => _events;

    /// <summary>The bytes that each event has in the database.</summary>
    public IReadOnlyList<int> Sizes => _sizes;

    /// <summary>The newest event's id.</summary>
    public long LastId => _events[^1].Id;

    /// <summary>The entry without its end, as <see cref="JournalFile"/> finds it again.</summary>
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

    /// <summary>Whether these bytes may be the beginning of an entry, as far as its head tells; most that are none need no checksum then.</summary>
    /// <param name="bytes">The bytes, of which <see cref="HeadLength"/> are enough.</param>
    /// <param name="most">How long it can be.</param>
    /// <param name="length">How long it says that it is.</param>
    public static bool MayBegin(ReadOnlySpan<byte> bytes, long most, out int length)
    {
        length = 0;
        if (bytes.Length < RowsAt + LeastRow)
        {
            return false;
        }

        var rest = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        if (rest < RowsAt - FirstIdAt + LeastRow || rest > Math.Min(most, JournalLimits.Entry) - FirstIdAt)
        {
            return false;
        }

        length = FirstIdAt + rest;
        return HasHead(bytes);
    }

    /// <summary>Whether these bytes are an entry and nothing more, whatever length it says that it has.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= RowsAt + LeastRow
        && HasHead(bytes)
        && BinaryPrimitives.ReadUInt32LittleEndian(bytes[ChecksumAt..]) == WithId(Checksum(bytes[RowsAt..]), FirstIdOf(bytes));

    /// <summary>Writes into an entry that it is as long as these bytes.</summary>
    public static void SetLength(Span<byte> entry) => BinaryPrimitives.WriteInt32LittleEndian(entry, entry.Length - FirstIdAt);

    /// <summary>How many events an entry has.</summary>
    public static int CountOf(ReadOnlySpan<byte> entry)
    {
        var count = 0;
        for (var rows = RowsOf(entry); rows.Next(); count++)
        {
        }

        return count;
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

    /// <summary>Whether behind length and checksum stand an id and a seat.</summary>
    private static bool HasHead(ReadOnlySpan<byte> bytes)
    {
        const int SeatAt = RowsAt + sizeof(long) + sizeof(byte);
        int seat = bytes[SeatAt - 1];
        return FirstIdOf(bytes) is > 0 and < MostId
            && seat is >= LeastSeat and <= MostSeat
            && SeatAt + seat <= bytes.Length
            && bytes.Slice(SeatAt, seat).IndexOfAnyExcept(SeatLetters) < 0;
    }

    private int WriteRow(LabEvent labEvent)
    {
        var seat = labEvent.Seat.Value;
        var head = GetSpan(sizeof(long) + sizeof(byte) + seat.Length + sizeof(int));
        BinaryPrimitives.WriteInt64LittleEndian(head, Age.SinceOf(labEvent).ToUnixTimeMilliseconds());
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
