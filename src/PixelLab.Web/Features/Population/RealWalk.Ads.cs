using System.Globalization;
using AngleSharp.Html.Parser;
using PixelLab.Core.Events;
using PixelLab.Core.Population;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Web.Addressing;

namespace PixelLab.Web.Features.Population;

/// <summary>Ads: their frames, what becomes of them, and where they lead.</summary>
public sealed partial class RealWalk
{
    /// <summary>Opens a slot's frame with what is in it. The ad, where somebody follows it.</summary>
    private async Task<AdServed?> ShowAdAsync(
        Walk walk, WalkedBrowser browser, Step step, PageStay stay, PixelPlanted pixel, CancellationToken cancellation)
    {
        var frame = await SendAsync(
            walk, browser, step, new(pixel.Vendor, pixel.Site, pixel.Url) { Asked = AskedFor.Frame, KeepsText = true }, cancellation);
        Task FetchAsync(string path) => SendAsync(
            walk, browser, step, new(pixel.Vendor, pixel.Site, walk.Town.Origin(Town.Get(pixel.Vendor)) + path), cancellation);

        if (frame is null)
        {
            return null;
        }

        using var document = new HtmlParser().ParseDocument(frame);
        if (document.QuerySelector("img[data-impression]")?.GetAttribute("src") is not { } impression)
        {
            return null;
        }

        await FetchAsync(impression);
        var slot = QueryText.Find(pixel.Url, "pos") == "1" ? 1 : 2;
        if (!stay.SeesSlot(slot) || document.QuerySelector("[data-viewable]")?.GetAttribute("data-viewable") is not { } viewable)
        {
            return null;
        }

        await FetchAsync(viewable);
        var served = (await TakeInAsync(walk, browser, step, cancellation)).OfType<AdServed>().LastOrDefault();
        return served is not null && stay.Clicks(slot, served.Reason == AdReasons.Retargeting) ? served : null;
    }

    /// <summary>The click on an ad, the page that it leads to, and an order where the person makes one.</summary>
    private async Task FollowAdAsync(
        Walk walk, WalkedBrowser browser, Step step, PageStay stay, AdServed ad, CancellationToken cancellation)
    {
        var url = walk.Url(AdnetWire.VendorName, QueryText.Write(AdnetPaths.Click, [("ad", ad.Ad)]));
        browser.Page = walk.Town.Origin(Town.Get(AdnetWire.VendorName)) + "/";
        await SendAsync(walk, browser, step, new(AdnetWire.VendorName, AdnetWire.VendorName, url), cancellation);
        if (AdCampaigns.Find(ad.Campaign)?.Advertiser != "shop"
            || !int.TryParse(ad.Product, NumberStyles.None, CultureInfo.InvariantCulture, out var product))
        {
            await TakeInAsync(walk, browser, step, cancellation);
            return;
        }

        var landed = step.Landed(product, stay);
        await LookAtPageAsync(walk, browser, landed, stay with { Sees = default }, cancellation);
        if (stay.OrdersAfterAd)
        {
            foreach (var kind in (StepKind[])[StepKind.ShopCart, StepKind.ShopCheckout, StepKind.ShopOrder])
            {
                await OpenPageAsync(walk, browser, landed with { Kind = kind }, cancellation);
            }
        }
    }
}
