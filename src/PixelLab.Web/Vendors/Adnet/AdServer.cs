using System.Globalization;
using System.Security.Cryptography;
using PixelLab.Core.Events;
using PixelLab.Core.Rules;
using PixelLab.Core.Town;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Web.Addressing;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Vendors.Adnet;

/// <summary>An ad as it was put into a slot.</summary>
/// <param name="Served">The network's record of it.</param>
/// <param name="Campaign">Its campaign.</param>
/// <param name="Product">The product it shows, or null.</param>
public sealed record ServedAd(AdServed Served, AdCampaign Campaign, Product? Product);

/// <summary>Chooses ads for slots and keeps a record of each before it is shown.</summary>
public sealed class AdServer(SeatReadings readings, IEventWriter log, TimeProvider time)
{
    private const string IdLetters = "abcdefghijkmnpqrstuvwxyz23456789";
    private const int IdLength = 12;
    private const int MostSlotName = 40;
    private const int MostPosition = 99;

    /// <summary>The site on which the learner books places.</summary>
    private const string BookedSite = "news";

    /// <summary>Chooses the ad for a slot whose request was kept, and keeps the choice.</summary>
    /// <exception cref="EventLogException">The choice could not be kept.</exception>
    public async Task<ServedAd> ServeAsync(HttpContext context, Hit request)
    {
        var pageView = AdnetEndpoints.PageViewOf(context);
        var slot = request.Request.Parameter("slot") is { Length: > 0 and <= MostSlotName } named ? named : "unnamed";
        var visitor = AdnetNumbers.Sent(request.Request);
        var settings = await readings.AskAsync(request.Seat, (SeatSettings settings) => settings.Snapshot(), context.RequestAborted);
        var question = new AdQuestion(Segments.Of(request.Request.Parameter("ctx")), SeedOf(visitor ?? pageView ?? slot))
        {
            Site = request.Site,
            PageView = pageView,
            Position = Number(request.Request.Parameter("pos")) is >= 1 and <= MostPosition and { } position ? position : 1,
            Booked = request.Site == BookedSite ? settings.Campaign : null,
        };
        var choice = await readings.AskAsync(
            request.Seat,
            (AdnetProfiles profiles) => AdDecision.Choose(question with { NotByChance = profiles.Looked }, profiles.Find(visitor)),
            context.RequestAborted);
        var served = new AdServed
        {
            At = time.GetUtcNow(),
            Seat = request.Seat,
            Ad = RandomNumberGenerator.GetString(IdLetters, IdLength),
            Campaign = choice.Campaign.Key,
            Product = choice.Product?.Id.ToString(CultureInfo.InvariantCulture),
            Site = request.Site ?? "elsewhere",
            Slot = slot,
            PageView = pageView,
            Reason = choice.Reason,
            Because = [.. choice.Because, request.Id],
            Visitor = visitor,
        };
        await log.AppendAsync([served], CancellationToken.None);
        return new ServedAd(served, choice.Campaign, choice.Product);
    }

    /// <summary>The record of a showing, or null.</summary>
    public async Task<AdServed?> FindAsync(HttpContext context, string? ad) =>
        ad is not { Length: IdLength }
            ? null
            : await readings.AskAsync(TownRequest.Of(context).Seat, (ServedAds ads) => ads.Find(ad), context.RequestAborted);

    /// <summary>The record of what stands in a slot of a page view, or null.</summary>
    public Task<AdServed?> InSlotAsync(HttpContext context, string? pageView, string? slot) =>
        readings.AskAsync(TownRequest.Of(context).Seat, (ServedAds ads) => ads.InSlot(pageView, slot), context.RequestAborted);

    /// <summary>The product that a showing is about, or null.</summary>
    internal static Product? ProductOf(AdServed served) => Number(served.Product) is { } id ? Catalogue.Find(id) : null;

    private static int? Number(string? text) =>
        text is { Length: > 0 and <= 4 } && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>A number from a text, the same in every run and on every machine (FNV-1a, 32 bit).</summary>
    private static int SeedOf(string text)
    {
        var hash = 2166136261;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 16777619;
        }

        return (int)(hash & 0x7fffffff);
    }
}
