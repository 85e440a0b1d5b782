using PixelLab.Core.Events;
using PixelLab.Core.Explaining.Headers;
using PixelLab.Core.Vendors;

namespace PixelLab.Core.Explaining;

/// <summary>Explains a hit: every field of it, and what the tracker just learned. Pure, and never fails on what a hit holds.</summary>
public static class HitExplainer
{
    /// <summary>Explains a hit.</summary>
    public static ExplainedHit Explain(Hit hit)
    {
        var request = hit.Request;
        var wire = VendorBook.Find(hit.Vendor);
        var eventCode = VendorBook.EventOf(hit);
        var detail = wire?.DetailOf(request) ?? EventDetail.None;
        var title = wire?.TitleOf(request);
        var page = PagePlace.Read(wire?.PageOf(request));
        var cameFrom = PagePlace.Read(wire?.ReferrerOf(request))?.SeenFrom(page);
        var recognition = CookieExplainer.Recognition(hit, wire);
        return new ExplainedHit
        {
            Sentence = HitSentence.Of(hit, eventCode, detail, title, cameFrom, recognition),
            Fields = Fields(hit, wire),
            CookiesSet = [.. hit.SetCookies.Select(cookie => CookieExplainer.Set(cookie, wire))],
            Event = eventCode,
            EventInWords = EventWords.Of(eventCode, detail),
            Page = page?.Path,
            Title = title,
            CameFrom = cameFrom,
            Plant = wire?.PlantOf(request),
            Recognition = recognition,
            Notes = [.. (request.Notes ?? []).Select(Note)],
        };
    }

    /// <summary>Every field of a hit, in the order of <see cref="ExplainedHit.Fields"/>.</summary>
    public static IReadOnlyList<ExplainedField> Fields(Hit hit) => Fields(hit, VendorBook.Find(hit.Vendor));

    private static List<ExplainedField> Fields(Hit hit, IVendorWire? wire)
    {
        var request = hit.Request;
        var fields = new List<ExplainedField>
        {
            Address(request.Address),
        };
        if (PagePlace.SeatSegment(request.Url) is { } seat)
        {
            fields.Add(Seat(seat));
        }

        fields.Add(Path(request, wire));
        fields.AddRange(request.Query.Select(pair => ParameterExplainer.Explain(pair, request, wire)));
        var cookiesShown = false;
        foreach (var header in request.Headers)
        {
            fields.Add(HeaderCatalogue.Explain(header, request));
            if (!cookiesShown && string.Equals(header.Name, "Cookie", StringComparison.OrdinalIgnoreCase))
            {
                cookiesShown = true;
                fields.AddRange(request.Cookies.Select(cookie => CookieExplainer.Sent(cookie, wire)));
            }
        }

        if (request.Body is { Length: > 0 } body)
        {
            fields.Add(Body(body));
        }

        return fields;
    }

    private static ExplainedField Address(string address) => ExplainedField.Bounded(
        "address", address, FieldSource.Network, AddressFacts.Of(address).InWords,
        "An answer must find its way back, so some address always shows. A VPN, Tor or a mail service’s image proxy shows theirs instead of yours; a blocker that stops the request shows none.");

    private static ExplainedField Seat(string seat) => ExplainedField.Bounded(
        "seat", seat, FieldSource.Lab,
        "The lab’s own mark for your seat, so that your hits stand apart from your neighbours’. A real tracker’s address would not have it.",
        "Nothing to stop: outside this lab it does not exist.");

    private static ExplainedField Path(CapturedRequest request, IVendorWire? wire) => ExplainedField.Bounded(
        "path", request.Path, FieldSource.Page,
        wire?.PathMeaning(request)
            ?? "What is asked of the vendor’s host: its pixel. Blockers know many such paths by their look.",
        "A blocker that knows the host or the path stops the request.");

    private static ExplainedField Body(string body) => ExplainedField.Bounded(
        "body", body, FieldSource.Page,
        $"What a script sent besides the address, {PlainText.Count(body.Length, "character", "characters")} long, as a beacon does.",
        "With scripts off, or with the vendor’s script blocked, it is not sent.");

    private static string Note(string code) => code switch
    {
        CaptureNotes.UrlCut => "The address was longer than the lab keeps; its end was cut off.",
        CaptureNotes.HeadersCut => "A header was longer, or there were more headers, than the lab keeps; the rest was cut off.",
        CaptureNotes.BodyCut => "The body was longer than the lab reads, or broke off; what came is kept.",
        CaptureNotes.NotUtf8 => "Some bytes were no valid text (UTF-8) and are shown as if they were Latin letters.",
        CaptureNotes.Emulated =>
            "The lab itself made this request, in the place of a mail service’s image proxy or of an invented person, with the headers they would send and an invented address.",
        CaptureNotes.OrderUnknown => "The connection did not show in which order the headers came.",
        _ => PlainText.Shown(code, 60),
    };
}
