using System.Globalization;
using System.Text;
using PixelLab.Core.Events;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Metrics;

namespace PixelLab.Bench;

/// <summary>People's ways through the shop, as the log has them: a page, its pixels, an ad, and what was told of the time in view.</summary>
internal static class ShopWalk
{
    private const int EventsOfAView = 10;
    private const int Products = 24;

    private static readonly string Head = Encoding.ASCII.GetString(Load.BrowserRequest(5080, "/")).TrimEnd().Split("\r\n", 2)[1];

    /// <summary>The event of that number, from 0 on; each second has one.</summary>
    /// <param name="number">The number.</param>
    /// <param name="people">How many walk there, one after the other.</param>
    public static LabEvent Event(int number, int people)
    {
        var view = number / EventsOfAView;
        var product = (view % Products) + 1;
        var path = Text($"/shoes/{product}");
        var page = Uri.EscapeDataString("http://shop.localhost:5080" + path);
        LabEvent made = (number % EventsOfAView) switch
        {
            0 => new Visit { At = default, Site = "shop", Page = path, Title = "Shoe", PageView = $"v{view}", Request = Sent(view % people, path, "") },
            1 => Planted(MetricsWire.VendorName, $"/px/PL-SHOP-1.gif?en=page_view&dl={page}&dt=Shoe&z=v{view}.1"),
            2 => Planted(AdnetWire.VendorName, $"/tr?id=448122&ev=ViewContent&cd[content_ids]={product}&dl={page}&eid=v{view}.2"),
            3 => Hit(MetricsWire.VendorName, "/px/PL-SHOP-1.gif", $"en=page_view&dl={page}&dt=Shoe&z=v{view}.1"),
            4 => Hit(AdnetWire.VendorName, "/tr", $"id=448122&ev=ViewContent&cd[content_ids]={product}&dl={page}&eid=v{view}.2"),
            5 => new AdServed
            {
                At = default,
                Ad = $"a{view}",
                Campaign = AdCampaigns.Retargeting.Key,
                Product = product.ToString(CultureInfo.InvariantCulture),
                Site = "social",
                Slot = "feed-1",
                Reason = AdReasons.Retargeting,
            },
            6 when view % 50 == 0 => Hit(AdnetWire.VendorName, "/tr", $"id=448122&ev=Purchase&cd[order_id]=o{view}&cd[value]=10.00&cd[content_ids]={product}"),
            6 => Hit(AdnetWire.VendorName, "/i", $"ad=a{view}"),
            7 when view % 1000 == 0 => new SettingChanged { At = default, Name = "page.referrer", Value = "" },
            _ => Hit(MetricsWire.VendorName, "/px/PL-SHOP-1.gif", $"en=user_engagement&_et={view % 60_000}&dl={page}&z=v{view}.m{number % EventsOfAView}"),
        };
        return made with { Id = number + 1, At = DateTimeOffset.UnixEpoch.AddSeconds(number) };

        PixelPlanted Planted(string vendor, string url) => new()
        {
            At = default,
            Plant = $"v{view}.{number % EventsOfAView}",
            PageView = $"v{view}",
            Site = "shop",
            Page = path,
            Vendor = vendor,
            Event = "page_view",
            Trigger = PixelTrigger.Image,
            Url = $"http://{vendor}.localhost:5080{url}",
        };

        Hit Hit(string vendor, string at, string query) => new() { At = default, Vendor = vendor, Site = "shop", Request = Sent(view % people, at, query) };
    }

    private static CapturedRequest Sent(int person, string path, string query)
    {
        var head = $"GET {path}?{query} HTTP/1.1\r\n{Head}\r\nCookie: anid=1763.{person:d6}.aaaaaaaa";
        return new CapturedRequest
        {
            Head = head,
            Scheme = "http",
            Path = path,
            Address = Text($"198.51.100.{person % 250}"),
            HeadBytes = head.Length + 4,
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
