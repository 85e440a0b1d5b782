using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Languages;
using PixelLab.Core.Vendors;

namespace PixelLab.Core.Yours;

/// <summary>Explains a request that somebody brought.</summary>
public static class RequestReader
{
    /// <summary>Explains it.</summary>
    public static ExplainedRequest Explain(BroughtRequest request, Language language)
    {
        var uri = Uri.TryCreate(request.Url, UriKind.Absolute, out var read) ? read : null;
        var host = uri?.Host ?? "";
        var wire = host.EndsWith(".localhost", StringComparison.Ordinal) ? VendorList.Find(host.Split('.')[0]) : null;
        var hit = new Hit
        {
            At = default,
            Seat = default,
            Vendor = wire?.Name ?? "",
            Request = new CapturedRequest
            {
                Head = new RequestHead(request.Method, request.Url, "HTTP/1.1", request.Headers).ToString(),
                Scheme = uri?.Scheme ?? "",
                Path = uri?.AbsolutePath ?? "",
                Address = "",
                HeadBytes = 0,
                Body = request.Body,
            },
        };
        return new ExplainedRequest(
            request.Method, request.Url, host, null, wire?.Title, null, wire is null ? null : VendorList.EventOf(hit), HitExplainer.Fields(hit, language));
    }
}
