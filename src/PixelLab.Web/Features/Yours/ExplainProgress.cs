namespace PixelLab.Web.Features.Yours;

/// <summary>How far a thing is that is being explained.</summary>
/// <param name="end">Called when it is done.</param>
public sealed class ExplainProgress(Action end) : IDisposable
{
    private long _sent;
    private long _read;

    /// <summary>Bytes that have come.</summary>
    public long Sent { get => Interlocked.Read(ref _sent); set => Interlocked.Exchange(ref _sent, value); }

    /// <summary>Bytes of them up to which it is explained.</summary>
    public long Read { get => Interlocked.Read(ref _read); set => Interlocked.Exchange(ref _read, value); }

    /// <summary>The same, to be told.</summary>
    public ExplainProgressView View => new(Sent, Read);

    /// <summary>Whether a text is long enough as a name that nobody can guess, and short enough to be held.</summary>
    public static bool IsName(string? name) => name is { Length: >= 16 and <= 64 } && name.All(char.IsAsciiLetterOrDigit);

    /// <inheritdoc />
    public void Dispose() => end();
}

/// <summary>How far a thing is that is being explained.</summary>
/// <param name="Sent">Bytes that have come.</param>
/// <param name="Read">Bytes of them up to which it is explained.</param>
public sealed record ExplainProgressView(long Sent, long Read);
