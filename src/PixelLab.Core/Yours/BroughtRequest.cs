using PixelLab.Core.Events;
using PixelLab.Core.Explaining.Accounts;

namespace PixelLab.Core.Yours;

/// <summary>A request as somebody brought it: from an address, a recording, a page or a letter.</summary>
/// <param name="Method">Its method, as it stood there; <c>GET</c> where none was told.</param>
/// <param name="Url">The whole address.</param>
/// <param name="Headers">The headers in their order, as far as they were brought; cookies are the header <c>Cookie</c>.</param>
/// <param name="Body">The body's text, or null where none was brought.</param>
/// <param name="Where">Where it stood in what was brought, for people: a line, an entry, a part.</param>
public sealed record BroughtRequest(string Method, string Url, IReadOnlyList<NameValue> Headers, string? Body, string Where)
{
    /// <summary>By what means showing a page would ask for it, as far as the tag tells; null for any other request.</summary>
    public FetchMeans? Means { get; init; }

    /// <summary>In a recording: the host of the page in the window in which it was made; null where that is not told.</summary>
    public string? PageHost { get; init; }

    /// <summary>In a recording: whether it is noted that a document was asked for, of a page or of a frame.</summary>
    public bool IsForDocument { get; init; }

    /// <summary>In a recording: who led to it; null where that is not told.</summary>
    public RecordedLead? Lead { get; init; }
}
