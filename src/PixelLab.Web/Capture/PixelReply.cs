using System.Globalization;
using PixelLab.Core.Events;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Web.Capture;

/// <summary>What every pixel answers: a complete transparent image, and headers that let it be embedded and never kept.</summary>
public static class PixelReply
{
    /// <summary>
    /// The headers, in order. <c>no-store</c>, so that the next page asks again; <c>cross-origin</c>, since pages that shut others out
    /// would else block it (Fetch, Cross-Origin-Resource-Policy); <c>*</c> for scripts that fetch it.
    /// </summary>
    public static readonly IReadOnlyList<NameValue> Headers =
    [
        new("Content-Type", "image/gif"),
        new("Content-Length", TransparentGif.Bytes.Length.ToString(CultureInfo.InvariantCulture)),
        new("Cache-Control", "no-store"),
        new("Cross-Origin-Resource-Policy", "cross-origin"),
        new("Access-Control-Allow-Origin", "*"),
        new("Timing-Allow-Origin", "*"),
    ];
}
