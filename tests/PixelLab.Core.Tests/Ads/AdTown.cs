using PixelLab.Core.Events;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Broker;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Tests.Ads;

/// <summary>Writes down a seat's events as the advertising network would cause them; ids and times run on by themselves.</summary>
public sealed class AdTown
{
    public const string ShopAccount = "448122";

    private readonly List<LabEvent> _events = [];

    public IReadOnlyList<LabEvent> Events => _events;

    public DateTimeOffset Now { get; private set; } = BuiltHit.Noon;

    public void Later(TimeSpan time) => Now += time;

    public Hit Looks(int product, string? cookie, string? given = null) =>
        Hits($"/tr?id={ShopAccount}&ev=ViewContent&cd[content_name]=A%20shoe&cd[content_category]=shoes&cd[content_ids]={product}", cookie, given);

    public Hit Reads(string section, string? cookie) => Hits($"/tr?id=448137&ev=PageView&cd[content_category]={section}", cookie, site: "news");

    public Hit Buys(string order, string value, string? cookie, string? click = null, int product = 3, string account = ShopAccount) =>
        Hits($"/tr?id={account}&ev=Purchase&cd[content_ids]={product}&cd[order_id]={order}&cd[value]={value}&cd[currency]=EUR{(click is null ? "" : $"&adc={click}")}", cookie);

    public Hit Shows(string ad, string? cookie) => Hits($"/i?ad={ad}", cookie, site: "social");

    public Hit Clicks(string ad, string? cookie) => Hits($"/click?ad={ad}", cookie, site: "social");

    public Hit Hits(string target, string? cookie, string? given = null, string site = "shop", string vendor = AdnetWire.VendorName)
    {
        var hit = BuiltHit.Of(vendor, target, BrowserHeads.Chromium).On(site) with { Id = _events.Count + 1, At = Now };
        hit = cookie is null ? hit : hit.WithHeader("Cookie", cookie);
        hit = given is null ? hit : hit.Setting($"{given}; Path=/; SameSite=None; Secure");
        _events.Add(hit);
        return hit;
    }

    public Hit MatchesAtBroker(string partner, string id, string cookie) =>
        Hits($"{CookieMatch.Path}?partner={partner}&id={id}", cookie, site: "news", vendor: BrokerWire.VendorName);

    public AdServed Serves(string ad, AdCampaign campaign, string? visitor = null, string pageView = "page", params IReadOnlyList<long> because)
    {
        var served = new AdServed
        {
            Id = _events.Count + 1,
            At = Now,
            Ad = ad,
            Campaign = campaign.Key,
            Product = campaign == AdCampaigns.Retargeting ? "3" : null,
            Site = "social",
            Slot = "feed-1",
            PageView = pageView,
            Reason = campaign == AdCampaigns.Retargeting ? AdReasons.Retargeting : AdReasons.Context,
            Because = because,
            Visitor = visitor,
        };
        _events.Add(served);
        return served;
    }
}
