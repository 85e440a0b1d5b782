using System.Text.Json;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Lenses;
using PixelLab.Core.Population;
using PixelLab.Core.Rules;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Metrics;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Tests.Population;

public sealed class PopulationTests
{
    private static readonly PopulationPlan Small = new() { People = 60, Days = 5, Seed = 7 };

    private static readonly PopulationPlan Open = Small with
    {
        CookiesBlocked = 0,
        Blockers = 0,
        PrivateRelay = 0,
        SharedAddresses = 0,
        ClearsWeekly = 0,
        LoggedIn = 0,
    };

    [Fact]
    public void Where_nothing_is_blocked_the_cookie_knows_every_browser_again()
    {
        var cookie = Score(Open, Lens.CookieOnly);

        Assert.Equal(1.0, cookie.Browsers.Recall);
        Assert.Equal(1.0, cookie.Browsers.Precision);
        Assert.True(cookie.People.Recall < 1, "Somebody with a phone and a laptop is two visitors to a cookie.");
    }

    [Fact]
    public void Accounts_join_what_cookies_keep_apart()
    {
        var without = Score(Open, Lens.Both);
        var with = Score(Open with { LoggedIn = 1 }, Lens.Both);

        Assert.True(with.People.Recall > without.People.Recall);
    }

    [Fact]
    public void A_relay_tears_the_pixel_lens_apart_and_leaves_the_cookie_alone()
    {
        var relayed = Run(Open with { PrivateRelay = 1 });
        var open = Run(Open);

        Assert.True(Of(relayed, Lens.PixelOnly).Visitors > Of(open, Lens.PixelOnly).Visitors);
        Assert.Equal(Of(open, Lens.CookieOnly).Visitors, Of(relayed, Lens.CookieOnly).Visitors);
    }

    [Fact]
    public void Where_everybody_has_a_blocker_no_site_pixel_arrives()
    {
        var happenings = Walk(Small with { Blockers = 1 });

        Assert.DoesNotContain(happenings, happening => happening.Event is Hit { Site: "shop" or "news" });
        Assert.Contains(happenings, happening => happening.Event is PixelMissing { Reason: MissingReason.Blocked });
    }

    [Fact]
    public void A_banner_that_asks_first_holds_the_pixels_of_a_first_page_back()
    {
        var happenings = Walk(Open with { Regime = Regime.OptIn });
        var first = happenings.First(happening => happening.Event is Visit);
        var view = ((Visit)first.Event).PageView;

        Assert.Contains(happenings, happening => happening.Event is PixelMissing missing
            && missing.Plant.StartsWith(view + ".", StringComparison.Ordinal) && missing.Reason == MissingReason.RefusedConsent);
        Assert.Contains(happenings, happening => happening.Event is ConsentChoice);
        Assert.Contains(happenings, happening => happening.Event is Hit { Site: "shop" });
    }

    [Fact]
    public void The_same_seed_gives_the_same_result_also_side_by_side()
    {
        var alone = JsonSerializer.Serialize(Run(Small));
        var many = new string[4];
        Parallel.For(0, many.Length, place => many[place] = JsonSerializer.Serialize(Run(Small with { Seed = place % 2 == 0 ? 7 : 8 })));

        Assert.Equal(alone, many[0]);
        Assert.Equal(alone, many[2]);
        Assert.Equal(many[1], many[3]);
        Assert.NotEqual(alone, many[1]);
    }

    [Fact]
    public void A_moved_slider_changes_nobodys_days_but_for_what_ads_lead_to()
    {
        var moved = Small with { CookiesBlocked = 1, PrivateRelay = 1, SharedAddresses = 1, Blockers = 1 };
        var planned = Planned(Small);

        Assert.NotEmpty(planned);
        Assert.Equal(planned, Planned(moved));
        foreach (var plan in new[] { Small, moved })
        {
            Assert.Equal(planned, Walk(plan).Where(happening => happening.Event is Visit)
                .Select(happening => (happening.Event.At, happening.Person)).Where(planned.ToHashSet().Contains));
        }
    }

    [Fact]
    public void Pages_nobody_planned_are_those_that_an_ad_led_to()
    {
        var plan = Open with { People = 400 };
        var planned = Planned(plan).ToHashSet();
        var followed = new HashSet<int>();
        foreach (var happening in Walk(plan))
        {
            if (happening.Event is Hit hit && VendorList.EventOf(hit) == VendorEvents.AdClick)
            {
                followed.Add(happening.Person);
            }
            else if (happening.Event is Visit visit && !planned.Contains((visit.At, happening.Person)))
            {
                Assert.Contains(happening.Person, followed);
            }
        }

        Assert.NotEmpty(followed);
    }

    private static List<(DateTimeOffset At, int Person)> Planned(PopulationPlan plan)
    {
        var people = Inhabitants.Of(plan);
        return
        [
            .. Enumerable.Range(0, plan.Days).SelectMany(day => DayPlanner.Plan(plan, people, day))
                .Where(step => step.Kind < StepKind.MailArrives).Select(step => (step.At, step.Person)),
        ];
    }

    [Fact]
    public void Events_come_in_order_and_every_hit_is_one_that_the_lab_can_read()
    {
        var happenings = Walk(Small);

        Assert.Equal(Enumerable.Range(1, happenings.Count).Select(id => (long)id), happenings.Select(happening => happening.Event.Id));
        var hits = happenings.Select(happening => happening.Event).OfType<Hit>().ToList();
        Assert.NotEmpty(hits);
        Assert.All(hits, hit =>
        {
            Assert.NotEqual(VendorEvents.Unknown, VendorList.EventOf(hit));
            Assert.Equal(AddressKind.Documentation, AddressFacts.KindOf(hit.Request.Address));
            Assert.Contains(CaptureNotes.Emulated, hit.Request.Notes!);
        });
        var planted = happenings.Select(happening => happening.Event).OfType<PixelPlanted>().ToDictionary(pixel => pixel.Plant);
        Assert.All(
            hits.Where(hit => VendorList.EventOf(hit) is VendorEvents.PageView or VendorEvents.ViewItem or VendorEvents.AdRequest or VendorEvents.EmailOpen),
            hit => Assert.Equal(hit.Vendor, planted[VendorList.PlantOf(hit)!].Vendor));

        // What scripts report later names the view of the page that they run on.
        var views = planted.Values.Select(pixel => pixel.PageView).ToHashSet();
        var later = hits.Where(hit => VendorList.EventOf(hit) is VendorEvents.Scroll or VendorEvents.Engagement).ToList();
        Assert.NotEmpty(later);
        Assert.All(later, hit => Assert.Contains(VendorList.PlantOf(hit)!.Split('.')[0], views));
        var times = happenings.Select(happening => happening.Event.At).ToList();
        Assert.All(times.Skip(1).Zip(times), pair => Assert.True(pair.First > pair.Second.AddSeconds(-1), "Events come in the order of their time."));
    }

    [Fact]
    public void A_link_that_is_followed_is_told_by_a_beacon_before_its_page_is_left()
    {
        var happenings = Walk(Open);
        var reports = happenings.Where(happening => happening.Event is Hit { Vendor: MetricsWire.VendorName }).ToList();
        var clicks = reports.Where(happening => VendorList.EventOf((Hit)happening.Event) == VendorEvents.Click).ToList();

        Assert.Equal(
            PlannedLinks(Open),
            clicks.Select(click => ((Hit)click.Event).Request.Parameter("ep.link_url")).OfType<string>().Order());
        Assert.All(clicks, click =>
        {
            var request = ((Hit)click.Event).Request;
            Assert.Equal("POST", request.Method);
            Assert.Equal("empty", request.Header("Sec-Fetch-Dest"));
            Assert.Equal("0", request.Header("Content-Length"));
            Assert.Equal(new Uri(request.Parameter("dl")!).GetLeftPart(UriPartial.Authority), request.Header("Origin"));
            Assert.Null(request.Header("Content-Type"));
            Assert.NotEmpty(request.Parameter("ep.link_text")!);

            // The rest of the time in view, and nothing after it.
            var later = reports.Where(other => other.Event.Id > click.Event.Id && ViewOf(other) == ViewOf(click)).ToList();
            Assert.Equal(VendorEvents.Engagement, VendorList.EventOf((Hit)Assert.Single(later).Event));
        });
    }

    private static string ViewOf(Happening happening) => VendorList.PlantOf((Hit)happening.Event)!.Split('.')[0];

    private static IEnumerable<string> PlannedLinks(PopulationPlan plan)
    {
        var people = Inhabitants.Of(plan);
        return Enumerable.Range(0, plan.Days).SelectMany(day => DayPlanner.Plan(plan, people, day))
            .Where(step => PageLink.Of(step)?.Path is not null)
            .Select(step => $"http://{(step.Kind < StepKind.ShopFront ? "news" : "shop")}.localhost:5080{PageLink.Of(step)!.Path}")
            .Order();
    }

    [Fact]
    public void A_relay_of_mail_counts_openings_that_nobody_made()
    {
        var opens = Run(Small with { People = 300 }).Opens;

        Assert.True(opens.OverCounted > 0);
        Assert.True(opens.Missed > 0);
        Assert.Equal(opens.Believed - opens.OverCounted, opens.Opened - opens.Missed);
        Assert.InRange(opens.Believed, 1, opens.Sent);
    }

    [Fact]
    public void A_run_tells_how_far_it_is_and_can_be_ended()
    {
        using var end = new CancellationTokenSource();
        var told = new List<double>();
        var progress = new Told(share =>
        {
            told.Add(share);
            end.Cancel();
        });

        Assert.Throws<OperationCanceledException>(() => PopulationRun.Score(Small with { People = 500 }, progress, end.Token));
        Assert.InRange(Assert.Single(told), 0, 0.999);
    }

    [Theory]
    [InlineData(0, 1, 0.5)]
    [InlineData(10_001, 1, 0.5)]
    [InlineData(1, 31, 0.5)]
    [InlineData(1, 1, 1.01)]
    [InlineData(1, 1, double.NaN)]
    public void A_plan_out_of_bounds_is_refused_with_a_sentence(int people, int days, double share) =>
        Assert.NotNull((Small with { People = people, Days = days, Blockers = share }).Fault);

    private static List<Happening> Walk(PopulationPlan plan) => [.. new PopulationWalk(plan, Inhabitants.Of(plan)).Days()];

    private static PopulationResult Run(PopulationPlan plan) => PopulationRun.Score(plan, null, TestContext.Current.CancellationToken);

    private static LensScore Score(PopulationPlan plan, Lens lens) => Of(Run(plan), lens);

    private static LensScore Of(PopulationResult result, Lens lens) => result.Lenses.Single(score => score.Lens == lens);

    private sealed class Told(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
