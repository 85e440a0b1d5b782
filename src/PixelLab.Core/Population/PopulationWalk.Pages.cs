using System.Globalization;
using PixelLab.Core.Events;
using PixelLab.Core.Rules;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Metrics;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Population;

/// <summary>Pages: what is asked for when one is opened, and what its scripts report while it is.</summary>
public sealed partial class PopulationWalk
{
    private const string ShopSite = "shop";

    /// <summary>A page that is open in somebody's browser.</summary>
    private sealed record OpenPage(
        Step Step, SimulatedPage Page, Inhabitant Person, OwnBrowser Browser, BrowserState State, PageStay Stay, PixelMoment Moment)
    {
        public string Referer { get; } = PageUrl(Page.Site, "/");
    }

    /// <summary>Opens a page.</summary>
    /// <param name="step">What is opened, when and by whom.</param>
    /// <param name="person">Who opens it.</param>
    /// <param name="browser">With which browser.</param>
    /// <param name="ad">What the address carries where an ad led there, and the page with the ad; null where none did.</param>
    private IEnumerable<Happening> Show(Step step, Inhabitant person, OwnBrowser browser, AdLanding? ad)
    {
        var state = _states[browser.Number];
        var page = SimulatedPage.Of(step);
        var isShop = page.Site == ShopSite;
        if (isShop && person.LogsIn && !state.IsLoggedIn)
        {
            state.IsLoggedIn = true;
            yield return Note(
                new AccountUsed { At = step.At, Site = page.Site, Person = person.Persona.Key, Action = "log_in" }, person, browser.Number);
        }

        var consent = Answer(person, state, page.Site);
        var adClick = isShop ? AdClick(state, ad, consent) : null;
        var view = string.Create(CultureInfo.InvariantCulture, $"v{++_pageViews}");
        var path = page.Path + ad?.Query;
        var url = PageUrl(page.Site, path);
        var stay = PageStay.Of(_plan, step, person);
        var from = ad?.From ?? (step.BeginsVisit ? stay.ArrivesFrom : state.Page);
        state.Page = url;
        yield return Note(
            new Visit
            {
                At = step.At,
                Site = page.Site,
                Page = path,
                Title = page.Title,
                PageView = view,
                Request = Request(browser, person, step.Address, page.Site, path, from, null, AskedFor.Page),
            },
            person,
            browser.Number,
            page.Product,
            step.Kind == StepKind.ShopOrder);

        // All pixels of a page ask before the first answer is back: they carry what the browser held when it opened the page.
        var cookies = new CookieTrade(_plan.Seed, ++_trades, person, browser, state, page.Site);
        var user = isShop && state.IsLoggedIn ? person.Persona : null;
        var mode = ConsentSignals.Mode(_plan.Regime, consent, person.SendsGpc);
        var signals = ConsentSignals.AdParameters(_plan.Regime, consent, person.SendsGpc);
        List<ShownAd> shown = [];
        var number = 0;
        foreach (var pixel in page.Pixels.Where(pixel => _booking is null || pixel.Vendor == AdnetWire.VendorName))
        {
            var plant = string.Create(CultureInfo.InvariantCulture, $"{view}.{++number}");
            var moment = new PixelMoment(step.At, url, page.Title, plant, browser, user, person.Persona, signals)
            {
                ConsentMode = mode,
                Referrer = from,
                AdClick = adClick,
            };
            var target = pixel.Target(moment);
            yield return Note(
                new PixelPlanted
                {
                    At = step.At,
                    Plant = plant,
                    PageView = view,
                    Site = page.Site,
                    Page = path,
                    Vendor = pixel.Vendor,
                    Event = pixel.Event,
                    Trigger = pixel.Trigger,
                    Url = PageUrl(pixel.Vendor, target),
                },
                person,
                browser.Number);
            var fires = ConsentRules.MayFire(_plan.Regime, consent, pixel.Purpose, person.SendsGpc);
            if (!fires || person.HasBlocker)
            {
                yield return Note(
                    new PixelMissing
                    {
                        At = step.At,
                        Plant = plant,
                        Site = page.Site,
                        Page = path,
                        Vendor = pixel.Vendor,
                        Event = pixel.Event,
                        Reason = fires ? MissingReason.Blocked : MissingReason.RefusedConsent,
                        Witness = fires ? MissingWitness.Page : MissingWitness.Lab,
                    },
                    person,
                    browser.Number);
                continue;
            }

            var open = new OpenPage(step, page, person, browser, state, stay, moment);
            var takesPart = pixel.Vendor == AdnetWire.VendorName;
            var hit = Note(
                new Hit
                {
                    At = step.At.AddMilliseconds(80 + number),
                    Vendor = pixel.Vendor,
                    Site = page.Site,
                    Request = Request(
                        browser, person, step.Address, pixel.Vendor, target, open.Referer, takesPart ? cookies.Sent : null,
                        pixel.Trigger == PixelTrigger.Frame ? AskedFor.Frame : AskedFor.Image),
                    SetCookies = takesPart ? cookies.Given : [],
                },
                person,
                browser.Number);
            yield return hit;
            if (pixel.Slot is { } slot)
            {
                var served = Serve((Hit)hit.Event, open, slot);
                yield return served;
                shown.Add(new ShownAd(open, (AdServed)served.Event, slot.Position));
            }
            else if (pixel.Trigger == PixelTrigger.Script)
            {
                Report(open);
            }
        }

        cookies.Settle();
        foreach (var ads in shown)
        {
            Later(step.At.AddMilliseconds(300), () => SeeAd(ads, AdnetPaths.Impression));
            Look(ads);
        }

        foreach (var choice in Choose(step, person, state, page.Site))
        {
            Later(choice.At, () => Note(choice, person, browser.Number));
        }
    }

    /// <summary>What the analytics script reports while the page is open.</summary>
    private void Report(OpenPage open)
    {
        var number = 1;
        foreach (var report in open.Stay.Reports(PageLink.Of(open.Step), path => PageUrl(open.Page.Site, path)))
        {
            var place = ++number;
            var at = open.Step.At.AddMilliseconds(report.After);
            Later(at, () => Note(
                new Hit
                {
                    At = at,
                    Vendor = MetricsWire.VendorName,
                    Site = open.Page.Site,
                    Request = Request(
                        open.Browser,
                        open.Person,
                        open.Step.Address,
                        MetricsWire.VendorName,
                        open.Page.Report(open.Moment, report, place),
                        open.Referer,
                        null,
                        report.IsBeacon ? AskedFor.Beacon : AskedFor.Image),
                },
                open.Person,
                open.Browser.Number));
        }
    }

    /// <summary>The answer that the site knows when the page is asked for.</summary>
    private static ConsentState Answer(Inhabitant person, BrowserState state, string site) => !state.Answered.Contains(site)
        ? ConsentState.Unanswered
        : person.Banner == BannerHabit.Accepts ? ConsentState.Of(Purposes.All) : ConsentState.Of();

    /// <summary>The answer given at the banner after the first page; it counts from the next page on.</summary>
    private IEnumerable<ConsentChoice> Choose(Step step, Inhabitant person, BrowserState state, string site)
    {
        if (_plan.Regime is not (Regime.OptIn or Regime.Manipulative) || person.Banner == BannerHabit.Ignores || !state.Answered.Add(site))
        {
            yield break;
        }

        var agrees = person.Banner == BannerHabit.Accepts;
        yield return new ConsentChoice
        {
            At = step.At.AddSeconds(5),
            Site = site,
            Regime = _plan.Regime.Name(),
            Granted = agrees ? Purposes.All : [],
            Denied = agrees ? [] : Purposes.All,
            How = agrees ? "accept_all" : "refuse_all",
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
