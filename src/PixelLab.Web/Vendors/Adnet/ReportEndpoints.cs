using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Core.Reports;
using PixelLab.Web.Addressing;
using PixelLab.Web.Pages;
using PixelLab.Web.Readings;
using PixelLab.Web.Vendors.Answers;

namespace PixelLab.Web.Vendors.Adnet;

/// <summary>What the network tells its advertisers.</summary>
public static class ReportEndpoints
{
    /// <summary>Maps it.</summary>
    internal static void MapCampaignReport(this RouteGroupBuilder host)
    {
        host.MapGet("/report", ShowAsync);
        host.MapGet("/", (TownRequest town) => TypedResults.Redirect(town.Path("/report")));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, TownRequest town, SeatReadings readings, InventedTown invented)
    {
        var windows = AttributionWindows.OfDays(
            Days(context, "click", AttributionWindows.Default.Click), Days(context, "view", AttributionWindows.Default.View));
        var figures = await readings.AskAsync(town.Seat, (CampaignReport report) => report.Figures(windows), context.RequestAborted);
        var settings = await TownSwitch.SettingsAsync(readings, town.Seat, context.RequestAborted);
        if (settings.HasTownAround)
        {
            var around = await invented.ReadAsync<CampaignReport>();
            lock (around)
            {
                figures = figures.With(around.Figures(windows));
            }
        }

        VendorPagePolicy.ForForm(context);
        return new RazorComponentResult<ReportPage>(new Dictionary<string, object?> { ["Town"] = town, ["Settings"] = settings, ["Figures"] = figures });
    }

    private static int Days(HttpContext context, string name, TimeSpan otherwise) =>
        int.TryParse(context.Request.Query[name].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            ? days
            : (int)otherwise.TotalDays;
}
