using PixelLab.Core.Events;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Languages;
using PixelLab.Core.Readings;
using PixelLab.Core.Reports.Sheets;
using PixelLab.Core.Vendors.Metrics;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Reports;

/// <summary>The pages that the shop really sent to people: what its own log has of them, beside what its pixel told.</summary>
internal sealed class ShopVisits : Reading
{
    /// <summary>The most page views that are held until their pixel tells of them.</summary>
    private const int MostViews = 100_000;

    private readonly Dictionary<string, long> _untold = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        if (labEvent is Visit visit && IsPersons(visit) && _untold.Count < MostViews)
        {
            _untold.TryAdd(visit.PageView, visit.Id);
        }
        else if (labEvent is Hit hit && ShopHits.IsPageView(hit) && ShopHits.ViewOf(hit) is { } view)
        {
            _untold.Remove(view);
        }
    }

    /// <summary>The page views that no pixel has told of, with the visits behind them.</summary>
    /// <param name="others">Those of other people, who are counted too; null where nobody else is.</param>
    public ReportTable Untold(ShopVisits? others)
    {
        var words = Language.Asked[CountingText.Words];
        return new("untold", words["Untold.Title"], words["Untold.What"], [new("pages", words["Untold.Pages"])],
            [new("pages", words["Untold"], [ReportCell.Of(HitsBehind.Of(_untold.Values.Concat(others?._untold.Values.AsEnumerable() ?? []).Order()))])]);
    }

    /// <summary>
    /// A page that the shop sent to a person, as a pixel that nothing stops would have told of it; null for any other. It has the visit's
    /// number, by which the visit is opened.
    /// </summary>
    public static Hit? AsPageView(Visit visit)
    {
        if (!IsPersons(visit))
        {
            return null;
        }

        var request = visit.Request;
        var page = $"{request.Scheme}://{request.Header("Host")}{visit.Page}";
        var head = RequestHead.Parse(request.Head);
        return new Hit
        {
            Id = visit.Id,
            At = visit.At,
            Seat = visit.Seat,
            Vendor = MetricsWire.VendorName,
            Site = visit.Site,
            Request = request.WithHead((head with { Target = TargetOf(visit, page, request.Header("Referer")) }).ToString()),
        };
    }

    private static string TargetOf(Visit visit, string page, string? referrer) =>
        "/px/visit.gif?en=" + VendorEvents.PageView
        + "&dl=" + Uri.EscapeDataString(page)
        + "&dt=" + Uri.EscapeDataString(visit.Title)
        + "&z=" + Uri.EscapeDataString(visit.PageView)
        + (referrer is null ? "" : "&dr=" + Uri.EscapeDataString(referrer));

    private static bool IsPersons(Visit visit) => visit.Site == ShopHits.Site && FetchReader.ByOf(visit.Request) == FetchedBy.Person;
}
