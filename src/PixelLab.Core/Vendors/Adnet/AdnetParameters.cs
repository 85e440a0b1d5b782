using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Vendors.Adnet;

/// <summary>The parameters of the advertising network, with the names that Meta's pixel uses for the same things.</summary>
public static class AdnetParameters
{
    /// <summary>Every parameter the vendor is known to send.</summary>
    public static IReadOnlyList<VendorParameter> All { get; } =
    [
        new("id", ParameterOrigin.Bookkeeping, ValueKind.Code),
        new("ev", ParameterOrigin.Page, ValueKind.Event),
        new("dl", ParameterOrigin.Page, ValueKind.PageAddress) { Tells = Telling.Page },
        new("rl", ParameterOrigin.Page, ValueKind.PageAddress) { Tells = Telling.CameFrom },
        new("if", ParameterOrigin.Page, ValueKind.YesNo),
        new("ts", ParameterOrigin.Page, ValueKind.UnixMilliseconds),
        new("it", ParameterOrigin.Script, ValueKind.UnixMilliseconds),
        new("sw", ParameterOrigin.Script, ValueKind.Pixels) { Tells = Telling.Screen },
        new("sh", ParameterOrigin.Script, ValueKind.Pixels) { Tells = Telling.Screen },
        new("v", ParameterOrigin.Bookkeeping, ValueKind.Code),
        new("r", ParameterOrigin.Bookkeeping, ValueKind.Code),
        new("ec", ParameterOrigin.Bookkeeping, ValueKind.Number),
        new("cd[content_name]", ParameterOrigin.Page, ValueKind.Text) { Tells = Telling.Item },
        new("cd[content_category]", ParameterOrigin.Page, ValueKind.Text) { Tells = Telling.Item },
        new("cd[content_ids]", ParameterOrigin.Page, ValueKind.Text),
        new("cd[content_type]", ParameterOrigin.Page, ValueKind.Text),
        new("cd[contents]", ParameterOrigin.Page, ValueKind.Text),
        new("cd[num_items]", ParameterOrigin.Page, ValueKind.Number),
        new("cd[search_string]", ParameterOrigin.Page, ValueKind.Text) { Tells = Telling.Search },
        new("cd[value]", ParameterOrigin.Page, ValueKind.Text) { Tells = Telling.Worth },
        new("cd[currency]", ParameterOrigin.Page, ValueKind.Text),
        new("cd[order_id]", ParameterOrigin.Page, ValueKind.Code),
        new("cd[*", ParameterOrigin.Page, ValueKind.Text),
        new("ud[em]", ParameterOrigin.Page, ValueKind.Code) { Tells = Telling.Person },
        new("ud[*", ParameterOrigin.Page, ValueKind.Code) { Tells = Telling.Person },
        new("fbp", ParameterOrigin.FirstPartyId, ValueKind.MadeId),
        new("fbc", ParameterOrigin.FirstPartyId, ValueKind.MadeId) { Tells = Telling.AdClicked },
        new("gdpr", ParameterOrigin.Consent, ValueKind.YesNo),
        new("gdpr_consent", ParameterOrigin.Consent, ValueKind.Text),
        new("us_privacy", ParameterOrigin.Consent, ValueKind.UsPrivacy),
        new("adc", ParameterOrigin.FirstPartyId, ValueKind.Code) { Tells = Telling.AdClicked },
        new("slot", ParameterOrigin.Page, ValueKind.Text),
        new("pos", ParameterOrigin.Page, ValueKind.Number),
        new("sz", ParameterOrigin.Page, ValueKind.Size),
        new("ctx", ParameterOrigin.Page, ValueKind.Text),
        new("ad", ParameterOrigin.Bookkeeping, ValueKind.Code),
        new("start", ParameterOrigin.Bookkeeping, ValueKind.Code),
        new("partner", ParameterOrigin.Bookkeeping, ValueKind.Text),
        new("noscript", ParameterOrigin.Page, ValueKind.YesNo),
        new("eid", ParameterOrigin.Bookkeeping, ValueKind.Plant),
    ];

    /// <summary>Those of cookie matching, where another company writes its number for the browser into <c>id</c>.</summary>
    public static IReadOnlyList<VendorParameter> OfMatches { get; } =
        [new("id", ParameterOrigin.PartnersId, ValueKind.Code, "id.match") { Tells = Telling.PartnersNumber }, .. All.Where(parameter => parameter.Name != "id")];
}
