using System.Diagnostics;
using System.Globalization;
using System.Text;
using PixelLab.Core.Events;
using PixelLab.Core.Lenses;
using PixelLab.Core.Reports;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Metrics;

namespace PixelLab.Bench;

/// <summary>How many events each report folds in a second, and how long its sheet takes after them.</summary>
internal static class ReportFolds
{
    private const int Events = 50_000;
    private const int EventsOfAView = 5;
    private const int People = 500;
    private const int Products = 24;
    private const int Rounds = 3;

    private static readonly string Head = Encoding.ASCII.GetString(Load.BrowserRequest(5080, "/"))
        .TrimEnd().Split("\r\n", 2)[1];

    /// <summary>Measures and prints; the best of a few rounds counts.</summary>
    public static void Run()
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"reports, each over {Events:n0} events of {People} people:"));
        foreach (var entry in ReportList.All)
        {
            var best = Enumerable.Range(0, Rounds).Select(_ => Measure(entry)).MinBy(round => round.Fold);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {entry.Name,-12} {Events / best.Fold.TotalSeconds,12:n0} events/s, its sheet in {best.Sheet.TotalMilliseconds:n1} ms"));
        }
    }

    /// <summary>With a log of its own, since a hit remembers its parsed parts.</summary>
    private static (TimeSpan Fold, TimeSpan Sheet) Measure(ReportEntry entry)
    {
        var log = Enumerable.Range(0, Events).Select(Made).ToList();
        var report = entry.Make();
        var start = Stopwatch.GetTimestamp();
        foreach (var one in log)
        {
            report.Add(one);
        }

        var fold = Stopwatch.GetElapsedTime(start);
        start = Stopwatch.GetTimestamp();
        report.Sheet(Lens.Both);
        return (fold, Stopwatch.GetElapsedTime(start));
    }

    private static LabEvent Made(int number)
    {
        var view = number / EventsOfAView;
        var product = (view % Products) + 1;
        var page = Uri.EscapeDataString($"http://shop.localhost:5080/shoes/{product}");
        return (number % EventsOfAView) switch
        {
            0 => Hit(number, MetricsWire.VendorName, "/px/PL-SHOP-1.gif", $"en=page_view&dl={page}&dt=Shoe&z=v{view}.1"),
            1 => Hit(number, AdnetWire.VendorName, "/tr", $"id=448122&ev=ViewContent&cd[content_ids]={product}&dl={page}&eid=v{view}.2"),
            2 => Hit(number, MetricsWire.VendorName, "/px/PL-SHOP-1.gif", $"en=user_engagement&_et={view % 60_000}&dl={page}&z=v{view}.m2"),
            3 => new AdServed
            {
                Id = number + 1,
                At = At(number),
                Ad = $"a{view}",
                Campaign = AdCampaigns.Retargeting.Key,
                Product = product.ToString(CultureInfo.InvariantCulture),
                Site = "social",
                Slot = "feed-1",
                Reason = AdReasons.Retargeting,
            },
            _ when view % 50 == 0 => Hit(
                number, AdnetWire.VendorName, "/tr", $"id=448122&ev=Purchase&cd[order_id]=o{view}&cd[value]=10.00&cd[content_ids]={product}"),
            _ => Hit(number, AdnetWire.VendorName, "/i", $"ad=a{view}"),
        };
    }

    private static Hit Hit(int number, string vendor, string path, string query)
    {
        var person = number / EventsOfAView % People;
        var head = $"GET {path}?{query} HTTP/1.1\r\n{Head}\r\nCookie: anid={person}";
        return new Hit
        {
            Id = number + 1,
            At = At(number),
            Vendor = vendor,
            Site = "shop",
            Request = new CapturedRequest
            {
                Head = head,
                Scheme = "http",
                Path = path,
                Address = string.Create(CultureInfo.InvariantCulture, $"198.51.100.{person % 250}"),
                HeadBytes = head.Length + 4,
            },
        };
    }

    private static DateTimeOffset At(int number) => DateTimeOffset.UnixEpoch.AddSeconds(number);
}
