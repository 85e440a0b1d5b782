using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Vendors.Metrics;

/// <summary>
/// The parameters of the analytics vendor, with the names that GA4 uses for the same things (<c>_p</c>, <c>_s</c> and the
/// like are its undocumented ones, as seen in its requests).
/// </summary>
public static class MetricsParameters
{
    /// <summary>Every parameter the vendor is known to send.</summary>
    public static IReadOnlyList<VendorParameter> All { get; } =
    [
        new("v", ParameterOrigin.Bookkeeping, ValueKind.Code),
        new("tid", ParameterOrigin.Bookkeeping, ValueKind.Code),
        new("en", ParameterOrigin.Page, ValueKind.Event),
        new("dl", ParameterOrigin.Page, ValueKind.PageAddress) { Tells = Telling.Page },
        new("dr", ParameterOrigin.Page, ValueKind.PageAddress) { Tells = Telling.CameFrom },
        new("dt", ParameterOrigin.Page, ValueKind.Text) { Tells = Telling.Title },
        new("ul", ParameterOrigin.Script, ValueKind.Language) { Tells = Telling.Languages },
        new("sr", ParameterOrigin.Script, ValueKind.Size) { Tells = Telling.Screen },
        new("vp", ParameterOrigin.Script, ValueKind.Size),
        new("sd", ParameterOrigin.Script, ValueKind.ColourDepth),
        new("de", ParameterOrigin.Page, ValueKind.Code),
        new("tz", ParameterOrigin.Script, ValueKind.TimeZone) { Tells = Telling.TimeZone },
        new("_p", ParameterOrigin.Bookkeeping, ValueKind.Code),
        new("_s", ParameterOrigin.Bookkeeping, ValueKind.Number),
        new("_et", ParameterOrigin.Script, ValueKind.Milliseconds) { Tells = Telling.TimeInView },
        new("sid", ParameterOrigin.FirstPartyId, ValueKind.Code),
        new("sct", ParameterOrigin.FirstPartyId, ValueKind.Number),
        new("seg", ParameterOrigin.Script, ValueKind.YesNo),
        new("cid", ParameterOrigin.FirstPartyId, ValueKind.Code) { Tells = Telling.Number },
        new("uid", ParameterOrigin.FirstPartyId, ValueKind.Code) { Tells = Telling.Person },
        new("gcs", ParameterOrigin.Consent, ValueKind.ConsentMode),
        new("gclid", ParameterOrigin.Page, ValueKind.Code),
        new("cn", ParameterOrigin.Page, ValueKind.Text),
        new("cs", ParameterOrigin.Page, ValueKind.Text),
        new("cm", ParameterOrigin.Page, ValueKind.Text),
        new("ck", ParameterOrigin.Page, ValueKind.Text),
        new("cc", ParameterOrigin.Page, ValueKind.Text),
        new("epn.percent_scrolled", ParameterOrigin.Script, ValueKind.Percent) { Tells = Telling.Scrolled },
        new("ep.link_url", ParameterOrigin.Script, ValueKind.PageAddress) { Tells = Telling.Clicked },
        new("ep.link_text", ParameterOrigin.Script, ValueKind.Text) { Tells = Telling.Clicked },
        new("ep.link_id", ParameterOrigin.Script, ValueKind.Text) { Tells = Telling.Clicked },
        new("ep.link_domain", ParameterOrigin.Script, ValueKind.Text),
        new("ep.*", ParameterOrigin.Script, ValueKind.Text),
        new("epn.*", ParameterOrigin.Script, ValueKind.Number),
        new("noscript", ParameterOrigin.Page, ValueKind.YesNo),
        new("z", ParameterOrigin.Bookkeeping, ValueKind.Plant),
    ];
}
