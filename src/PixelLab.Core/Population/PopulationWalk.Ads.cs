using System.Globalization;
using PixelLab.Core.Events;
using PixelLab.Core.Rules;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Population;

/// <summary>Ads: chosen as the network chooses them, shown, looked at, followed.</summary>
public sealed partial class PopulationWalk
{
    private const int AdOccasion = -5;
    private const int AdIdLength = 12;

    /// <summary>How long after the ad's frame an ad that is looked at counts as seen.</summary>
    private static readonly TimeSpan Seen = TimeSpan.FromSeconds(1.3);

    private static readonly TimeSpan UntilCart = TimeSpan.FromSeconds(40);

    /// <summary>What led to a page: the query that the ad's address has, the click id in it, and the document with the ad.</summary>
    private sealed record AdLanding(string Query, string ClickId, string From);

    /// <summary>An ad as it stands in a page.</summary>
    private sealed record ShownAd(OpenPage Open, AdServed Served, int Slot);

    /// <summary>The click id that the shop's pixels carry: it is kept where the visitor has not refused advertising.</summary>
    private string? AdClick(BrowserState state, AdLanding? ad, ConsentState consent)
    {
        if (ad is null)
        {
            return state.AdClick;
        }

        if (ConsentRules.MayFire(_plan.Regime, consent, Purposes.Advertising, gpc: false))
        {
            state.AdClick = ad.ClickId;
        }

        return ad.ClickId;
    }

    /// <summary>Chooses the ad for a slot that has asked for one.</summary>
    private Happening Serve(Hit request, OpenPage open, (int Position, string Name, string About) slot)
    {
        var visitor = AdnetNumbers.Sent(request.Request);
        var dice = new Dice(_plan.Seed, open.Browser.Number, _pageViews, AdOccasion);
        var pageView = open.Moment.Plant.Split('.')[0];
        var question = new AdQuestion(Segments.Of(slot.About), dice.Below(int.MaxValue))
        {
            Site = open.Page.Site,
            PageView = pageView,
            Position = slot.Position,
            Booked = _booking?.Campaign,
            Resting = _booking is null ? null : ShopSite,
        };
        var choice = AdDecision.Choose(question, _profiles.Find(visitor));
        if (choice.Campaign == _booking?.Campaign && !_booking.Pays(request.At, open.Person))
        {
            choice = AdDecision.Choose(question with { Booked = null }, _profiles.Find(visitor));
        }

        return Note(
            new AdServed
            {
                At = request.At,
                Ad = new Dice(_plan.Seed, ++_ads, 0, AdOccasion).Hexadecimal()[..AdIdLength],
                Campaign = choice.Campaign.Key,
                Product = choice.Product?.Id.ToString(CultureInfo.InvariantCulture),
                Site = open.Page.Site,
                Slot = slot.Name,
                PageView = pageView,
                Reason = choice.Reason,
                Because = [.. choice.Because, request.Id],
                Visitor = visitor,
            },
            open.Person,
            open.Browser.Number);
    }

    /// <summary>Plans what becomes of an ad: whether it is seen, and whether somebody follows it.</summary>
    private void Look(ShownAd ad)
    {
        var stay = ad.Open.Stay;
        if (!stay.SeesSlot(ad.Slot))
        {
            return;
        }

        var at = ad.Open.Step.At.Add(Seen);
        Later(at, () => SeeAd(ad, AdnetPaths.Viewable, at));
        if (stay.Clicks(ad.Slot, ad.Served.Reason == AdReasons.Retargeting))
        {
            var left = ad.Open.Step.At.AddMilliseconds(Math.Max(stay.InView, 2 * Seen.TotalMilliseconds));
            Later(left, () => FollowAd(ad, left));
        }
    }

    private Happening SeeAd(ShownAd ad, string path) => SeeAd(ad, path, ad.Open.Step.At.AddMilliseconds(300));

    private Happening SeeAd(ShownAd ad, string path, DateTimeOffset at) => Note(AskNetwork(ad, path, at, AskedFor.Image), ad.Open.Person, ad.Open.Browser.Number);

    /// <summary>The click, the page that it leads to, and an order where the person makes one.</summary>
    private IEnumerable<Happening> FollowAd(ShownAd ad, DateTimeOffset at)
    {
        var open = ad.Open;
        var click = Note(AskNetwork(ad, AdnetPaths.Click, at, AskedFor.Page), open.Person, open.Browser.Number);
        _booking?.Clicked(ad.Served.Campaign);
        yield return click;
        if (AdCampaigns.Find(ad.Served.Campaign)?.Advertiser != ShopSite
            || !int.TryParse(ad.Served.Product, NumberStyles.None, CultureInfo.InvariantCulture, out var product))
        {
            // It leads to a site that the simulated people do not walk on.
            yield break;
        }

        var id = new ClickId(ad.Served.Ad, click.Event.Id).ToString();
        var query = QueryText.Write("", [
            ("utm_source", "adnet"), ("utm_medium", "display"), ("utm_campaign", ad.Served.Campaign), (ClickId.Parameter, id)]);
        var step = open.Step.Landed(product, open.Stay) with { At = at.AddMilliseconds(400), Seconds = (int)UntilCart.TotalSeconds };
        foreach (var happening in Show(step, open.Person, open.Browser, new AdLanding(query, id, PageUrl(AdnetWire.VendorName, "/"))))
        {
            yield return happening;
        }

        if (open.Stay.OrdersAfterAd)
        {
            _booking?.Orders(ad.Served.Campaign, open.Person);
            StepKind[] order = [StepKind.ShopCart, StepKind.ShopCheckout, StepKind.ShopOrder];
            for (var place = 0; place < order.Length; place++)
            {
                var next = step with { At = step.At + ((place + 1) * UntilCart), Kind = order[place] };
                Later(next.At, () => Show(next, open.Person, open.Browser, null));
            }
        }
    }

    /// <summary>A request from inside the ad's frame, with what the browser holds for the network by now.</summary>
    private Hit AskNetwork(ShownAd ad, string path, DateTimeOffset at, AskedFor asked)
    {
        var open = ad.Open;
        var cookies = new CookieTrade(_plan.Seed, ++_trades, open.Person, open.Browser, open.State, open.Page.Site);
        var hit = new Hit
        {
            At = at,
            Vendor = AdnetWire.VendorName,
            Site = open.Page.Site,
            Request = Request(
                open.Browser, open.Person, open.Step.Address, AdnetWire.VendorName, QueryText.Write(path, [("ad", ad.Served.Ad)]),
                PageUrl(AdnetWire.VendorName, "/"), cookies.Sent, asked),
            SetCookies = cookies.Given,
        };
        cookies.Settle();
        return hit;
    }
}
