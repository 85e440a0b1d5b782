using PixelLab.Core.Explaining.Accounts;

namespace PixelLab.Core.Explaining.Headers;

/// <summary>
/// What the browser says about copies it has kept: RFC 9111, RFC 9110 sections 13 and 14, and RFC 9842 for files that help to unpack others.
/// </summary>
internal static class CacheHeaders
{
    private const string InCache = "Control.Cache";
    private const string TellsLittle = "Control.TellsLittle";

    public static IReadOnlyList<HeaderFact> All { get; } =
    [
        new("If-None-Match", FieldSource.Browser, InCache, HeaderLine.With("If-None-Match", 60)),
        new("If-Modified-Since", FieldSource.Browser, InCache, HeaderLine.With("If-Modified-Since", 60)),
        new("Cache-Control", FieldSource.Browser, TellsLittle, line =>
            line.Words[
                !line.Has("no-cache") && !line.Has("max-age=0") ? "Cache-Control"
                : line.Means is FetchMeans.Ping or FetchMeans.Beacon or FetchMeans.Report or FetchMeans.Socket ? "Cache-Control.Ahead"
                : "Cache-Control.Fresh"]),
        new("Pragma", FieldSource.Browser, TellsLittle),
        new("Range", FieldSource.Browser, TellsLittle, HeaderLine.With("Range", 60)),
        new("If-Range", FieldSource.Browser, "If-Range.Control"),
        new("Available-Dictionary", FieldSource.Browser, InCache),
        new("Dictionary-ID", FieldSource.Browser, InCache, HeaderLine.With("Dictionary-ID", 60)),
    ];
}
