using PixelLab.Core.Events;
using PixelLab.Core.Rules;
using PixelLab.Web.Addressing;
using PixelLab.Web.Limits;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Pages;

/// <summary>Turns the simulated town around a visitor off and on, from any page that shows it; it stays as it was turned.</summary>
public static class TownSwitch
{
    /// <summary>The path that takes the form, on each host that has such pages.</summary>
    public const string Path = "/town-around";

    /// <summary>Maps it.</summary>
    /// <param name="host">The host.</param>
    /// <param name="pages">The pages of this host that have the switch, each with all below it; whoever names no such page goes back to the first.</param>
    public static void MapTownSwitch(this RouteGroupBuilder host, params string[] pages) => host.MapPost(
        Path,
        async Task<IResult> (HttpContext context, TownRequest town, IEventWriter log, TimeProvider time) =>
        {
            var form = await context.Request.ReadFormUpToAsync(BodyLimits.SmallForm);
            var shown = form["shown"].ToString();
            if (!form.ContainsKey("shown") || !Switches.Take(SettingNames.TownAround, shown))
            {
                return TypedResults.BadRequest(TownAroundText.Text["Refused"]);
            }

            await log.AppendAsync(
                [new SettingChanged { At = time.GetUtcNow(), Seat = town.Seat, Name = SettingNames.TownAround, Value = shown }], CancellationToken.None);
            var back = form["back"].ToString();
            return new SeeOther(town.Path(pages.Any(page => IsOf(page, back)) ? back : pages[0]));
        });

    /// <summary>How the seat's switches stand, for a page that shows the town or not.</summary>
    public static Task<SeatSettings> SettingsAsync(SeatReadings readings, SeatId seat, CancellationToken cancellation) =>
        readings.AskAsync(seat, (SeatSettings settings) => settings.Snapshot(), cancellation);

    private static bool IsOf(string page, string back) =>
        back.StartsWith(page, StringComparison.Ordinal) && (back.Length == page.Length || back[page.Length] is '/' or '?');
}
