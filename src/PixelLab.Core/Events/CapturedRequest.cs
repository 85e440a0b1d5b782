using System.Buffers;
using System.Text.Json.Serialization;

namespace PixelLab.Core.Events;

/// <summary>
/// A request as it came: the head is kept as text, and everything else about it is read from there when it is asked
/// for. Only the named bounds cut it, with a note for each cut.
/// </summary>
public sealed record CapturedRequest
{
    private static readonly SearchValues<char> Controls = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(code => (char)code)]);

    private RequestHead? _parsed;
    private IReadOnlyList<NameValue>? _query;
    private IReadOnlyList<NameValue>? _cookies;

    /// <summary>
    /// Request line and header lines exactly as they came, lines parted by CR LF, without the empty line at the end
    /// (RFC 9112 section 2.1). Text that was not valid UTF-8 is read as Latin-1, with the note <c>not_utf8</c>.
    /// </summary>
    public required string Head { get; init; }

    /// <summary><c>http</c> or <c>https</c>, as the browser saw it.</summary>
    public required string Scheme { get; init; }

    /// <summary>The path as site or vendor knows it: without seat and, in path mode, without the lab's prefix.</summary>
    public required string Path { get; init; }

    /// <summary>The address the request came from, without port.</summary>
    public required string Address { get; init; }

    /// <summary>Bytes of the head as they came over the wire, the empty line included, before any cut.</summary>
    public required int HeadBytes { get; init; }

    /// <summary>The body as text, where there was one (a beacon's POST).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Body { get; init; }

    /// <summary>Bytes of the body as far as it was read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int BodyBytes { get; init; }

    /// <summary>What was cut or could not be read, one code of <see cref="CaptureNotes"/> each.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Notes { get; init; }

    /// <summary>
    /// About how many bytes it takes where it is kept: JSON writes a control character as six (RFC 8259 section 7), so a body of nothing
    /// but zeros takes six times what came.
    /// </summary>
    [JsonIgnore]
    public long WrittenBytes => HeadBytes + BodyBytes + (5L * Body.AsSpan().CountAny(Controls));

    /// <summary>The method, for example <c>GET</c>.</summary>
    [JsonIgnore]
    public string Method => Parsed.Method;

    /// <summary>Scheme, host and target exactly as requested (percent-encoding kept), with the lab's seat in it.</summary>
    [JsonIgnore]
    public string Url => Parsed.Target.StartsWith('/')
        ? $"{Scheme}://{Header("Host")}{Parsed.Target}"
        : Parsed.Target;

    /// <summary>The protocol, for example <c>HTTP/1.1</c>.</summary>
    [JsonIgnore]
    public string Protocol => Parsed.Protocol;

    /// <summary>Every header in the order and spelling it came; a name that came twice stands twice.</summary>
    [JsonIgnore]
    public IReadOnlyList<NameValue> Headers => Parsed.Headers;

    /// <summary>The query's pairs in order, decoded; a pair whose encoding is broken stands as it came.</summary>
    [JsonIgnore]
    public IReadOnlyList<NameValue> Query => _query ??= QueryText.Parse(Parsed.Target);

    /// <summary>The cookies in order, as the <c>Cookie</c> headers carried them (RFC 6265 section 5.4).</summary>
    [JsonIgnore]
    public IReadOnlyList<NameValue> Cookies => _cookies ??= CookieText.Parse(Headers);

    private RequestHead Parsed => _parsed ??= RequestHead.Parse(Head);

    /// <summary>The same request with another head; nothing that was read from the old one is remembered.</summary>
    public CapturedRequest WithHead(string head) => head == Head
        ? this
        : this with { Head = head, HeadBytes = HeadBytes + head.Length - Head.Length, _parsed = null, _query = null, _cookies = null };

    /// <summary>The first header of that name, or null.</summary>
    public string? Header(string name) => First(Headers, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The first query parameter of that name, or null.</summary>
    public string? Parameter(string name) => _query is null
        ? QueryText.Find(RequestHead.TargetOf(Head), name)
        : First(_query, name, StringComparison.Ordinal);

    /// <summary>The first cookie of that name, or null.</summary>
    public string? Cookie(string name) => First(Cookies, name, StringComparison.Ordinal);

    private static string? First(IReadOnlyList<NameValue> pairs, string name, StringComparison comparison)
    {
        foreach (var pair in pairs)
        {
            if (string.Equals(pair.Name, name, comparison))
            {
                return pair.Value;
            }
        }

        return null;
    }
}
