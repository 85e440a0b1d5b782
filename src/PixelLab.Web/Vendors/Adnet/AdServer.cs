using System.Security.Cryptography;
using PixelLab.Core.Events;
using PixelLab.Core.People;
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
    private const int Gates = 64;

    // The slots of a page ask at the same moment; one after another they can see what the others were given.
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, Gates).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Chooses the ad for a slot whose request was kept, and keeps the choice.</summary>
    /// <exception cref="EventLogException">The choice could not be kept.</exception>
    public async Task<ServedAd> ServeAsync(HttpContext context, Hit request)
    {
        var gate = _gates[(uint)request.Seat.GetHashCode() % Gates];
        await gate.WaitAsync(context.RequestAborted);
        try
        {
            return await ChooseAsync(request, AdnetEndpoints.PageViewOf(context));
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The record of a showing, or null.</summary>
    public async Task<AdServed?> FindAsync(HttpContext context, string? ad) =>
        ad is not { Length: IdLength }
            ? null
            : await readings.AskAsync(TownRequest.Of(context).Seat, (ServedAds ads) => ads.Find(ad), context.RequestAborted);

    /// <summary>The record of what stands in a slot of a page view, or null.</summary>
    public Task<AdServed?> InSlotAsync(HttpContext context, string? pageView, string? slot) =>
        readings.AskAsync(TownRequest.Of(context).Seat, (ServedAds ads) => ads.InSlot(pageView, slot), context.RequestAborted);

    private async Task<ServedAd> ChooseAsync(Hit request, string? pageView)
    {
        var slot = request.Request.Parameter("slot") is { Length: > 0 and <= MostSlotName } named ? named : "unnamed";
        var visitor = AdnetNumbers.Sent(request.Request);
        var onPage = await readings.AskAsync(request.Seat, (ServedAds ads) => ads.On(pageView));
        var question = new AdQuestion(Segments.Of(request.Request.Parameter("ctx")), SeedOf($"{visitor ?? pageView}/{slot}/{onPage.Count}"))
        {
            Site = request.Site,
            CampaignsOnPage = onPage.Select(ad => ad.Campaign).ToHashSet(StringComparer.Ordinal),
            ProductsOnPage = onPage.Select(ad => ProductOf(ad)?.Id ?? 0).ToHashSet(),
        };
        var choice = await readings.AskAsync(
            request.Seat, (AdnetProfiles profiles) => AdDecision.Choose(question, profiles.Find(visitor)));
        var served = new AdServed
        {
            At = time.GetUtcNow(),
            Seat = request.Seat,
            Ad = RandomNumberGenerator.GetString(IdLetters, IdLength),
            Campaign = choice.Campaign.Key,
            Product = choice.Product?.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
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

    /// <summary>The product that a showing is about, or null.</summary>
    internal static Product? ProductOf(AdServed served) =>
        int.TryParse(served.Product, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id)
            ? Catalogue.Find(id)
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
