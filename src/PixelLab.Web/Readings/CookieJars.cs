using Microsoft.Extensions.Options;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Languages;
using PixelLab.Web.Addressing;

namespace PixelLab.Web.Readings;

/// <summary>What a seat's browser does with the advertising network's cookies, and whether this lab's addresses can show it at all.</summary>
public sealed class CookieJars(SeatReadings readings, IOptions<AddressingOptions> addressing)
{
    /// <summary>The verdict, from what really happened.</summary>
    public async Task<CookieJar> JudgeAsync(SeatId seat, Language language, CancellationToken cancellation)
    {
        var jar = await readings.AskAsync(seat, (CookieJarReading reading) => reading.Snapshot(language), cancellation);
        return addressing.Value.VendorsAreThirdParties ? jar : jar.WhereAllIsOneSite(language);
    }

    /// <summary>The verdict on the browser of each of those events of a seat that are hits; unknown where this lab's addresses cannot show it.</summary>
    public async Task<Func<Hit, CookieJarVerdict>> OfHitsAsync(SeatId seat, IReadOnlyList<LabEvent> events, CancellationToken cancellation) =>
        addressing.Value.VendorsAreThirdParties && events.Any(one => one is Hit)
            ? await readings.AskAsync(seat, (CookieJarReading reading) => reading.Verdicts(), cancellation)
            : _ => CookieJarVerdict.Unknown;
}
