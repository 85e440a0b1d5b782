using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Core.Rules;
using PixelLab.Web.Addressing;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Features.Rules;

/// <summary>The lab's policy check: whether what a site says, what it was allowed and what it did agree.</summary>
public static class CheckPages
{
    /// <summary>Maps <c>/check</c>; <c>?site=</c> chooses the site.</summary>
    public static WebApplication MapCheck(this WebApplication app)
    {
        app.MapTownHost(Town.Lab.Name).MapGet("/check", ShowAsync);
        return app;
    }

    private static async Task<IResult> ShowAsync(HttpContext context, TownRequest town, SeatReadings readings, string? site)
    {
        var reports = await readings.AskAsync(
            town.Seat,
            (PolicyCheck check) => SitePolicies.Sites.Select(check.Report).ToArray(),
            context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<CheckPage>(new Dictionary<string, object?>
        {
            ["Place"] = town,
            ["Reports"] = reports,
            ["Chosen"] = reports.FirstOrDefault(report => report.Site == site) ?? reports[0],
        });
    }
}
