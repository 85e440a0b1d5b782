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
        new("v", ParameterOrigin.Bookkeeping, ValueKind.Code, "The version of the vendor’s way of writing requests"),
        new("tid", ParameterOrigin.Bookkeeping, ValueKind.Code, "The site’s account at the vendor, so that it knows whose page this is"),
        new("en", ParameterOrigin.Page, ValueKind.Event, "What happened"),
        new("dl", ParameterOrigin.Page, ValueKind.PageAddress, "The full address of the page you are on"),
        new("dr", ParameterOrigin.Page, ValueKind.PageAddress, "The page you came from"),
        new("dt", ParameterOrigin.Page, ValueKind.Text, "The title of the page: what you are looking at, in words"),
        new("ul", ParameterOrigin.Script, ValueKind.Language, "The language of your browser"),
        new("sr", ParameterOrigin.Script, ValueKind.Size, "The size of your screen"),
        new("vp", ParameterOrigin.Script, ValueKind.Size, "The size of the browser’s window, which few people have exactly alike"),
        new("sd", ParameterOrigin.Script, ValueKind.ColourDepth, "How many colours your screen can show"),
        new("de", ParameterOrigin.Page, ValueKind.Code, "How the page’s letters are encoded"),
        new("tz", ParameterOrigin.Script, ValueKind.TimeZone, "The time zone your computer is set to, which hints at where you are"),
        new("_p", ParameterOrigin.Bookkeeping, ValueKind.Code, "A random number for this one opening of the page, which joins its hits to each other"),
        new("_s", ParameterOrigin.Bookkeeping, ValueKind.Number, "Which hit of this page it is, counted from the first"),
        new("_et", ParameterOrigin.Script, ValueKind.Milliseconds, "How long the page was in view since the last hit"),
        new("sid", ParameterOrigin.FirstPartyId, ValueKind.Code, "The number of this visit"),
        new("sct", ParameterOrigin.FirstPartyId, ValueKind.Number, "Which of your visits to this site it is"),
        new("seg", ParameterOrigin.Script, ValueKind.YesNo, "Whether you stayed and took part in this visit"),
        new("cid", ParameterOrigin.FirstPartyId, ValueKind.Code, "The site’s number for this browser"),
        new("uid", ParameterOrigin.FirstPartyId, ValueKind.Code, "The site’s number for your account"),
        new("gcs", ParameterOrigin.Consent, ValueKind.ConsentMode, "Your answer at the site’s banner"),
        new("gclid", ParameterOrigin.Page, ValueKind.Code, "The number of the ad click that brought you here"),
        new("cn", ParameterOrigin.Page, ValueKind.Text, "The campaign whose link you followed"),
        new("cs", ParameterOrigin.Page, ValueKind.Text, "Where that campaign’s link stood"),
        new("cm", ParameterOrigin.Page, ValueKind.Text, "The kind of link you followed"),
        new("ck", ParameterOrigin.Page, ValueKind.Text, "The search word the campaign paid for"),
        new("cc", ParameterOrigin.Page, ValueKind.Text, "Which of several versions of the ad it was"),
        new("epn.percent_scrolled", ParameterOrigin.Script, ValueKind.Percent, "How far down the page you have scrolled"),
        new("ep.link_url", ParameterOrigin.Script, ValueKind.PageAddress, "Where the link you clicked leads"),
        new("ep.link_text", ParameterOrigin.Script, ValueKind.Text, "The words on what you clicked"),
        new("ep.link_id", ParameterOrigin.Script, ValueKind.Text, "The name of what you clicked in the page’s code"),
        new("ep.link_domain", ParameterOrigin.Script, ValueKind.Text, "The site that the link you clicked leads to"),
        new("ep.*", ParameterOrigin.Script, ValueKind.Text, "A detail of the event, as text, that the site chose to send"),
        new("epn.*", ParameterOrigin.Script, ValueKind.Number, "A detail of the event, as a number, that the site chose to send"),
        new("noscript", ParameterOrigin.Page, ValueKind.YesNo, "Whether this is the image for browsers without scripts, which can tell much less"),
        new("z", ParameterOrigin.Bookkeeping, ValueKind.Plant, "A value that changes each time, so that no stored copy of the image is used instead of asking"),
    ];
}
