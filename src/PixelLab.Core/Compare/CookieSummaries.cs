using PixelLab.Core.Events;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Metrics;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Compare;

/// <summary>Keeps the newest event behind each statement of the summary table.</summary>
internal sealed class CookieSummaries
{
    /// <summary>For each browser and site, the hit whose reply set a cookie that has not come back yet: some browsers keep a jar for each site.</summary>
    private readonly Dictionary<(string Browser, string? Site), (long Id, string PageView)> _given = [];

    private SummaryEvidence _evidence = new(null, null, null, null, null, null, null, null, null);

    public SummaryEvidence Snapshot() => _evidence;

    public void Add(LabEvent labEvent)
    {
        switch (labEvent)
        {
            case Hit hit:
                Add(hit);
                break;
            case Visit { Site: PreferenceCookie.Site } visit when visit.Request.Cookie(PreferenceCookie.Name) is not null:
                _evidence = _evidence with { Remembered = visit.Id };
                break;
            default:
                break;
        }
    }

    private void Add(Hit hit)
    {
        var sends = hit.Request.Cookies.Count > 0;
        var sets = hit.SetCookies.Count > 0;
        _evidence = _evidence with
        {
            Image = hit.Id,
            Stored = sets ? hit.Id : _evidence.Stored,
            SentBack = sends ? hit.Id : _evidence.SentBack,
            Counted = hit.Vendor == MetricsWire.VendorName ? hit.Id : _evidence.Counted,
            Advertised = hit.Vendor == AdnetWire.VendorName ? hit.Id : _evidence.Advertised,
            WithoutCookie = !sends && !sets ? hit.Id : _evidence.WithoutCookie,
            Remembered = VendorList.Find(hit.Vendor)?.NumberSent(hit.Request) is not null ? hit.Id : _evidence.Remembered,
            Together = sends && hit.Request.Query.Count > 0 ? hit.Id : _evidence.Together,
        };
        if (hit.Vendor == AdnetWire.VendorName)
        {
            LookForRefusal(hit);
        }
    }

    /// <summary>
    /// A browser that is given a number again on a later page did not keep, or did not send, the first. The hits of one page
    /// race their own replies and prove nothing.
    /// </summary>
    private void LookForRefusal(Hit hit)
    {
        var browser = (hit.Request.Header("User-Agent") ?? "", hit.Site);
        var pageView = VendorList.PlantOf(hit)?.Split('.', 2)[0] ?? "";
        if (hit.Request.Cookie(AdnetWire.IdCookie) is not null)
        {
            _given.Remove(browser);
        }
        else if (!_given.TryGetValue(browser, out var earlier))
        {
            if (pageView.Length > 0)
            {
                _given[browser] = (hit.Id, pageView);
            }
        }
        else if (pageView.Length > 0 && pageView != earlier.PageView)
        {
            _evidence = _evidence with { Refused = hit.Id };
        }
    }
}
