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

    private readonly byte[] _peeked = new byte[PeekedBytes];
    private int _peekedLength;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(2048);
    private int _headEnd;
    private int _length;
    private bool _overflowed;
    private bool _stopped;

    /// <summary>Takes in bytes that the server has parsed.</summary>
    public void Add(in ReadOnlySequence<byte> bytes)
    {
        if (_stopped || _overflowed || bytes.IsEmpty)
        {
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
    /// of a body. Everything that comes afterwards is body.
    /// </summary>
    public void BeginRequest()
    {
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

    /// <summary>Stops reading along, for a connection that has become a web socket.</summary>
    public void Stop() => _stopped = true;

    /// <inheritdoc />
    public void Dispose()
    {
        _stopped = true;
        _headEnd = _length = 0;
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, _buffer.Length * 2));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
