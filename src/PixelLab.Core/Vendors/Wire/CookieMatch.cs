using PixelLab.Core.Events;

namespace PixelLab.Core.Vendors.Wire;

/// <summary>
/// A company's part in cookie matching, by which two companies tell each other their numbers for a browser. Whom it matches
/// with is fixed, so that the redirect leads nowhere else.
/// </summary>
/// <param name="Partner">The vendor that it sends browsers on to. The two name each other.</param>
/// <param name="Starts">Whether pages ask this company first. Only it sends on what comes without a partner.</param>
public sealed record CookieMatch(string Partner, bool Starts)
{
    /// <summary>The path of the redirects on every company's host.</summary>
    public const string Path = "/match";

    /// <summary>Whether the request is a step of the redirects.</summary>
    public static bool IsStep(CapturedRequest request) => request.Path == Path;

    /// <summary>
    /// Whether a step of the redirects sends the browser on. They end by themselves: the starter, coming from the page, sends
    /// on; the partner sends back; the starter, coming from the partner, answers with the image.
    /// </summary>
    public static bool SendsOn(IVendorWire vendor, Hit hit) =>
        vendor.Match is { } match && hit.Request.Parameter("partner") == (match.Starts ? null : match.Partner) && vendor.NumbersOf(hit).Count > 0;

    /// <summary>What a step of the redirects tells of the company that sent the browser on.</summary>
    public static EventDetail DetailOf(CapturedRequest request) =>
        request.Parameter("partner") is { Length: > 0 } partner && request.Parameter("id") is { Length: > 0 } number
            ? new() { Partner = partner, PartnersNumber = number }
            : EventDetail.None;
}
