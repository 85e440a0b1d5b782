using Microsoft.Extensions.Options;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Web.Addressing;

namespace PixelLab.Web.Readings;

/// <summary>What a seat's browser does with the advertising network's cookies, and whether this lab's addresses can show it at all.</summary>
public sealed class CookieJars(SeatReadings readings, IOptions<AddressingOptions> addressing)
{
    private const string OneJar =
        "In this lab sites and companies lie under one name, so to your browser they are one site with one cookie jar. It takes every "
        + "cookie for the site’s own, and what it does with other companies’ cookies elsewhere does not show here.";

    /// <summary>The verdict, from what really happened.</summary>
    public async Task<CookieJar> JudgeAsync(SeatId seat, CancellationToken cancellation)
    {
        var jar = await readings.AskAsync(seat, (CookieJarReading reading) => reading.Snapshot(), cancellation);
        return addressing.Value.VendorsAreThirdParties ? jar : jar with { Remark = $"{OneJar} {jar.Remark}".TrimEnd() };
    }
}
