using System.Globalization;
using System.Text.RegularExpressions;
using PixelLab.Core.Consent;
using PixelLab.Core.Events;
using PixelLab.Core.People;
using PixelLab.Core.People.Population;
using PixelLab.Core.Settings;
using PixelLab.Core.Vendors.Metrics;
using PixelLab.Web.Addressing;
using PixelLab.Web.Capture;

namespace PixelLab.Web.Population;

/// <summary>
/// Walks simulated people through the running town: every page and every pixel is a real request over the wire, with the
/// person's own headers and cookies, at a bounded rate. Only the address is invented, and each hit says so. One step is taken
/// after the other, so that what a step left in the log is known to be that person's.
/// </summary>
/// <param name="own">Makes requests that stay on this machine.</param>
/// <param name="log">Where the switches are turned.</param>
/// <param name="reader">Where the steps' traces are read.</param>
/// <param name="time">The clock.</param>
public sealed partial class RealWalk(OwnRequests own, IEventWriter log, IEventReader reader, TimeProvider time)
{
    /// <summary>The most people in one walk.</summary>
    public const int MostPeople = 200;

    /// <summary>The most days of one walk.</summary>
    public const int MostDays = 3;

    private const int RequestsPerSecond = 100;
    private const int MostRedirects = 6;
    private const int MostBatch = 500;
    private const int MostFrame = 64 * 1024;

    /// <summary>Walks the plan's people through the town.</summary>
    /// <param name="plan">The plan, with no more than <see cref="MostPeople"/> and <see cref="MostDays"/>.</param>
    /// <param name="town">How the town is addressed.</param>
    /// <param name="seat">The fresh seat in which they walk.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="cancellation">Ends the walk.</param>
    public async Task<PopulationResult> WalkAsync(
        PopulationPlan plan, TownAddress town, SeatId seat, IProgress<double> progress, CancellationToken cancellation)
    {
        using var client = new HttpClient(own.Handler()) { Timeout = TimeSpan.FromSeconds(10) };
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / RequestsPerSecond));
        var people = Inhabitants.Of(plan);
        var walk = new Walk(client, pace, town, seat, [.. people.SelectMany(person => person.Browsers.Select(browser => new WalkedBrowser(person, browser)))]);
        var fold = new PopulationFold();
        await TurnRegimeAsync(plan.Regime, seat);
        var seen = reader.LastId;
        for (var day = 0; day < plan.Days; day++)
        {
            foreach (var browser in walk.Browsers.Where(browser => browser.Person.ClearsOn == day % 7))
            {
                browser.Clear();
                walk.LoggedIn.Remove(browser.Browser.Number);
                walk.Answered.RemoveWhere(answer => answer.Browser == browser.Browser.Number);
            }

            var steps = DayPlanner.Plan(plan, people, day).Where(step => step.Kind < StepKind.MailArrives).ToList();
            for (var place = 0; place < steps.Count; place++)
            {
                var step = steps[place];
                var browser = walk.Browsers[people[step.Person].Browsers[step.Browser].Number];
                var after = seen;
                await TakeStepAsync(walk, browser, step, plan.Regime, after, cancellation);
                var product = step.Kind is StepKind.ShopProduct or StepKind.ShopCart or StepKind.ShopOrder ? step.Thing : 0;
                foreach (var left in await SinceAsync(seat, seen, cancellation))
                {
                    seen = left.Id;
                    fold.Add(new Happening(left, step.Person, browser.Browser.Number, product, step.Kind == StepKind.ShopOrder));
                }

                progress.Report((day + ((place + 1.0) / steps.Count)) / plan.Days);
            }
        }

        return fold.Result(plan, walk.Browsers.Count);
    }

    private async Task TakeStepAsync(
        Walk walk, WalkedBrowser browser, Step step, Regime regime, long after, CancellationToken cancellation)
    {
        var site = step.Kind is StepKind.NewsFront or StepKind.NewsArticle ? "news" : "shop";
        if (site == "shop" && browser.Person.LogsIn && walk.LoggedIn.Add(browser.Browser.Number))
        {
            await SendAsync(walk, browser, step, site, site, walk.Url(site, "/account/log-in"), [("person", AccountOf(browser.Person))], cancellation);
        }

        switch (step.Kind)
        {
            case StepKind.ShopCart:
                await SendAsync(walk, browser, step, site, site, walk.Url(site, "/cart"),
                    [("product", Text(step.Thing)), ("colour", "0"), ("size", "0")], cancellation);
                break;
            case StepKind.ShopOrder:
                await SendAsync(walk, browser, step, site, site, walk.Url(site, "/checkout"), [("person", AccountOf(browser.Person))], cancellation);
                break;
            default:
                await SendAsync(walk, browser, step, site, site, walk.Url(site, PathOf(step)), null, cancellation);
                break;
        }

        if (!browser.Person.HasBlocker)
        {
            await FirePixelsAsync(walk, browser, step, site, after, cancellation);
        }

        if (regime is (Regime.OptIn or Regime.Manipulative) && browser.Person.Banner != BannerHabit.Ignores
            && walk.Answered.Add((browser.Browser.Number, site)))
        {
            var how = browser.Person.Banner == BannerHabit.Accepts ? "accept_all" : "refuse_all";
            await SendAsync(walk, browser, step, site, site, walk.Url(site, "/consent"), [("how", how), ("back", "/")], cancellation, follows: false);
        }
    }

    /// <summary>Fetches what the page just shown really carries: planted, and not noted as missing.</summary>
    private async Task FirePixelsAsync(
        Walk walk, WalkedBrowser browser, Step step, string site, long after, CancellationToken cancellation)
    {
        var left = await SinceAsync(walk.Seat, after, cancellation);
        var missing = left.OfType<PixelMissing>().Select(pixel => pixel.Plant).ToHashSet(StringComparer.Ordinal);
        var titles = left.OfType<Visit>().ToDictionary(visit => visit.PageView, visit => visit.Title, StringComparer.Ordinal);
        foreach (var pixel in left.OfType<PixelPlanted>().Where(pixel => !missing.Contains(pixel.Plant)))
        {
            var url = pixel.Trigger == PixelTrigger.Script ? ScriptUrl(walk, browser, pixel, titles.GetValueOrDefault(pixel.PageView, "")) : pixel.Url;
            var reply = await SendAsync(walk, browser, step, pixel.Vendor, site, url, null, cancellation, keepsText: pixel.Trigger == PixelTrigger.Frame);
            if (pixel.Trigger == PixelTrigger.Frame && reply is not null && Impression().Match(reply) is { Success: true } image)
            {
                var path = System.Net.WebUtility.HtmlDecode(image.Groups[1].Value);
                await SendAsync(walk, browser, step, pixel.Vendor, site, walk.Town.Origin(Town.Get(pixel.Vendor)) + path, null, cancellation);
            }
        }
    }

    /// <summary>The address that the vendor's script would ask for: no script runs here, so the walk stands in for it.</summary>
    private static string ScriptUrl(Walk walk, WalkedBrowser browser, PixelPlanted pixel, string title)
    {
        var query = QueryText.Parse(pixel.Url);
        string? Value(string name) => query.Where(pair => pair.Name == name).Select(pair => pair.Value).FirstOrDefault();
        return walk.Url(pixel.Vendor, MetricsPixel.PathAndQuery(new MetricsReport(Value("tid") ?? "")
        {
            PageUrl = Value("dl") ?? "",
            Title = title,
            Language = browser.Browser.Language.Split(',')[0].ToLowerInvariant(),
            Screen = browser.Browser.Kind.Screen,
            User = Value("uid"),
            Consent = Value("gcs"),
            Plant = pixel.Plant,
        }));
    }

    /// <summary>Sends one request, follows its redirects within the town, and keeps the cookies. The text of the last reply, where wanted.</summary>
    private static async Task<string?> SendAsync(
        Walk walk,
        WalkedBrowser browser,
        Step step,
        string host,
        string site,
        string url,
        (string Name, string Value)[]? form,
        CancellationToken cancellation,
        bool follows = true,
        bool keepsText = false)
    {
        for (var redirect = 0; redirect <= MostRedirects; redirect++)
        {
            await walk.Pace.WaitForNextTickAsync(cancellation);
            using var message = OwnRequests.Message(form is null ? HttpMethod.Get : HttpMethod.Post, url);
            AddHeaders(message, walk, browser, host, site);
            Emulation.Mark(message, step.Address);
            if (form is not null)
            {
                message.Content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
            }

            using var reply = await walk.Client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (reply.Headers.TryGetValues("Set-Cookie", out var given))
            {
                browser.Take(host, site, given);
            }

            if (follows && (int)reply.StatusCode is >= 300 and < 400 && reply.Headers.Location is { } to
                && walk.Town.Read(new Uri(new Uri(url), to).AbsoluteUri) is { } next)
            {
                url = new Uri(new Uri(url), to).AbsoluteUri;
                host = next.Host.Name;
                form = null;
                continue;
            }

            if (!keepsText || reply.Content.Headers.ContentLength > MostFrame)
            {
                await reply.Content.CopyToAsync(Stream.Null, cancellation);
                return null;
            }

            return await reply.Content.ReadAsStringAsync(cancellation);
        }

        return null;
    }

    private static void AddHeaders(HttpRequestMessage message, Walk walk, WalkedBrowser browser, string host, string site)
    {
        var isPage = host == site;
        var referer = isPage ? null : walk.Town.Origin(Town.Get(site)) + "/";
        foreach (var header in browser.Browser.Kind.Headers("", referer, browser.Browser.Language, browser.Person.SendsGpc, browser.CookiesFor(host, site)))
        {
            var value = (header.Name, isPage) switch
            {
                ("Accept", true) => "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                ("Sec-Fetch-Site", true) => "same-origin",
                ("Sec-Fetch-Mode", true) => "navigate",
                ("Sec-Fetch-Dest", true) => "document",
                _ => header.Value,
            };
            if (header.Name != "Host")
            {
                message.Headers.TryAddWithoutValidation(header.Name, value);
            }
        }
    }

    private async Task TurnRegimeAsync(Regime regime, SeatId seat)
    {
        if (regime != Regime.None)
        {
            var at = time.GetUtcNow();
            await log.AppendAsync(
                [
                    .. PolicyBook.Sites.Select(site => new SettingChanged
                    {
                        At = at,
                        Seat = seat,
                        Name = SettingNames.RegimePrefix + site,
                        Value = regime.Name(),
                    }),
                ],
                CancellationToken.None);
        }
    }

    private async Task<IReadOnlyList<LabEvent>> SinceAsync(SeatId seat, long after, CancellationToken cancellation) =>
        await reader.ReadAsync(seat, after, MostBatch, cancellation);

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

    [GeneratedRegex("<img class=\"px\" src=\"([^\"]{1,500})\"", RegexOptions.None, 1000)]
    private static partial Regex Impression();

    private sealed record Walk(HttpClient Client, PeriodicTimer Pace, TownAddress Town, SeatId Seat, IReadOnlyList<WalkedBrowser> Browsers)
    {
        public HashSet<int> LoggedIn { get; } = [];

        public HashSet<(int Browser, string Site)> Answered { get; } = [];

        public string Url(string host, string pathAndQuery) => Town.Url(Addressing.Town.Get(host), Seat, pathAndQuery);
    }
}
