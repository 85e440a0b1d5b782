using PixelLab.Core.Events;
using PixelLab.Core.People;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Adnet;

namespace PixelLab.Core.Explaining;

/// <summary>One step on the way to an ad.</summary>
/// <param name="Hit">The hit that shows it; null for what no hit shows.</param>
/// <param name="At">When.</param>
/// <param name="Text">What happened, as a sentence.</param>
public sealed record AdStep(long? Hit, DateTimeOffset At, string Text);

/// <summary>Why an ad stood where it stood: the answer, the events that led to it, and what would have led elsewhere.</summary>
public sealed record AdStory
{
    private const string SafeWords = "something this lab no longer has on record";

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
    public static AdStory Of(AdServed served, IReadOnlyList<Hit> hits)
    {
        var request = hits.FirstOrDefault(hit => served.Because is [.., var last] && hit.Id == last);
        var campaign = AdBook.Find(served.Campaign);
        return new AdStory
        {
            Answer = Answered(served, campaign),
            Limit = served.Reason is AdReasons.Context or AdReasons.House ? Limited(served, request) : null,
            Steps = [.. hits.Select(hit => hit == request ? Asked(served, hit) : Learned(hit)), Chosen(served, campaign)],
            Prevention = Prevented(served),
        };
    }

    private static string Answered(AdServed served, AdCampaign? campaign)
    {
        var brand = campaign?.Brand ?? "an advertiser";
        var segment = campaign?.Segment is { } named ? Segments.InWords(named) : "this";
        return served.Reason switch
        {
            AdReasons.Retargeting => $"You looked at {ProductName(served)} and did not buy it. {brand} pays AdNet to show it to you again wherever you go. This is called retargeting.",
            AdReasons.Interest => $"AdNet thinks that you are interested in {segment}, from what you have looked at before. {brand} pays to reach people in that group.",
            AdReasons.Context => $"The page is about {segment}. {brand} pays to stand beside such pages, whoever reads them. AdNet needed to know nothing about you for this.",
            _ => "Nobody has booked this place for this page, so AdNet shows something of its own.",
        };
    }

    private static string Limited(AdServed served, Hit? request)
    {
        if (served.Visitor is null)
        {
            var storage = request?.Request.Header("Sec-Fetch-Storage-Access");
            return storage == "none"
                ? "AdNet could not show you what you had looked at elsewhere: no number came with the request. Your browser says itself that it gives AdNet no cookies here (Sec-Fetch-Storage-Access: none)."
                : "AdNet could not show you what you had looked at elsewhere: no number came with the request. Either this is the first time that your browser meets AdNet, or its cookies are blocked or were cleared.";
        }

        return request?.Request.Cookie(AdnetWire.IdCookie) is null
            ? "A number came with the request, but one that your browser keeps for this site only. What you did on other sites is filed under other numbers, and AdNet can’t tell that they belong together."
            : "A number came with the request, but AdNet has nothing on file under it that fits, has shown you that as often as it may, or put it in a better place on the same page.";
    }

    private static AdStep Learned(Hit hit)
    {
        var wire = VendorBook.Find(hit.Vendor);
        var what = EventWords.InSentence(
            VendorBook.EventOf(hit), wire?.DetailOf(hit.Request) ?? EventDetail.None, wire?.TitleOf(hit.Request), hit.Site);
        var sent = AdnetNumbers.Sent(hit.Request);
        var number = sent is not null
            ? $"It wrote that down under the number {PlainText.Shown(sent, 20)}, which your browser sent along."
            : AdnetNumbers.Of(hit) is [var given, ..]
                ? $"It did not know your browser yet and gave it the number {PlainText.Shown(given, 20)}."
                : "";
        return new AdStep(hit.Id, hit.At, $"AdNet learned that you {what}. {number}".TrimEnd());
    }

    private static AdStep Asked(AdServed served, Hit hit) => new(
        hit.Id,
        hit.At,
        $"The place “{PlainText.Shown(served.Slot, 40)}” on {PlainText.Shown(served.Site, 40)} asked AdNet for an ad. " +
        (served.Visitor is { } visitor
            ? $"Your browser sent the number {PlainText.Shown(visitor, 20)} along."
            : "Your browser sent no number along."));

    private static AdStep Chosen(AdServed served, AdCampaign? campaign) => new(
        null,
        served.At,
        ProductOf(served) is { } product
            ? $"AdNet chose the ad: {product.Name}, from {campaign?.Brand ?? "an advertiser"}."
            : $"AdNet chose the ad: “{campaign?.Headline ?? SafeWords}”, from {campaign?.Brand ?? "an advertiser"}.");

    private static IReadOnlyList<string> Prevented(AdServed served) => served.Reason switch
    {
        AdReasons.Retargeting or AdReasons.Interest =>
        [
            "Third-party cookies blocked in your browser: AdNet’s number would not have come along from one site to the next.",
            "Cookies cleared between the two visits: AdNet would have taken you for somebody new.",
            "Advertising refused at the first site’s banner, on a site that keeps to it: its pixel would not have fired.",
            "A content blocker: neither the pixel there nor the ad here would have been fetched.",
        ],
        AdReasons.Context =>
        [
            "A content blocker: the ad would not have been fetched.",
            "Clearing or blocking cookies changes nothing here: this ad was chosen without knowing you.",
        ],
        _ =>
        [
            "A content blocker: the ad would not have been fetched.",
        ],
    };

    private static string ProductName(AdServed served) => ProductOf(served)?.Name ?? "a product";

    private static Product? ProductOf(AdServed served) =>
        PlainText.Number(served.Product ?? "") is > 0 and < 10_000 and { } id ? Catalogue.Find((int)id) : null;
}
