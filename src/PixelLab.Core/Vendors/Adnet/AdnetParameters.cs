namespace PixelLab.Core.Vendors.Adnet;

/// <summary>The parameters of the advertising network, with the names that Meta's pixel uses for the same things.</summary>
public static class AdnetParameters
{
    /// <summary>Every parameter the vendor is known to send.</summary>
    public static IReadOnlyList<VendorParameter> All { get; } =
    [
        new("id", ParameterOrigin.Bookkeeping, ValueKind.Code, "The site’s account at the network, so that it knows whose page this is; in cookie matching, the other company’s number for you"),
        new("ev", ParameterOrigin.Page, ValueKind.Event, "What happened"),
        new("dl", ParameterOrigin.Page, ValueKind.PageAddress, "The full address of the page you are on"),
        new("rl", ParameterOrigin.Page, ValueKind.PageAddress, "The page you came from"),
        new("if", ParameterOrigin.Page, ValueKind.YesNo, "Whether the pixel stands in a frame within the page"),
        new("ts", ParameterOrigin.Page, ValueKind.UnixMilliseconds, "When the page was made or the event happened"),
        new("it", ParameterOrigin.Script, ValueKind.UnixMilliseconds, "When the network’s script started on the page"),
        new("sw", ParameterOrigin.Script, ValueKind.Pixels, "The width of your screen"),
        new("sh", ParameterOrigin.Script, ValueKind.Pixels, "The height of your screen"),
        new("v", ParameterOrigin.Bookkeeping, ValueKind.Code, "The version of the network’s pixel"),
        new("r", ParameterOrigin.Bookkeeping, ValueKind.Code, "Which release of the pixel this is"),
        new("ec", ParameterOrigin.Bookkeeping, ValueKind.Number, "Which event of this page it is, counted from 0"),
        new("cd[content_name]", ParameterOrigin.Page, ValueKind.Text, "What you are looking at"),
        new("cd[content_category]", ParameterOrigin.Page, ValueKind.Text, "The kind of thing you are looking at, which tells what you are interested in"),
        new("cd[content_ids]", ParameterOrigin.Page, ValueKind.Text, "The shop’s numbers of the products, so that an ad can show you the very same ones"),
        new("cd[content_type]", ParameterOrigin.Page, ValueKind.Text, "Whether this is about one product or several"),
        new("cd[contents]", ParameterOrigin.Page, ValueKind.Text, "The products and how many of each"),
        new("cd[num_items]", ParameterOrigin.Page, ValueKind.Number, "How many things there are"),
        new("cd[search_string]", ParameterOrigin.Page, ValueKind.Text, "What you searched for"),
        new("cd[value]", ParameterOrigin.Page, ValueKind.Text, "What it is worth, in the currency that stands beside it"),
        new("cd[currency]", ParameterOrigin.Page, ValueKind.Text, "The currency of that worth"),
        new("cd[order_id]", ParameterOrigin.Page, ValueKind.Code, "The number of your order, so that the same sale is not counted twice"),
        new("cd[*", ParameterOrigin.Page, ValueKind.Text, "A detail that the site chose to tell the network"),
        new("ud[em]", ParameterOrigin.Page, ValueKind.Code, "Your email address, scrambled but always in the same way, so that the network can match you with its own accounts"),
        new("ud[*", ParameterOrigin.Page, ValueKind.Code, "Something about you that the site knows, scrambled but always in the same way, so that whoever knows it too can compare"),
        new("fbp", ParameterOrigin.FirstPartyId, ValueKind.MadeId, "A number for this browser that the network’s script keeps in a cookie of the site itself"),
        new("fbc", ParameterOrigin.FirstPartyId, ValueKind.MadeId, "The ad click that brought you here, kept in a cookie of the site itself"),
        new("gdpr", ParameterOrigin.Consent, ValueKind.YesNo, "Whether European rules on consent apply, as the site sees it"),
        new("gdpr_consent", ParameterOrigin.Consent, ValueKind.Text, "What you have agreed to at the site’s banner (real sites send it encoded)"),
        new("us_privacy", ParameterOrigin.Consent, ValueKind.UsPrivacy, "Whether you have opted out of the sale of your data, as Californian law lets you"),
        new("adc", ParameterOrigin.FirstPartyId, ValueKind.Code, "The ad click that brought you here, kept in a cookie of the site itself; the network claims the sale by it, even where its own cookies are blocked"),
        new("slot", ParameterOrigin.Page, ValueKind.Text, "Which place for an ad on the page is asking"),
        new("pos", ParameterOrigin.Page, ValueKind.Number, "How good that place is, counted from 1"),
        new("sz", ParameterOrigin.Page, ValueKind.Size, "How large that place is"),
        new("ctx", ParameterOrigin.Page, ValueKind.Text, "What the page is about, so that a fitting ad can be chosen even for a stranger"),
        new("ad", ParameterOrigin.Bookkeeping, ValueKind.Code, "Which showing of an ad this is about; the network’s own record says what it showed, where, and to which number"),
        new("start", ParameterOrigin.Bookkeeping, ValueKind.Code, "The site’s account at the network: here the network starts matching its number for you with another company’s"),
        new("partner", ParameterOrigin.Bookkeeping, ValueKind.Text, "The company that sent your browser on to here"),
        new("noscript", ParameterOrigin.Page, ValueKind.YesNo, "Whether this is the image for browsers without scripts"),
        new("eid", ParameterOrigin.Bookkeeping, ValueKind.Plant, "The number of this one event; a copy that the site’s server sends with the same number is not counted twice"),
    ];
}
