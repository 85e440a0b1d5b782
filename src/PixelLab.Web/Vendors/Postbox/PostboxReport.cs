using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Core.Reports;
using PixelLab.Web.Addressing;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Vendors.Postbox;

/// <summary>What the sender sees, beside what really happened.</summary>
public static class PostboxReport
{
    /// <summary>Maps the report.</summary>
    public static void MapPostboxReport(this RouteGroupBuilder host)
    {
        host.MapGet("/report", ShowAsync);
        host.MapGet("/", (TownRequest town) => TypedResults.Redirect(town.Path("/report")));
    }

    private static async Task<RazorComponentResult<PostboxReportPage>> ShowAsync(
        HttpContext context, TownRequest town, SeatReadings readings)
    {
        var stories = await readings.AskAsync(town.Seat, (EmailReport report) => report.Stories, context.RequestAborted);
        PostboxPagePolicy.Write(context);
        return new(new Dictionary<string, object?> { ["Town"] = town, ["Stories"] = stories });
    }
}
