using System.Buffers;
using System.Text;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Capture;

/// <summary>
/// Keeps the bytes of the request head that a connection is working on. The server sorts headers into fields as it
/// parses them and forgets their order and spelling; what a tracker sees on the wire has both, so the lab reads along.
/// Not thread-safe: a connection parses one HTTP/1 request at a time.
/// </summary>
internal sealed class HeadRecorder : IDisposable
{
    /// <summary>The most bytes of a head's beginning that are kept while the server has not taken them in.</summary>
    private const int PeekedBytes = 2048;

    /// <summary>The buffer of a usual head, which each connection has as long as it stands.</summary>
    private const int UsualBytes = 2048;

    /// <summary>What stands in the place of the bytes that are left of a body whose end nobody told beforehand.</summary>
    private const long Untold = long.MaxValue;

    private readonly byte[] _peeked = new byte[PeekedBytes];
    private int _peekedLength;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(UsualBytes);
    private int _headEnd;
    private int _length;
    private long _bodyLeft;
    private bool _overflowed;
    private bool _stopped;

    /// <summary>Takes in bytes that the server has parsed.</summary>
    public void Add(in ReadOnlySequence<byte> bytes)
    {
        if (_stopped || _overflowed || bytes.IsEmpty)
        {
            return;
        }

        if (_bodyLeft is > 0 and not Untold)
        {
            var body = Math.Min(_bodyLeft, bytes.Length);
            _bodyLeft -= body;
            Add(bytes.Slice(body));
            return;
        }

        if (_bodyLeft == Untold && _length - _headEnd + bytes.Length > CaptureLimits.RecordedUntoldBody)
        {
            AddEnd(bytes);
            return;
        }

        var needed = _length + bytes.Length;
        if (needed > CaptureLimits.RecordedHead)
        {
            _overflowed = true;
            return;
        }

        if (needed > _buffer.Length)
        {
            Grow((int)needed);
        }

        bytes.CopyTo(_buffer.AsSpan(_length));
        _length = (int)needed;
    }

    /// <summary>Looks at bytes that the server has seen and not taken in, for example a line that has no end yet.</summary>
    public void Peek(in ReadOnlySequence<byte> bytes)
    {
        _peekedLength = (int)Math.Min(bytes.Length, PeekedBytes);
        bytes.Slice(0, _peekedLength).CopyTo(_peeked);
    }

    /// <summary>The beginning of a head that the server refused to read further, as Latin-1.</summary>
    public string Beginning()
    {
        var taken = _buffer.AsSpan(_headEnd, _length - _headEnd);
        return Encoding.Latin1.GetString(taken[..Math.Min(taken.Length, PeekedBytes)])
            + Encoding.Latin1.GetString(_peeked, 0, _peekedLength);
    }

    /// <summary>
    /// Called when a request begins: all bytes since the last one are its head, except for what its predecessor left
    /// of a body. What comes afterwards is body.
    /// </summary>
    /// <param name="bodyLength">How many bytes of body follow; null where only its own end tells.</param>
    public void BeginRequest(long? bodyLength)
    {
        _bodyLeft = bodyLength ?? Untold;
        if (_headEnd > 0)
        {
            _buffer.AsSpan(_headEnd, _length - _headEnd).CopyTo(_buffer);
            _length -= _headEnd;
        }

        _headEnd = _length;
        if (_overflowed)
        {
            _overflowed = false;
            _headEnd = _length = 0;
        }
    }

    /// <summary>The head's bytes with the empty line at its end, or empty where they can't be told apart.</summary>
    public ReadOnlySpan<byte> Head(string method, string rawTarget)
    {
        var seen = _buffer.AsSpan(0, _headEnd);
        Span<byte> start = stackalloc byte[64];
        var prefixBytes = Encoding.Latin1.GetBytes(method.AsSpan(0, Math.Min(method.Length, start.Length - 1)), start);
        start[prefixBytes++] = (byte)' ';
        prefixBytes += Encoding.Latin1.GetBytes(rawTarget.AsSpan(0, Math.Min(rawTarget.Length, start.Length - prefixBytes)), start[prefixBytes..]);
        var at = seen.StartsWith(start[..prefixBytes]) ? 0 : seen.LastIndexOf(start[..prefixBytes]);
        return at < 0 || !seen.EndsWith("\n"u8) ? [] : seen[at..];
    }

    /// <summary>
    /// Called when a request whose body has no told length is answered: its head is not asked for any more. What is left of the body may
    /// still follow.
    /// </summary>
    public void EndRequest() => Forget();

    /// <summary>
    /// Called when the server waits for more. Where nothing of a body is left, that is the next request, and a connection on which none comes
    /// holds no memory for the last one.
    /// </summary>
    public void AwaitMore()
    {
        if (_bodyLeft == 0 && _headEnd > 0 && _length == _headEnd)
        {
            Forget();
        }
    }

    /// <summary>Stops reading along, for a connection that has become a web socket.</summary>
    public void Stop() => Dispose();

    /// <inheritdoc />
    public void Dispose()
    {
        if (!_stopped)
        {
            _stopped = true;
            _headEnd = _length = 0;
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }

    private void Forget()
    {
        if (_stopped)
        {
            return;
        }

        _headEnd = _length = 0;
        if (_buffer.Length > UsualBytes)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = ArrayPool<byte>.Shared.Rent(UsualBytes);
        }
    }

    /// <summary>Keeps the end of a body whose length is not told: the next request's head may stand there already.</summary>
    private void AddEnd(in ReadOnlySequence<byte> bytes)
    {
        var taken = bytes.Slice(Math.Max(0, bytes.Length - CaptureLimits.RecordedUntoldBody));
        var stay = Math.Min(_length - _headEnd, CaptureLimits.RecordedUntoldBody - (int)taken.Length);
        _buffer.AsSpan(_length - stay, stay).CopyTo(_buffer.AsSpan(_headEnd));
        _length = _headEnd + stay;
        if (_length + taken.Length > _buffer.Length)
        {
            Grow(_length + (int)taken.Length);
        }

        taken.CopyTo(_buffer.AsSpan(_length));
        _length += (int)taken.Length;
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, _buffer.Length * 2));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
