using PixelLab.Core.Events;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Explaining.Headers;
using PixelLab.Core.Languages;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Explaining;

/// <summary>Explains a hit: every field of it, and what the tracker just learned. Pure, and never fails on what a hit holds.</summary>
public static class HitExplainer
{
    /// <summary>Explains a hit.</summary>
    /// <param name="hit">The hit.</param>
    /// <param name="language">What is said is said in it.</param>
    /// <param name="letter">The message that it is about, where the sender's list is at hand.</param>
    /// <param name="isOwn">Whether it is told to whoever did it.</param>
    /// <param name="jar">What is known of the cookie jar of the browser that made it.</param>
    public static ExplainedHit Explain(
        Hit hit, Language language, MailSent? letter = null, bool isOwn = true, CookieJarVerdict jar = CookieJarVerdict.Unknown)
    {
        var request = hit.Request;
        var wire = VendorList.Find(hit.Vendor);
        var cookies = new CookieExplainer(wire, language, jar);
        var eventCode = VendorList.EventOf(hit);
        var detail = wire?.DetailOf(request) ?? EventDetail.None;
        var title = wire?.TitleOf(request);
        var page = PagePlace.Read(wire?.PageOf(request));
        var cameFrom = PagePlace.Read(wire?.ReferrerOf(request))?.SeenFrom(page, language);
        var recognition = cookies.Recognition(hit);
        var tellsWhereFrom = eventCode is VendorEvents.PageView or VendorEvents.ViewItem or VendorEvents.ViewItemList;
        // Where no title was told, the address is what tells which page it was.
        var named = title ?? (eventCode == VendorEvents.PageView && page is { Path: not "/" } ? page.Path : null);
        var did = EventWords.InSentence(eventCode, detail, named, hit.Site, language);
        return new ExplainedHit
        {
            Account = new AccountWriter(language, letter, isOwn).Of(hit, did, tellsWhereFrom ? cameFrom : null, recognition),
            Fields = Fields(hit, language, jar),
            CookiesSet = [.. hit.SetCookies.Select(cookies.Set)],
            Event = eventCode,
            EventInWords = EventWords.InRow(eventCode, detail, language),
            Page = page?.Path,
            Title = title,
            CameFrom = cameFrom,
            Plant = wire?.PlantOf(request),
            Recognition = recognition,
            Notes = [.. (request.Notes ?? []).Select(code => Note(code, language))],
        };
    }

    /// <summary>Every field of a hit, in the order of <see cref="ExplainedHit.Fields"/>.</summary>
    public static IReadOnlyList<ExplainedField> Fields(Hit hit, Language language, CookieJarVerdict jar = CookieJarVerdict.Unknown) =>
    [
        Own("address", hit.Request.Address, FieldSource.Network, AddressFacts.Of(hit.Request.Address, language).InWords, "Address.Control", language),
        .. FieldsOfRequest(hit, language, jar),
    ];

    /// <summary>The same without the address, for a request of which nobody knows whence it came.</summary>
    internal static IReadOnlyList<ExplainedField> FieldsOfRequest(Hit hit, Language language, CookieJarVerdict jar = CookieJarVerdict.Unknown)
    {
        var request = hit.Request;
        var wire = VendorList.Find(hit.Vendor);
        var means = FetchReader.Of(hit).Means;
        var fields = new List<ExplainedField>();
        var words = language[ExplainingText.Words];
        if (PagePlace.SeatSegment(request.Url) is { } seat)
        {
            fields.Add(Own("seat", seat, FieldSource.Lab, words["Seat"], "Seat.Control", language));
        }

        fields.Add(Own("path", request.Path, FieldSource.Page, wire?.PathMeaning(request, language) ?? words["Path"], "Path.Control", language));
        fields.AddRange(request.Query.Select(pair => ParameterExplainer.Explain(pair, request, means, wire, language)));
        fields.AddRange(Headers(request, means, new CookieExplainer(wire, language, jar).Sent, language));
        if (request.Body is { Length: > 0 } body)
        {
            fields.Add(Body(body, means, language));
        }

        return fields;
    }

    /// <summary>A request's body as a whole.</summary>
    internal static ExplainedField Body(string body, FetchMeans means, Language language)
    {
        var kind = means switch { FetchMeans.Ping => "Body.Ping", FetchMeans.Report => "Body.Report", _ => "Body" };
        return Own("body", body, FieldSource.Page, language[ExplainingText.Words].Count(kind, body.Length), $"{kind}.Control", language);
    }

    /// <summary>Each header line of a request, with each cookie after the first <c>Cookie</c> line.</summary>
    internal static IEnumerable<ExplainedField> Headers(
        CapturedRequest request, FetchMeans means, Func<NameValue, ExplainedField> cookieSent, Language language)
    {
        var cookiesShown = false;
        foreach (var header in request.Headers)
        {
            yield return HeaderCatalogue.Explain(header, request, means, language);
            if (cookiesShown || !string.Equals(header.Name, "Cookie", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            cookiesShown = true;
            foreach (var cookie in request.Cookies)
            {
                yield return cookieSent(cookie);
            }
        }
    }

    /// <summary>A field that is no header's, parameter's or cookie's.</summary>
    private static ExplainedField Own(
        string field, string value, FieldSource source, string meaning, string control, Language language) =>
        ExplainedField.Bounded(field, value, source, meaning, language[ExplainingText.Words][control], language);

    private static string Note(string code, Language language) =>
        language[ExplainingText.Words].Find($"Note.{code}") ?? PlainText.Shown(code, 60);
}
