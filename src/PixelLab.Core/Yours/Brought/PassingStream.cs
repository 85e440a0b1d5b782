using System.IO.Compression;

namespace PixelLab.Core.Yours.Brought;

/// <summary>A stream that hands on another one, changed on the way.</summary>
internal abstract class PassingStream(Stream inner) : Stream
{
    /// <inheritdoc />
    public sealed override bool CanRead => true;

    /// <inheritdoc />
    public sealed override bool CanSeek => false;

    /// <inheritdoc />
    public sealed override bool CanWrite => false;

    /// <inheritdoc />
    public sealed override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public sealed override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc />
    public sealed override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc />
    public sealed override int Read(Span<byte> buffer)
    {
        int read, left;
        do
        {
            read = inner.Read(Room(buffer));
            left = read == 0 ? 0 : Change(buffer[..read]);
        }
        while (left == 0 && read > 0);
        return left;
    }

    /// <inheritdoc />
    public sealed override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read, left;
        do
        {
            read = await inner.ReadAsync(buffer[..Room(buffer.Span).Length], cancellationToken);
            left = read == 0 ? 0 : Change(buffer.Span[..read]);
        }
        while (left == 0 && read > 0);
        return left;
    }

    /// <inheritdoc />
    public sealed override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc />
    public sealed override void Flush()
    {
    }

    /// <inheritdoc />
    public sealed override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public sealed override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public sealed override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>How much of it may be filled now; nothing ends the stream.</summary>
    protected virtual Span<byte> Room(Span<byte> buffer) => buffer;

    /// <summary>Changes what came, in its place.</summary>
    /// <returns>How many bytes are left of it, from its beginning on.</returns>
    protected virtual int Change(Span<byte> came) => came.Length;
}

/// <summary>The first bytes of a stream, so that what is packed into little does not become more than can be read.</summary>
internal sealed class FirstBytes(Stream inner, long most) : PassingStream(inner)
{
    private long _left = most;

    /// <summary>Whether all that may be read was; perhaps more would have come.</summary>
    public bool IsUsedUp => _left == 0;

    /// <inheritdoc />
    protected override Span<byte> Room(Span<byte> buffer) => buffer[..(int)Math.Min(buffer.Length, _left)];

    /// <inheritdoc />
    protected override int Change(Span<byte> came)
    {
        _left -= came.Length;
        return came.Length;
    }
}

/// <summary>What is packed with gzip, unpacked as long as somebody lets it be: little may become any amount.</summary>
internal sealed class Unpacked(Stream packed, Func<int, bool>? may) : PassingStream(new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true))
{
    private bool _isOver;

    /// <inheritdoc />
    protected override Span<byte> Room(Span<byte> buffer) => _isOver ? [] : buffer;

    /// <inheritdoc />
    protected override int Change(Span<byte> came)
    {
        _isOver = may?.Invoke(came.Length) == false;
        return came.Length;
    }
}

/// <summary>
/// JSON with its long texts cut short. A reader of JSON holds a text whole, also one that it passes over, and in recordings replies stand as
/// texts of any length.
/// </summary>
/// <param name="inner">JSON in UTF-8.</param>
/// <param name="most">The most bytes of a text.</param>
internal sealed class ShortTexts(Stream inner, int most) : PassingStream(inner)
{
    private bool _isInText;
    private int _length;

    /// <summary>How many bytes of an escape are still to come, and go or stay with their beginning.</summary>
    private int _owed;
    private bool _isFirstOwed;
    private bool _isOwedKept;

    /// <inheritdoc />
    protected override int Change(Span<byte> came)
    {
        var (from, to) = (0, 0);
        while (from < came.Length)
        {
            var (length, isKept) = _isInText ? NextOfText(came[from..]) : (NextOutside(came[from..]), true);
            if (isKept)
            {
                came.Slice(from, length).CopyTo(came[to..]);
                to += length;
            }

            from += length;
        }

        return to;
    }

    private int NextOutside(ReadOnlySpan<byte> rest)
    {
        var quote = rest.IndexOf((byte)'"');
        _isInText = quote >= 0;
        _length = 0;
        return quote < 0 ? rest.Length : quote + 1;
    }

    private (int Length, bool IsKept) NextOfText(ReadOnlySpan<byte> rest)
    {
        if (_owed > 0)
        {
            // After a backslash stands one letter, after that of \u four digits (RFC 8259 section 7).
            _owed += rest[0] == 'u' && _owed == 1 && _isFirstOwed ? 4 : 0;
            _isFirstOwed = false;
            _owed--;
            _length++;
            return (1, _isOwedKept);
        }

        switch (rest.IndexOfAny((byte)'"', (byte)'\\'))
        {
            case 0 when rest[0] == '"':
                _isInText = false;
                return (1, true);
            case 0:
                (_owed, _isFirstOwed, _isOwedKept) = (1, true, _length < most);
                return (1, _isOwedKept);
            case var end:
                var run = end < 0 ? rest.Length : end;
                if (_length >= most)
                {
                    return (run, false);
                }

                run = Math.Min(run, most - _length);
                _length += run;
                return (run, true);
        }
    }
}
