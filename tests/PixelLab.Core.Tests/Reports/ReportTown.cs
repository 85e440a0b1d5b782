using System.Globalization;
using PixelLab.Core.Events;

namespace PixelLab.Core.Tests.Reports;

/// <summary>Writes down what a walk through the shop leaves in the log; ids run on by themselves.</summary>
public sealed class ReportTown
{
    private readonly List<LabEvent> _events = [];
    private int _views;

    public IReadOnlyList<LabEvent> Events => _events;

    public DateTimeOffset Now { get; private set; } = BuiltHit.Noon;

    /// <summary>Opens a page of the shop; both vendors tell of it.</summary>
    public string Opens(
        string page, string? cookie = "anid=1", string address = "192.0.2.1", string[]? head = null, string more = "", string? adnet = null)
    {
        var view = string.Create(CultureInfo.InvariantCulture, $"v{++_views}");
        var url = Uri.EscapeDataString("http://shop.localhost:5080" + page);
        Keep(BuiltHit.OfMetrics($"en=page_view&dl={url}&z={view}.1{more}", head).From(address));
        Ad($"id=448122&ev=PageView&dl={url}&eid={view}.2", cookie, address, head);
        if (adnet is not null)
        {
            Ad($"id=448122&dl={url}&eid={view}.3&{adnet}", cookie, address, head);
        }

        return view;
    }

    public Hit Stays(string view, int milliseconds) =>
        (Hit)Keep(BuiltHit.OfMetrics(string.Create(CultureInfo.InvariantCulture, $"en=user_engagement&_et={milliseconds}&z={view}.m2")));

    public LabEvent Keep(LabEvent one)
    {
        Now += TimeSpan.FromSeconds(1);
        var kept = one with { Id = _events.Count + 1, At = Now };
        _events.Add(kept);
        return kept;
    }

    private void Ad(string query, string? cookie, string address, string[]? head)
    {
        var hit = BuiltHit.OfAdnet(query, head).From(address);
        Keep(cookie is null ? hit : hit.WithHeader("Cookie", cookie));
    }
}

/// <summary>Reads numbers out of a report as a person does: by table, row and column.</summary>
internal static class SheetReading
{
    public static decimal? Number(this Core.Reports.Sheets.ReportSheet sheet, string table, string row, string column) =>
        Cell(sheet, table, row, column).Value;

    public static IReadOnlyList<long> Behind(this Core.Reports.Sheets.ReportSheet sheet, string table, string row, string column) =>
        Cell(sheet, table, row, column).Behind.Events;

    private static Core.Reports.Sheets.ReportCell Cell(Core.Reports.Sheets.ReportSheet sheet, string table, string row, string column)
    {
        var found = sheet.Find(table, row, column);
        Assert.NotNull(found);
        return found.Value.Cell;
    }
}
