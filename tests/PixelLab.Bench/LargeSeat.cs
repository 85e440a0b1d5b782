using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PixelLab.Core.Events;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Metrics;
using PixelLab.Web.Limits;
using PixelLab.Web.Storage;
using PixelLab.Web.Storage.Sqlite;

namespace PixelLab.Bench;

/// <summary>
/// What a seat of very many events costs after a restart, when nothing of it has been read: its first page, beside that of an empty seat,
/// and its first report.
/// </summary>
internal static class LargeSeat
{
    /// <summary>How many events, where nobody says otherwise.</summary>
    private const int Usual = 1_000_000;

    private const int EventsOfAView = 10;
    private const int AtOnce = 500;
    private const int Browsers = 20;
    private const int Products = 24;

    private static readonly SeatId Seat = SeatId.New();

    private static readonly string Head = Encoding.ASCII.GetString(Load.BrowserRequest(5080, "/")).TrimEnd().Split("\r\n", 2)[1];

    /// <summary>
    /// Measures and prints: how long it took, and how long the processors have worked for it, which is comparable also on a machine that does
    /// something else.
    /// </summary>
    /// <param name="size">How many events; as many as usual where it is empty.</param>
    public static async Task RunAsync(string[] size)
    {
        var events = size is [var told] ? int.Parse(told, CultureInfo.InvariantCulture) : Usual;
        await using var lab = await BenchLab.StartAsync();
        await lab.TerminateAsync();
        await FillAsync(lab.Data.FullName, events);
        Console.WriteLine(Text($"a seat of {events:n0} events, {lab.Data.EnumerateFiles().Sum(file => file.Length) / 1e6:n0} MB; in brackets what the processors worked"));

        // All that the lab concludes from these events for the first time, and then what it noted of that.
        await lab.StartAgainAsync();
        await AskAsync(lab, "the first time", Seat);
        await lab.TerminateAsync();

        // Each after a start of its own: what is translated for the first page of all is the same for both.
        foreach (var (name, seat) in new[] { ("an empty seat", SeatId.New()), ("the large seat", Seat) })
        {
            var start = Stopwatch.GetTimestamp();
            await lab.StartAgainAsync();
            Console.WriteLine(Text($"  a start: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:n0} ms ({lab.ProcessorTime.TotalMilliseconds:n0})"));
            await AskAsync(lab, name, seat);
            await lab.TerminateAsync();
        }
    }

    private static async Task AskAsync(LabProcess lab, string name, SeatId seat)
    {
        Console.WriteLine($"  {name}:");
        foreach (var (what, url) in new[]
                 {
                     ("first page", lab.Url("shop", seat.Value, "/")), ("first ad", lab.Url("adnet", seat.Value, "/slot?slot=top&ctx=sport")),
                     ("first report", lab.Url("lab", $"/api/seats/{seat.Value}/reports/pages")),
                     ("report again", lab.Url("lab", $"/api/seats/{seat.Value}/reports/pages")),
                 })
        {
            Console.WriteLine($"    {what,-12} {await TimeAsync(lab, url)}");
        }

        // What is noted for the next start is written after the answer.
        await Task.Delay(TimeSpan.FromSeconds(5));
        Console.WriteLine(Text($"    the lab holds {lab.Memory / 1e6:n0} MB"));
    }

    private static async Task<string> TimeAsync(LabProcess lab, string url)
    {
        using var http = LoopbackHttp.Client();
        http.Timeout = Timeout.InfiniteTimeSpan;
        var (start, worked) = (Stopwatch.GetTimestamp(), lab.ProcessorTime);
        using var reply = await http.GetAsync(url);
        reply.EnsureSuccessStatusCode();
        await reply.Content.ReadAsByteArrayAsync();
        return Text($"{Stopwatch.GetElapsedTime(start).TotalMilliseconds,8:n0} ms ({(lab.ProcessorTime - worked).TotalMilliseconds,8:n0})");
    }

    private static async Task FillAsync(string folder, int events)
    {
        await using var file = new SqliteDatabase(Options.Create(new StorageOptions { DataDirectory = folder }));
        await using var log = new SqliteEventLog(
            file,
            new Holdings(Options.Create(new CaptureLimits())),
            new StoreState(TimeProvider.System, NullLogger<StoreState>.Instance),
            TimeProvider.System,
            NullLogger<SqliteEventLog>.Instance);
        var first = DateTimeOffset.UtcNow.AddHours(-2);
        for (var number = 0; number < events; number += AtOnce)
        {
            await log.AppendAsync([.. Enumerable.Range(number, AtOnce).Select(one => Made(one) with { Seat = Seat, At = first.AddMilliseconds(one) })]);
        }
    }

    /// <summary>A browser's way through the shop: a page, its pixels, an ad, and what was told of the time in view.</summary>
    private static LabEvent Made(int number)
    {
        var view = number / EventsOfAView;
        var product = (view % Products) + 1;
        var path = Text($"/shoes/{product}");
        var page = Uri.EscapeDataString("http://shop.localhost:5080" + path);
        return (number % EventsOfAView) switch
        {
            0 => new Visit { At = default, Site = "shop", Page = path, Title = "Shoe", PageView = $"v{view}", Request = Sent(view, path, "") },
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

        Hit Hit(string vendor, string at, string query) => new() { At = default, Vendor = vendor, Site = "shop", Request = Sent(view, at, query) };
    }

    private static CapturedRequest Sent(int view, string path, string query)
    {
        var head = $"GET {path}?{query} HTTP/1.1\r\n{Head}\r\nCookie: anid=1763.{view % Browsers:d6}.aaaaaaaa";
        return new CapturedRequest
        {
            Head = head,
            Scheme = "http",
            Path = path,
            Address = Text($"198.51.100.{view % Browsers}"),
            HeadBytes = head.Length + 4,
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
