using System.Globalization;
using System.Net;
using PixelLab.Core.Events;
using PixelLab.Core.Population;
using PixelLab.Core.Rules;
using PixelLab.Core.Town;
using PixelLab.Core.Vendors.Metrics;
using PixelLab.Core.Vendors.Wire;
using PixelLab.Web.Addressing;
using PixelLab.Web.Capture;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Features.Population;

/// <summary>
/// Walks simulated people through the running town: every page, every pixel, every message of a script and every letter is a real
/// request over the wire, with the
/// person's own headers and cookies, at a bounded rate. Only the address is invented, and each hit says so. One step is taken
/// after the other, so that what a step left in the log is known to be that person's.
/// </summary>
/// <param name="own">Makes requests that stay on this machine.</param>
/// <param name="log">Where the switches are turned.</param>
/// <param name="reader">Where the steps' traces are read.</param>
/// <param name="time">The clock.</param>
public sealed partial class RealWalk(OwnRequests own, IEventWriter log, IEventReader reader, TimeProvider time)
{
    /// <summary>The requests a second of a walk that nobody waits beside.</summary>
    public const int RequestsPerSecond = 100;

    private const int MostBatch = 500;

    /// <summary>Walks the plan's people through the town.</summary>
    /// <param name="plan">The plan, with no more than <see cref="RunLimits.WalkedPeople"/> and <see cref="RunLimits.WalkedDays"/>.</param>
    /// <param name="town">How the town is addressed.</param>
    /// <param name="seat">The fresh seat in which they walk.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="perSecond">How many requests a second it makes at most.</param>
    /// <param name="cancellation">Ends the walk.</param>
    public async Task<PopulationResult> WalkAsync(
        PopulationPlan plan, TownAddress town, SeatId seat, IProgress<double> progress, int perSecond, CancellationToken cancellation)
    {
        using var handler = own.Handler();

        // The simulated browsers ask for compressed pages, as real ones do.
        handler.AutomaticDecompression = DecompressionMethods.All;
        using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(10) };
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / perSecond));
        var people = Inhabitants.Of(plan);
        var walk = new Walk(client, pace, town, seat, plan, [.. people.SelectMany(person => person.Browsers.Select(browser => new WalkedBrowser(person, browser)))])
        {
            Seen = reader.LastId,
        };
        await log.AppendAsync(TownSeat.Openings(plan, seat, time.GetUtcNow(), time.GetUtcNow()), CancellationToken.None);
        for (var day = 0; day < plan.Days; day++)
        {
            foreach (var browser in walk.Browsers.Where(browser => browser.Person.ClearsOn == day % 7))
            {
                browser.Clear();
                walk.LoggedIn.Remove(browser.Browser.Number);
                walk.Answered.RemoveWhere(answer => answer.Browser == browser.Browser.Number);
            }

            var steps = DayPlanner.Plan(plan, people, day);
            for (var place = 0; place < steps.Count; place++)
            {
                var step = steps[place];
                await TakeStepAsync(walk, walk.Browsers[people[step.Person].Browsers[step.Browser].Number], step, cancellation);
                progress.Report((day + ((place + 1.0) / steps.Count)) / plan.Days);
            }
        }

        return walk.Fold.Result(plan, walk.Browsers.Count);
    }

    private async Task TakeStepAsync(Walk walk, WalkedBrowser browser, Step step, CancellationToken cancellation)
    {
        switch (step.Kind)
        {
            case StepKind.MailArrives:
                await GetMailAsync(walk, browser, step, cancellation);
                break;
            case StepKind.MailOpened:
                await OpenMailAsync(walk, browser, step, cancellation);
                break;
            case StepKind.MailClicked:
                await ClickMailAsync(walk, browser, step, cancellation);
                break;
            default:
                await OpenPageAsync(walk, browser, step, cancellation);
                break;
        }
    }

    private async Task OpenPageAsync(Walk walk, WalkedBrowser browser, Step step, CancellationToken cancellation)
    {
        var site = step.Kind is StepKind.NewsFront or StepKind.NewsArticle ? "news" : "shop";
        var stay = PageStay.Of(walk.Plan, step, browser.Person);
        if (step.BeginsVisit)
        {
            browser.Page = stay.ArrivesFrom;
        }

        if (site == "shop" && browser.Person.LogsIn && walk.LoggedIn.Add(browser.Browser.Number))
        {
            await SendAsync(walk, browser, step, new(site, site, walk.Url(site, "/account/log-in")) { Form = [("person", AccountOf(browser.Person))] }, cancellation);
        }

        await SendAsync(walk, browser, step, step.Kind switch
        {
            StepKind.ShopCart => new(site, site, walk.Url(site, "/cart"))
            {
                Form = [("product", Text(step.Thing)), ("colour", "0"), ("size", "0")],
            },
            StepKind.ShopOrder => new(site, site, walk.Url(site, "/checkout")) { Form = [("person", AccountOf(browser.Person))] },
            _ => new(site, site, walk.Url(site, PathOf(step))),
        }, cancellation);
        await LookAtPageAsync(walk, browser, step, stay, cancellation);
        if (walk.Plan.Regime is (Regime.OptIn or Regime.Manipulative) && browser.Person.Banner != BannerHabit.Ignores
            && walk.Answered.Add((browser.Browser.Number, site)))
        {
            var how = browser.Person.Banner == BannerHabit.Accepts ? "accept_all" : "refuse_all";
            await SendAsync(
                walk, browser, step, new(site, site, walk.Url(site, "/consent")) { Form = [("how", how), ("back", "/")], Follows = false }, cancellation);
            await TakeInAsync(walk, browser, step, cancellation);
        }
    }

    /// <summary>Does what a browser does with the page that was just opened, and its reader; then goes where an ad leads, where one is followed.</summary>
    private async Task LookAtPageAsync(Walk walk, WalkedBrowser browser, Step step, PageStay stay, CancellationToken cancellation)
    {
        var left = await TakeInAsync(walk, browser, step, cancellation);
        if (browser.Person.HasBlocker || await FirePixelsAsync(walk, browser, step, stay, left, cancellation) is not { } ad)
        {
            await TakeInAsync(walk, browser, step, cancellation);
            return;
        }

        await TakeInAsync(walk, browser, step, cancellation);
        await FollowAdAsync(walk, browser, step, stay, ad, cancellation);
    }

    /// <summary>
    /// Fetches what the page just shown really carries (planted, and not noted as missing), and lets its scripts report. The ad
    /// that somebody follows, or null.
    /// </summary>
    private async Task<AdServed?> FirePixelsAsync(
        Walk walk, WalkedBrowser browser, Step step, PageStay stay, IReadOnlyList<LabEvent> left, CancellationToken cancellation)
    {
        AdServed? followed = null;
        var missing = left.OfType<PixelMissing>().Select(pixel => pixel.Plant).ToHashSet(StringComparer.Ordinal);
        var titles = left.OfType<Visit>().ToDictionary(visit => visit.PageView, visit => visit.Title, StringComparer.Ordinal);
        var last = left.OfType<Visit>().LastOrDefault()?.PageView;
        foreach (var pixel in left.OfType<PixelPlanted>().Where(pixel => !missing.Contains(pixel.Plant)))
        {
            switch (pixel.Trigger)
            {
                case PixelTrigger.Script when pixel.Vendor == MetricsWire.VendorName:
                    // Logging in shows a page of its own on the way; the link is on the one where the person ends up.
                    var link = pixel.PageView == last ? PageLink.Of(step) : null;
                    await ReportAsync(
                        walk, browser, step, stay.Reports(link, path => walk.Url(pixel.Site, path)), pixel,
                        titles.GetValueOrDefault(pixel.PageView, ""), cancellation);
                    break;
                case PixelTrigger.Frame:
                    followed = await ShowAdAsync(walk, browser, step, stay, pixel, cancellation) ?? followed;
                    break;
                default:
                    await SendAsync(walk, browser, step, new(pixel.Vendor, pixel.Site, pixel.Url), cancellation);
                    break;
            }
        }

        return followed;
    }

    /// <summary>
    /// What the analytics script reports: no script runs here, so the walk stands in for it. Time does not pass between the
    /// requests; it stands in them as the script would have measured it.
    /// </summary>
    private static async Task ReportAsync(
        Walk walk, WalkedBrowser browser, Step step, IEnumerable<ScriptReport> reports, PixelPlanted pixel, string title,
        CancellationToken cancellation)
    {
        var query = QueryText.Parse(pixel.Url);
        string? Value(string name) => query.Where(pair => pair.Name == name).Select(pair => pair.Value).FirstOrDefault();
        var report = new MetricsReport(Value("tid") ?? "")
        {
            PageUrl = Value("dl") ?? "",
            Title = title,
            Referrer = browser.From,
            Browser = browser.Browser.Measured,
            User = Value("uid"),
            Consent = Value("gcs"),
            Plant = pixel.Plant,
        };
        var opened = new ScriptReport(0, VendorEvents.PageView, [], IsBeacon: false);
        var number = 0;
        foreach (var said in reports.Prepend(opened))
        {
            var url = walk.Url(pixel.Vendor, MetricsPixel.PathAndQuery(report, said.Name, ++number, said.More));
            await SendAsync(
                walk, browser, step, new(pixel.Vendor, pixel.Site, url) { Asked = said.IsBeacon ? AskedFor.Beacon : AskedFor.Image }, cancellation);
        }
    }

    /// <summary>Reads what the latest requests left in the log, and scores it: whatever it is, that step's person did it.</summary>
    private async Task<IReadOnlyList<LabEvent>> TakeInAsync(Walk walk, WalkedBrowser browser, Step step, CancellationToken cancellation)
    {
        var events = await reader.ReadAsync(walk.Seat, walk.Seen, MostBatch, cancellation);
        var product = step.Kind is StepKind.ShopProduct or StepKind.ShopCart or StepKind.ShopOrder ? step.Thing : 0;
        foreach (var left in events)
        {
            walk.Seen = left.Id;

            // What a mail service fetches by itself is no browser's doing.
            var byMachine = step.Kind == StepKind.MailArrives
                || (left is Hit hit && hit.Request.Header("User-Agent") != browser.Browser.Kind.Agent);
            walk.Fold.Add(new Happening(left, step.Person, byMachine ? -1 : browser.Browser.Number, product, step.Kind == StepKind.ShopOrder));
        }

        return events;
    }

    private static string PathOf(Step step) => step.Kind switch
    {
        StepKind.NewsArticle => NewsPages.All[step.Thing].Path,
        StepKind.ShopCategory => "/" + Catalogue.Categories[step.Thing].Slug,
        StepKind.ShopProduct => $"/{Catalogue.Find(step.Thing)!.Category.Slug}/{Text(step.Thing)}",
        StepKind.ShopCheckout => "/checkout",
        _ => "/",
    };

    /// <summary>The shop knows six people; the simulated ones share their accounts' names.</summary>
    private static string AccountOf(Inhabitant person) => Personas.All[person.Number % Personas.All.Count].Key;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Walk(
        HttpClient Client, PeriodicTimer Pace, TownAddress Town, SeatId Seat, PopulationPlan Plan, IReadOnlyList<WalkedBrowser> Browsers)
    {
        public PopulationFold Fold { get; } = new();

        public long Seen { get; set; }

        public string? MailClient { get; set; }

        public Dictionary<int, string> Mails { get; } = [];

        public HashSet<int> LoggedIn { get; } = [];

        public HashSet<(int Browser, string Site)> Answered { get; } = [];

        public string Url(string host, string pathAndQuery) => Town.Url(Addressing.Town.Get(host), Seat, pathAndQuery);
    }
}
