using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Core.Town;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Explaining;

/// <summary>One step on the way to an ad.</summary>
/// <param name="Hit">The hit that shows it; null for what no hit shows.</param>
/// <param name="At">When.</param>
/// <param name="Text">What happened, as a sentence.</param>
public sealed record AdStep(long? Hit, DateTimeOffset At, string Text);

/// <summary>Why an ad stood where it stood: the answer, the events that led to it, and what would have led elsewhere.</summary>
public sealed record AdStory
{
    /// <summary>The answer in a sentence.</summary>
    public required string Answer { get; init; }

    /// <summary>Why the network could not choose more closely; null where it could.</summary>
    public string? Limit { get; init; }

    /// <summary>The events, oldest first.</summary>
    public required IReadOnlyList<AdStep> Steps { get; init; }

    /// <summary>What would have prevented it, a sentence each.</summary>
    public required IReadOnlyList<string> Prevention { get; init; }

    /// <summary>Tells the story of an ad.</summary>
    /// <param name="served">The network's record of it.</param>
    /// <param name="hits">The hits that the record names, as far as they still exist, oldest first.</param>
    /// <param name="language">The language to tell it in.</param>
    public static AdStory Of(AdServed served, IReadOnlyList<Hit> hits, Language language)
    {
        var words = language[AdStoryText.Words];
        var request = hits.FirstOrDefault(hit => served.Because is [.., var last] && hit.Id == last);
        var campaign = AdCampaigns.Find(served.Campaign);
        var isOfThisSite = served.Visitor is not null && request is not null && request.Request.Cookie(AdnetWire.IdCookie) is null;
        return new AdStory
        {
            Answer = campaign?.Audience is null
                ? Answered(served, campaign, isOfThisSite, language)
                : language.Sentences(Answered(served, campaign, isOfThisSite, language), words["Answer.Booked", campaign.Headline]),
            Limit = served.Reason is AdReasons.Context or AdReasons.House || isOfThisSite ? Limited(served, request, words) : null,
            Steps = [.. hits.Select(hit => hit == request ? Asked(served, hit, language) : Learned(served, hit, language)), Chosen(served, campaign, words)],
            Prevention = Prevented(served, isOfThisSite, words),
        };
    }

    private static string Answered(AdServed served, AdCampaign? campaign, bool isOfThisSite, Language language)
    {
        var words = language[AdStoryText.Words];
        var brand = campaign?.Brand ?? words["Advertiser"];
        var segment = campaign?.Segment is { } named ? Segments.InWords(named, language) : words["This"];
        return served.Reason switch
        {
            AdReasons.Retargeting => words["Answer.Retargeting", ProductOf(served)?.Name ?? words["Product"], brand],
            AdReasons.Interest => words[isOfThisSite ? "Answer.Interest.ThisSite" : "Answer.Interest", segment, brand],
            AdReasons.Context => words["Answer.Context", segment, brand],
            AdReasons.Everybody => words["Answer.Everybody", brand],
            _ => words["Answer.House"],
        };
    }

    private static string Limited(AdServed served, Hit? request, Words words)
    {
        if (served.Visitor is null)
        {
            return words[request?.Request.Header("Sec-Fetch-Storage-Access") == "none" ? "Limit.NoAccess" : "Limit.NoNumber"];
        }

        return words[request?.Request.Cookie(AdnetWire.IdCookie) is null ? "Limit.ThisSite" : "Limit.Nothing"];
    }

    private static AdStep Learned(AdServed served, Hit hit, Language language)
    {
        var words = language[AdStoryText.Words];
        var wire = VendorList.Find(hit.Vendor);
        var what = EventWords.InSentence(
            VendorList.EventOf(hit), wire?.DetailOf(hit.Request) ?? EventDetail.None, wire?.TitleOf(hit.Request), hit.Site, language);
        var number = AdnetNumbers.Sent(hit.Request) is { } sent
            ? words["Learned.Sent", PlainText.Shown(sent, 20)]
            : AdnetNumbers.Of(hit) is [var first, ..] given
                // Of the numbers that it gave, the one that came back: a browser may have dropped the other.
                ? words["Learned.Given", PlainText.Shown(given.FirstOrDefault(one => one == served.Visitor) ?? first, 20)]
                : null;
        return new AdStep(hit.Id, hit.At, language.Sentences(words["Learned", what], number));
    }

    private static AdStep Asked(AdServed served, Hit hit, Language language)
    {
        var words = language[AdStoryText.Words];
        return new AdStep(hit.Id, hit.At, language.Sentences(
            words["Asked", PlainText.Shown(served.Slot, 40), PlainText.Shown(served.Site, 40)],
            served.Visitor is { } visitor ? words["Asked.Sent", PlainText.Shown(visitor, 20)] : words["Asked.NotSent"]));
    }

    private static AdStep Chosen(AdServed served, AdCampaign? campaign, Words words)
    {
        var brand = campaign?.Brand ?? words["Advertiser"];
        return new AdStep(
            null,
            served.At,
            ProductOf(served) is { } product
                ? words["Chosen.Product", product.Name, brand]
                : words["Chosen.Headline", campaign?.Headline ?? words["Gone"], brand]);
    }

    /// <summary>What would have led elsewhere. Where the number is one of this site alone, blocking those that reach across sites changes nothing.</summary>
    private static IReadOnlyList<string> Prevented(AdServed served, bool isOfThisSite, Words words) => served.Reason switch
    {
        AdReasons.Retargeting or AdReasons.Interest when isOfThisSite =>
            [words["Prevented.ClearedHere"], words["Prevented.RefusedHere"], words["Prevented.Blocker"]],
        AdReasons.Retargeting or AdReasons.Interest =>
            [words["Prevented.Blocked"], words["Prevented.Cleared"], words["Prevented.Refused"], words["Prevented.Blocker"]],
        AdReasons.Context or AdReasons.Everybody => [words["Prevented.BlockerHere"], words["Prevented.NotByCookies"]],
        _ => [words["Prevented.BlockerHere"]],
    };

    private static Product? ProductOf(AdServed served) =>
        PlainText.Number(served.Product ?? "") is > 0 and < 10_000 and { } id ? Catalogue.Find((int)id) : null;
}
