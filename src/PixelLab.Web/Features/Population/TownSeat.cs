using System.Globalization;
using PixelLab.Core.Events;
using PixelLab.Core.Population;
using PixelLab.Core.Rules;

namespace PixelLab.Web.Features.Population;

/// <summary>The seat of a simulated town.</summary>
internal static class TownSeat
{
    /// <summary>What it begins with: who walks there, and by which banners.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="seat">The seat.</param>
    /// <param name="at">When it begins.</param>
    /// <param name="since">From when on its age counts.</param>
    public static IReadOnlyList<LabEvent> Openings(PopulationPlan plan, SeatId seat, DateTimeOffset at, DateTimeOffset since)
    {
        SettingChanged Said(string name, string value) => new() { At = at, Seat = seat, Name = name, Value = value, KeptSince = since };
        return
        [
            Said(SettingNames.People, plan.People.ToString(CultureInfo.InvariantCulture)),
            .. plan.Regime == Regime.None
                ? []
                : SitePolicies.Sites.Select(site => Said(SettingNames.RegimePrefix + site, plan.Regime.Name())),
        ];
    }
}
