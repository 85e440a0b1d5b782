using PixelLab.Core.Events;
using PixelLab.Core.Readings;
using PixelLab.Core.Rules;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Metrics;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Tests.Rules;

/// <summary>Writes down what happens on a site with pixels, as the lab's log would hold it.</summary>
public sealed class PolicyTown
{
    private readonly List<LabEvent> _events = [];
    private readonly List<string> _head = [.. BrowserHeads.Chromium];
    private Regime _regime;
    private string? _cookie;
    private int _views;

    public const string Site = "shop";

    public static PolicyTown With(Regime regime)
    {
        var town = new PolicyTown { _regime = regime };
        town.Turn(SettingNames.RegimePrefix + Site, regime.Name());
        return town;
    }

    public PolicyTown SendingGpc()
    {
        _head.Add("Sec-GPC: 1");
        return this;
    }

    public PolicyTown Turn(string name, string value) =>
        Keep(new SettingChanged { At = BuiltHit.Noon, Name = name, Value = value });

    public PolicyTown Answer(string how, params string[] granted)
    {
        _cookie = ConsentMemory.Write(_regime, granted);
        return Keep(new ConsentChoice
        {
            At = BuiltHit.Noon,
            Site = Site,
            Regime = _regime.Name(),
            Granted = granted,
            Denied = [.. Purposes.All.Except(granted)],
            How = how,
        });
    }

    /// <summary>The browser's cookies are cleared: the site has forgotten the answer, the log has not.</summary>
    public PolicyTown ForgetCookies()
    {
        _cookie = null;
        return this;
    }

    /// <summary>A page with the pixels of some vendors, whose hits all come.</summary>
    public PolicyTown Visit(params string[] vendors)
    {
        var view = OpenPage();
        foreach (var (vendor, number) in vendors.Select((vendor, place) => (vendor, place + 1)))
        {
            PlantAndHit(view, vendor, $"{view}.{number}");
        }

        return this;
    }

    /// <summary>A page that keeps its pixels back.</summary>
    public PolicyTown VisitHeldBack(params string[] vendors)
    {
        var view = OpenPage();
        foreach (var (vendor, number) in vendors.Select((vendor, place) => (vendor, place + 1)))
        {
            Keep(Planted(view, vendor, $"{view}.{number}"));
            Keep(new PixelMissing
            {
                At = BuiltHit.Noon,
                Plant = $"{view}.{number}",
                Site = Site,
                Page = "/shoes/3",
                Vendor = vendor,
                Event = VendorEvents.PageView,
                Reason = MissingReason.RefusedConsent,
                Witness = MissingWitness.Lab,
            });
        }

        return this;
    }

    /// <summary>One more hit of the page opened last, as a script sends when the page is left.</summary>
    public PolicyTown HitAgain(string vendor) => Keep(HitOf(vendor, $"view{_views}.1"));

    /// <summary>Something that the site never planted reaches a vendor from its pages.</summary>
    public PolicyTown HitFromNowhere(string vendor) => Keep(HitOf(vendor, "nobody.1"));

    public PolicyTown Keep(LabEvent labEvent)
    {
        _events.Add(labEvent with { Id = _events.Count + 1 });
        return this;
    }

    public PolicyAnswer Ask(PolicyQuestion question) => Report().Answers.Single(answer => answer.Question == question);

    public PolicyReport Report() => new PolicyCheck().AddAll(_events).Report(Site);

    private string OpenPage()
    {
        var view = $"view{++_views}";
        string[] head = _cookie is null
            ? [.. _head]
            : [.. _head, $"Cookie: {ConsentMemory.CookieName(Site, SeatId.Default)}={_cookie}"];
        Keep(new Visit
        {
            At = BuiltHit.Noon,
            Site = Site,
            Page = "/shoes/3",
            Title = "A shoe",
            PageView = view,
            Request = BuiltHit.Request("GET /shoes/3 HTTP/1.1", head),
        });
        return view;
    }

    private void PlantAndHit(string view, string vendor, string plant)
    {
        Keep(Planted(view, vendor, plant));
        Keep(HitOf(vendor, plant));
    }

    private Hit HitOf(string vendor, string plant)
    {
        string[] head = [.. _head];
        return vendor switch
        {
            MetricsWire.VendorName => BuiltHit.OfMetrics($"en=page_view&z={plant}", head),
            AdnetWire.VendorName => BuiltHit.OfAdnet($"ev=PageView&eid={plant}", head).Setting($"{AdnetWire.IdCookie}=1; Path=/"),
            _ => BuiltHit.Of(vendor, $"/match?eid={plant}", head),
        };
    }

    private static PixelPlanted Planted(string view, string vendor, string plant) => new()
    {
        At = BuiltHit.Noon,
        Plant = plant,
        PageView = view,
        Site = Site,
        Page = "/shoes/3",
        Vendor = vendor,
        Event = VendorEvents.PageView,
        Trigger = PixelTrigger.Image,
        Url = "http://example.localhost/",
    };
}
