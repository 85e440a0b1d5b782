using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Core.Events;
using PixelLab.Core.Reports;
using PixelLab.Core.Rules;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Web.Addressing;
using PixelLab.Web.Limits;
using PixelLab.Web.Pages;
using PixelLab.Web.Readings;
using PixelLab.Web.Vendors.Answers;

namespace PixelLab.Web.Vendors.Adnet;

/// <summary>An audience as it can be booked.</summary>
/// <param name="Campaign">The ads for it.</param>
/// <param name="Known">How many browsers are on the network's list; null for one that goes by no list.</param>
/// <param name="Yours">How many of these are the visitor's.</param>
public sealed record AudienceChoice(AdCampaign Campaign, int? Known, int Yours);

/// <summary>Where the learner books ads for a hundred euros, and reads what they brought.</summary>
public static class CampaignEndpoints
{
    /// <summary>The page's path.</summary>
    public const string Path = "/campaign";

    /// <summary>Maps it.</summary>
    internal static void MapCampaign(this RouteGroupBuilder host)
    {
        host.MapGet(Path, ShowAsync);
        host.MapPost(Path, BookAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, TownRequest town, SeatReadings readings, InventedTown invented)
    {
        var settings = await TownSwitch.SettingsAsync(readings, town.Seat, context.RequestAborted);
        var parameters = new Dictionary<string, object?> { ["Town"] = town, ["Settings"] = settings };
        if (settings.HasTownAround)
        {
            parameters["Choices"] = await ChoicesAsync(town.Seat, readings, invented, context.RequestAborted);
            if (settings.Campaign is { } campaign)
            {
                var run = invented.RunAsync(campaign);
                parameters["Result"] = run.IsCompleted ? await run : null;
                parameters["Shown"] = await readings.AskAsync(
                    town.Seat,
                    (CampaignReport report) => report.Figures(AttributionWindows.Default).Lines.FirstOrDefault(line => line.Campaign == campaign.Key)?.Impressions.Count ?? 0,
                    context.RequestAborted);
                if (!run.IsCompleted)
                {
                    // The page waits for nobody's days to go by: it says that they do, and comes back.
                    context.Response.Headers["Refresh"] = "1";
                }
            }
        }

        VendorPagePolicy.ForForm(context);
        return new RazorComponentResult<CampaignPage>(parameters);
    }

    private static async Task<IReadOnlyList<AudienceChoice>> ChoicesAsync(
        SeatId seat, SeatReadings readings, InventedTown invented, CancellationToken cancellation)
    {
        static int[] Counts(AdnetProfiles profiles) => [.. AdCampaigns.Bookable.Select(campaign => profiles.Count(campaign.Audience!.Value))];
        var around = Counts(await invented.ReadAsync<AdnetProfiles>());
        var own = await readings.AskAsync(seat, (AdnetProfiles profiles) => Counts(profiles), cancellation);
        return
        [
            .. AdCampaigns.Bookable.Select((campaign, place) => new AudienceChoice(
                campaign, campaign.KnowsPeople ? around[place] + own[place] : null, own[place])),
        ];
    }

    /// <summary>Books a campaign in place of another, or ends it.</summary>
    private static async Task<IResult> BookAsync(
        HttpContext context, TownRequest town, SeatReadings readings, IEventWriter log, InventedTown invented, TimeProvider time)
    {
        var form = await context.Request.ReadFormUpToAsync(BodyLimits.SmallForm);
        var key = form["campaign"].ToString();
        if (!form.ContainsKey("campaign") || !Switches.Take(SettingNames.Campaign, key))
        {
            return TypedResults.BadRequest(CampaignText.Text["NoSuch"]);
        }

        var settings = await TownSwitch.SettingsAsync(readings, town.Seat, context.RequestAborted);
        if (settings.Value(SettingNames.Campaign) != key)
        {
            await log.AppendAsync(
                [new SettingChanged { At = time.GetUtcNow(), Seat = town.Seat, Name = SettingNames.Campaign, Value = key }], CancellationToken.None);
        }

        if (AdCampaigns.Find(key) is { } campaign)
        {
            // The days begin to go by while the browser is on its way to the page.
            _ = invented.RunAsync(campaign);
        }

        return new SeeOther(town.Path(Path));
    }
}
