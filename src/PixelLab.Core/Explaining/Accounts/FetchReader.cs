using PixelLab.Core.Events;
using PixelLab.Core.Explaining.UserAgents;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Explaining.Accounts;

/// <summary>Reads from a request alone who made it and by what means. Pure, and never fails on what a request holds.</summary>
public static class FetchReader
{
    private static readonly string[] Purposes = ["Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"];

    /// <summary>The reading of a hit.</summary>
    public static Fetch Of(Hit hit)
    {
        var request = hit.Request;
        var (by, sure) = WhoOf(request);
        return new Fetch(by, MeansOf(request, VendorList.Find(hit.Vendor)?.ReplyOf(hit) ?? VendorReply.Image), sure);
    }

    /// <summary>Who made a request, for whoever needs no more of the reading.</summary>
    public static FetchedBy ByOf(CapturedRequest request) => WhoOf(request).By;

    /// <summary>Whether a request asks for nothing but whether it may be sent, or works. Whoever asks so gets no image, be it a robot or a browser.</summary>
    public static bool FetchesNothing(CapturedRequest request) => request.Method is "HEAD" or "OPTIONS";

    /// <summary>
    /// The reading of a hit of a message that was delivered at a time: what a browser's name fetches sooner than anybody reads was a program
    /// that looks through messages.
    /// </summary>
    /// <param name="hit">The hit.</param>
    /// <param name="delivered">When the message was delivered.</param>
    /// <param name="tooSoon">Sooner than this after it nobody can have read it.</param>
    public static Fetch Of(Hit hit, DateTimeOffset delivered, TimeSpan tooSoon) =>
        Of(hit) is var read && read.By is FetchedBy.Person or FetchedBy.Unknown && hit.At - delivered < tooSoon
            ? read with { By = FetchedBy.Scanner, Sure = Certainty.Likely }
            : read;

    private static (FetchedBy By, Certainty Sure) WhoOf(CapturedRequest request)
    {
        if (FetchesNothing(request))
        {
            return (request.Header("Access-Control-Request-Method") is null ? FetchedBy.Check : FetchedBy.Preflight, Certainty.Certain);
        }

        var agent = UserAgentReader.Read(request.Header("User-Agent"));
        return agent switch
        {
            // It fetches at delivery, and says nothing but this of itself; others may, too.
            { MailProxy: UserAgent.AppleMail } => (FetchedBy.Relay, Certainty.Likely),
            { MailProxy: not null } => (FetchedBy.Proxy, Certainty.Certain),
            { IsBot: true } => (FetchedBy.Robot, Certainty.Certain),
            _ when IsAhead(request) => (FetchedBy.Prefetch, Certainty.Certain),
            { Browser: null } => (FetchedBy.Unknown, Certainty.Unsure),
            { IsHeadless: true } => (FetchedBy.Person, Certainty.Unsure),
            _ => (FetchedBy.Person, Certainty.Likely),
        };
    }

    /// <summary>
    /// <c>Sec-Purpose</c> (HTML, section 7.4; Resource Hints) begins with <c>prefetch</c>, also for a prerendered page; before it browsers said
    /// the same by names of their own.
    /// </summary>
    private static bool IsAhead(CapturedRequest request) =>
        Purposes.Any(name => request.Header(name) is { } purpose
            && (purpose.Contains("prefetch", StringComparison.OrdinalIgnoreCase)
                || purpose.Contains("prerender", StringComparison.OrdinalIgnoreCase)
                || purpose.Contains("preview", StringComparison.OrdinalIgnoreCase)));

    private static FetchMeans MeansOf(CapturedRequest request, VendorReply reply)
    {
        if (request.Method == "OPTIONS")
        {
            return FetchMeans.Other;
        }

        var type = request.Header("Content-Type") ?? "";
        if (request.Header("Ping-To") is not null || type.StartsWith("text/ping", StringComparison.OrdinalIgnoreCase))
        {
            return FetchMeans.Ping;
        }

        if (type.StartsWith("application/reports+json", StringComparison.OrdinalIgnoreCase)
            || type.StartsWith("application/csp-report", StringComparison.OrdinalIgnoreCase))
        {
            return FetchMeans.Report;
        }

        if (request.Header("Sec-WebSocket-Key") is not null)
        {
            return FetchMeans.Socket;
        }

        // The destinations of Fetch, section 2.2.5.
        return request.Header("Sec-Fetch-Dest") switch
        {
            "image" => FetchMeans.Image,
            "iframe" or "frame" or "fencedframe" or "embed" or "object" => FetchMeans.Frame,
            "script" or "worker" or "sharedworker" or "serviceworker" or "audioworklet" or "paintworklet" or "json" => FetchMeans.Script,
            "style" or "xslt" => FetchMeans.Style,
            "font" => FetchMeans.Font,
            "audio" or "video" or "track" => FetchMeans.Media,
            "report" => FetchMeans.Report,
            "websocket" => FetchMeans.Socket,
            "document" => FetchMeans.Navigation,
            "empty" => FetchMeans.Beacon,
            null => WithoutDestination(request, reply),
            _ => FetchMeans.Other,
        };
    }

    /// <summary>Mail programs and elder browsers do not say what for, nor does any browser to an address that is not secure.</summary>
    private static FetchMeans WithoutDestination(CapturedRequest request, VendorReply reply)
    {
        var accept = request.Header("Accept") ?? "";
        bool Begins(string wanted) => accept.StartsWith(wanted, StringComparison.OrdinalIgnoreCase);
        return request.Method switch
        {
            "POST" => FetchMeans.Beacon,
            _ when Begins("image/") => FetchMeans.Image,
            _ when Begins("text/css") => FetchMeans.Style,
            _ when Begins("text/html") && reply == VendorReply.Page => FetchMeans.Frame,
            _ when Begins("text/html") => FetchMeans.Navigation,
            _ => reply switch
            {
                VendorReply.Image or VendorReply.Picture => FetchMeans.Image,
                VendorReply.Redirect => FetchMeans.Navigation,
                VendorReply.Page => FetchMeans.Frame,
                _ => FetchMeans.Other,
            },
        };
    }
}
