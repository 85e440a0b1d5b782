namespace PixelLab.Core.Events;

/// <summary>Codes for what the lab did to a request that was too large or could not be read.</summary>
public static class CaptureNotes
{
    /// <summary>The target was longer than the lab keeps and was cut.</summary>
    public const string UrlCut = "url_cut";

    /// <summary>A header was longer, or the headers were more, than the lab keeps.</summary>
    public const string HeadersCut = "headers_cut";

    /// <summary>The body was longer than the lab reads.</summary>
    public const string BodyCut = "body_cut";

    /// <summary>Head or body held bytes that are not UTF-8; they are shown as Latin-1.</summary>
    public const string NotUtf8 = "not_utf8";

    /// <summary>The connection did not let the lab see the order in which the headers came (HTTP/2 and later).</summary>
    public const string OrderUnknown = "order_unknown";

    /// <summary>The lab made the request itself, in the place of a mail service or of a simulated person; its address is invented.</summary>
    public const string Emulated = "emulated";
}
