using PixelLab.Core.Explaining.Accounts;

namespace PixelLab.Core.Explaining.Headers;

/// <summary>
/// How a request came about: Fetch Metadata Request Headers (W3C), Storage Access Headers (W3C Privacy CG), RFC 9218
/// (Priority), Fetch (preflight requests) and the prefetch marks (<c>Sec-Purpose</c> of HTML; the others are its elders).
/// </summary>
internal static class FetchHeaders
{
    private const string CannotBeStopped = "Control.Fetch";
    private const string AheadControl = "Control.Ahead";

    public static IReadOnlyList<HeaderFact> All { get; } =
    [
        new("Sec-Fetch-Site", FieldSource.Browser, CannotBeStopped, line =>
            (line.Means == FetchMeans.Navigation ? line.OfValue("Sec-Fetch-Site.Opened") : null) ?? line.OfValue("Sec-Fetch-Site") ?? line.Words["Sec-Fetch-Site"]),
        new("Sec-Fetch-Mode", FieldSource.Browser, CannotBeStopped, line => line.OfValue("Sec-Fetch-Mode") ?? line.Words["Sec-Fetch-Mode"]),
        new("Sec-Fetch-Dest", FieldSource.Browser, CannotBeStopped, line =>
            line.OfValue("Sec-Fetch-Dest") ?? line.Words["Sec-Fetch-Dest", line.Quoted(40)]),
        new("Sec-Fetch-User", FieldSource.Browser, CannotBeStopped),
        new("Sec-Fetch-Storage-Access", FieldSource.Browser, "Sec-Fetch-Storage-Access.Control", line =>
            line.OfValue("Sec-Fetch-Storage-Access") ?? line.Words["Sec-Fetch-Storage-Access"]),
        new("Priority", FieldSource.Browser, "Priority.Control", line => line.Words["Priority", Urgency(line.Value)]),
        new("Sec-Purpose", FieldSource.Browser, AheadControl, Ahead),
        new("Purpose", FieldSource.Browser, AheadControl, Ahead),
        new("X-Purpose", FieldSource.Browser, AheadControl, Ahead),
        new("X-Moz", FieldSource.Browser, AheadControl, Ahead),
        new("Sec-Speculation-Tags", FieldSource.Browser, AheadControl),
        new("Access-Control-Request-Method", FieldSource.Browser, CannotBeStopped, HeaderLine.With("Access-Control-Request-Method", 40)),
        new("Access-Control-Request-Headers", FieldSource.Browser, CannotBeStopped, HeaderLine.With("Access-Control-Request-Headers")),
        new("Access-Control-Request-Private-Network", FieldSource.Browser, CannotBeStopped),
    ];

    private static string Ahead(HeaderLine line) =>
        line.Words[line.Has("prerender") ? "Ahead.Prerender" : line.Has("prefetch") || line.Has("preview") ? "Ahead.Prefetch" : "Ahead"];

    private static string Urgency(string value) => value.Split(',', 8).Select(part => part.Trim())
        .Where(part => part is ['u', '=', >= '0' and <= '7'])
        .Select(part => part[2..])
        .FirstOrDefault() ?? "3";
}
