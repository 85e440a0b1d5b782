using System.Globalization;
using PixelLab.Core.Consent;
using PixelLab.Core.Events;
using PixelLab.Core.People.Mail;
using PixelLab.Core.Settings;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Postbox;

namespace PixelLab.Core.People.Population;

/// <summary>
/// Walks the simulated people through the town, straight to the events that capture would have kept: the same heads, the same
/// parameters, the same answers, without a wire between. Events come in the order of their time, one after the other, and
/// nothing of them is held.
/// </summary>
public sealed class PopulationWalk
{
    private const string Scheme = "http";
    private const int Port = 5080;
    private const string CookieAttributes = "; Path=/; Max-Age=34560000; HttpOnly; SameSite=None; Secure";

    private readonly PopulationPlan _plan;
    private readonly IReadOnlyList<Inhabitant> _people;
    private readonly BrowserState[] _states;
    private readonly HashSet<(int Person, int Mail)> _fetched = [];
    private long _id;
    private int _pageViews;

    /// <summary>A walk that has not begun.</summary>
    /// <param name="plan">The plan; <see cref="PopulationPlan.Problem"/> must be null.</param>
    /// <param name="people">Its people, as <see cref="Inhabitants.Of"/> makes them.</param>
    public PopulationWalk(PopulationPlan plan, IReadOnlyList<Inhabitant> people)
    {
        _plan = plan;
        _people = people;
        _states = [.. Enumerable.Range(0, people.Sum(person => person.Browsers.Count)).Select(_ => new BrowserState())];
    }

    /// <summary>The events of all days, oldest first, numbered from 1. It can be asked for once.</summary>
    public IEnumerable<Happening> Days() => Enumerable.Range(0, _plan.Days).SelectMany(Day);

    /// <summary>The events of one day; days are asked for in their order.</summary>
    public IEnumerable<Happening> Day(int day)
    {
        foreach (var person in _people.Where(person => person.ClearsOn == day % 7))
        {
            foreach (var browser in person.Browsers)
            {
                _states[browser.Number].Clear();
            }
        }

        foreach (var step in DayPlanner.Plan(_plan, _people, day))
        {
            foreach (var happening in Take(step, day))
            {
                yield return happening with { Event = happening.Event with { Id = ++_id } };
            }
        }
    }

    private IEnumerable<Happening> Take(Step step, int day)
    {
        var person = _people[step.Person];
        var browser = person.Browsers[step.Browser];
        return step.Kind switch
        {
            StepKind.MailArrives => Arrive(step, person, day),
            StepKind.MailOpened => OpenMail(step, person, browser, day),
            StepKind.MailClicked => ClickMail(step, person, browser, day),
            _ => Show(step, person, browser),
        };
    }

    private IEnumerable<Happening> Show(Step step, Inhabitant person, OwnBrowser browser)
    {
        var state = _states[browser.Number];
        var page = SimulatedPage.Of(step);
        var isShop = page.Site == "shop";
        if (isShop && person.LogsIn && !state.IsLoggedIn)
        {
            state.IsLoggedIn = true;
            yield return new Happening(
                new AccountUsed { At = step.At, Site = page.Site, Person = person.Persona.Key, Action = "log_in" }, person.Number, browser.Number);
        }

        var consent = Answer(person, state, page.Site);
        var view = string.Create(CultureInfo.InvariantCulture, $"v{++_pageViews}");
        var url = PageUrl(page.Site, page.Path);
        yield return new Happening(
            new Visit
            {
                At = step.At,
                Site = page.Site,
                Page = page.Path,
                Title = page.Title,
                PageView = view,
                Request = Request(browser, person, step.Address, page.Site, page.Path, null, null),
            },
            person.Number,
            browser.Number,
            page.Product,
            step.Kind == StepKind.ShopOrder);

        // All pixels of a page ask before the first answer is back: they carry what the browser held when it opened the page.
        var cookies = new CookieTrade(this, person, browser, state, page.Site);
        var signals = ConsentSignals.AdParameters(_plan.Regime, consent, person.SendsGpc);
        var user = isShop && state.IsLoggedIn ? person.Persona : null;
        var number = 0;
        foreach (var pixel in page.Pixels)
        {
            var plant = string.Create(CultureInfo.InvariantCulture, $"{view}.{++number}");
            var target = pixel.Target(new PixelMoment(step.At, url, page.Title, plant, browser, user, person.Persona, signals)
            {
                ConsentMode = ConsentSignals.Mode(_plan.Regime, consent, person.SendsGpc),
            });
            yield return new Happening(
                new PixelPlanted
                {
                    At = step.At,
                    Plant = plant,
                    PageView = view,
                    Site = page.Site,
                    Page = page.Path,
                    Vendor = pixel.Vendor,
                    Event = pixel.Event,
                    Trigger = pixel.Trigger,
                    Url = PageUrl(pixel.Vendor, target),
                },
                person.Number,
                browser.Number);
            var fires = ConsentRules.MayFire(_plan.Regime, consent, pixel.Purpose, person.SendsGpc);
            if (!fires || person.HasBlocker)
            {
                yield return new Happening(
                    new PixelMissing
                    {
                        At = step.At,
                        Plant = plant,
                        Site = page.Site,
                        Page = page.Path,
                        Vendor = pixel.Vendor,
                        Event = pixel.Event,
                        Reason = fires ? MissingReason.Blocked : MissingReason.RefusedConsent,
                        Witness = fires ? MissingWitness.Page : MissingWitness.Lab,
                    },
                    person.Number,
                    browser.Number);
                continue;
            }

            var takesPart = pixel.Vendor == AdnetWire.VendorName;
            yield return new Happening(
                new Hit
                {
                    At = step.At.AddMilliseconds(80 + number),
                    Vendor = pixel.Vendor,
                    Site = page.Site,
                    Request = Request(
                        browser, person, step.Address, pixel.Vendor, target, PageUrl(page.Site, "/"), takesPart ? cookies.Sent : null),
                    SetCookies = takesPart ? cookies.Given : [],
                },
                person.Number,
                browser.Number);
        }

        cookies.Settle();
        foreach (var choice in Choose(step, person, state, page.Site))
        {
            yield return new Happening(choice, person.Number, browser.Number);
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

    private IEnumerable<Happening> Arrive(Step step, Inhabitant person, int day)
    {
        var mail = MailId(person, day);
        var mailing = Mailings.First[step.Thing];
        Happening Machine(LabEvent happened) => new(happened, person.Number, -1);
        yield return Machine(new MailSent
        {
            At = step.At,
            Mail = mail,
            Campaign = mailing.Campaign,
            Subject = string.Format(CultureInfo.InvariantCulture, mailing.Subject, person.Persona.FirstName),
            Person = person.Persona.Key,
        });
        yield return Machine(new PixelPlanted
        {
            At = step.At,
            Plant = mail,
            PageView = mail,
            Site = "mail",
            Page = "/messages/" + mail,
            Vendor = PostboxWire.VendorName,
            Event = VendorEvents.EmailOpen,
            Trigger = PixelTrigger.Image,
            Url = PageUrl(PostboxWire.VendorName, PostboxWire.OpenPath(mail)),
        });
        if (person.Mail == MailClients.Relay)
        {
            yield return Machine(new MailHandled { At = step.At, Mail = mail, What = "prefetched", Client = person.Mail.Name });
            yield return Machine(ByMachine(step.At.AddSeconds(1), mail, "Mozilla/5.0", "198.51.100.255"));
        }
    }

    private IEnumerable<Happening> OpenMail(Step step, Inhabitant person, OwnBrowser browser, int day)
    {
        var mail = MailId(person, day);
        yield return new Happening(
            new MailHandled { At = step.At, Mail = mail, What = "opened", Client = person.Mail.Name }, person.Number, browser.Number);
        if (person.Mail == MailClients.Proxy && _fetched.Add((person.Number, day)))
        {
            const string agent = "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)";
            yield return new Happening(ByMachine(step.At.AddSeconds(1), mail, agent, "203.0.113.255"), person.Number, -1);
        }
        else if (person.Mail == MailClients.Direct)
        {
            yield return new Happening(
                new Hit
                {
                    At = step.At.AddMilliseconds(300),
                    Vendor = PostboxWire.VendorName,
                    Site = "mail",
                    Request = Request(browser, person, step.Address, PostboxWire.VendorName, PostboxWire.OpenPath(mail), null, null),
                },
                person.Number,
                browser.Number);
        }
    }

    private IEnumerable<Happening> ClickMail(Step step, Inhabitant person, OwnBrowser browser, int day)
    {
        yield return new Happening(
            new Hit
            {
                At = step.At,
                Vendor = PostboxWire.VendorName,
                Site = "mail",
                Request = Request(
                    browser, person, step.Address, PostboxWire.VendorName, PostboxWire.ClickPath(MailId(person, day), 0), null, null),
            },
            person.Number,
            browser.Number);
    }

    private static Hit ByMachine(DateTimeOffset at, string mail, string agent, string address) => new()
    {
        At = at,
        Vendor = PostboxWire.VendorName,
        Site = "mail",
        Request = Request(
            address,
            PostboxWire.OpenPath(mail),
            [new("Host", Host(PostboxWire.VendorName)), new("User-Agent", agent), new("Accept-Encoding", "gzip, deflate, br"), new("Connection", "Keep-alive")]),
    };

    /// <summary>A message's number: nobody could guess it, yet the same seed gives the same.</summary>
    private string MailId(Inhabitant person, int day) => Hexadecimal(new Dice(_plan.Seed, person.Number, day, -1).Bits());

    private static CapturedRequest Request(
        OwnBrowser browser, Inhabitant person, string address, string host, string target, string? referer, string? cookie) =>
        Request(address, target, browser.Kind.Headers(Host(host), referer, browser.Language, person.SendsGpc, cookie));

    private static CapturedRequest Request(string address, string target, IEnumerable<NameValue> headers)
    {
        var head = new RequestHead("GET", target, "HTTP/1.1", [.. headers]).ToString();
        var query = target.IndexOf('?', StringComparison.Ordinal);
        return new CapturedRequest
        {
            Head = head,
            Scheme = Scheme,
            Path = query < 0 ? target : target[..query],
            Address = address,
            HeadBytes = head.Length + 4,
            Notes = [CaptureNotes.Emulated],
        };
    }

    private static string PageUrl(string host, string pathAndQuery) => $"{Scheme}://{Host(host)}{pathAndQuery}";

    private static string Host(string name) => string.Create(CultureInfo.InvariantCulture, $"{name}.localhost:{Port}");

    private static string Hexadecimal(ulong bits) => bits.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>What one page view's requests to the network carry, and what the browser keeps of the answers.</summary>
    private sealed class CookieTrade
    {
        private readonly Inhabitant _person;
        private readonly OwnBrowser _browser;
        private readonly BrowserState _state;
        private readonly string _site;
        private readonly string? _newId;
        private readonly string? _newPartitioned;
        private bool _wasGiven;

        public CookieTrade(PopulationWalk walk, Inhabitant person, OwnBrowser browser, BrowserState state, string site)
        {
            (_person, _browser, _state, _site) = (person, browser, state, site);
            var partitioned = state.PartitionedId(site);
            var dice = new Dice(walk._plan.Seed, browser.Number, walk._pageViews, -2);
            _newId = state.Id is null ? Hexadecimal(dice.Bits()) : null;
            _newPartitioned = partitioned is null ? Hexadecimal(dice.Bits()) : null;
            List<string> sent = [];
            if (state.Id is not null)
            {
                sent.Add($"{AdnetWire.IdCookie}={state.Id}");
            }

            if (partitioned is not null)
            {
                sent.Add($"{AdnetWire.PartitionedIdCookie}={partitioned}");
            }

            Sent = sent.Count > 0 ? string.Join("; ", sent) : null;
        }

        public string? Sent { get; }

        public IReadOnlyList<string> Given
        {
            get
            {
                _wasGiven = true;
                List<string> given = [];
                if (_newId is not null)
                {
                    given.Add($"{AdnetWire.IdCookie}={_newId}{CookieAttributes}");
                }

                if (_newPartitioned is not null)
                {
                    given.Add($"{AdnetWire.PartitionedIdCookie}={_newPartitioned}{CookieAttributes}; Partitioned");
                }

                return given;
            }
        }

        /// <summary>The browser keeps what it was given, as far as it does so.</summary>
        public void Settle()
        {
            if (!_wasGiven)
            {
                return;
            }

            if (_newId is not null && !_person.RefusesThirdParty)
            {
                _state.Id = _newId;
            }

            if (_newPartitioned is not null && (!_person.RefusesThirdParty || _browser.Kind.KeepsPartitioned))
            {
                _state.KeepPartitioned(_site, _newPartitioned);
            }
        }
    }
}
