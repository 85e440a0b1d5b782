using PixelLab.Core.Events;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Explaining.Accounts;

/// <summary>Reads what would have stopped a request, by its kind. Pure, and never fails on what a request holds.</summary>
public static class DefenceReader
{
    /// <summary>What only a mail program or service can do.</summary>
    private static readonly Defence[] OfMail = [Defence.MailImagesOff, Defence.MailProxy, Defence.PixelsRemoved];

    /// <summary>
    /// The means with which each defence was tried, in Chromium and in Firefox (<c>DefenceMatrixTests</c>); those of mail were with pictures alone
    /// (<c>MailMatrixTests</c>).
    /// </summary>
    private static readonly FetchMeans[] Tried = [FetchMeans.Image, FetchMeans.Frame, FetchMeans.Beacon];

    /// <summary>What each defence would have done to a hit; nothing where no browser or mail program of somebody's made it.</summary>
    public static IReadOnlyList<DefenceReading> Of(Hit hit, Fetch fetch)
    {
        if (fetch.By is FetchedBy.Robot or FetchedBy.Check)
        {
            return [];
        }

        if (fetch.IsMailServices)
        {
            // A program that looks through letters asks whatever the reader's own program is set to.
            var letter = fetch.By == FetchedBy.Scanner ? DefenceEffect.None : DefenceEffect.Stops;
            return
            [
                new(Defence.MailImagesOff, letter, false),
                new(Defence.PixelsRemoved, letter, false),
                new(Defence.Blocker, DefenceEffect.None, false),
            ];
        }

        var wire = VendorList.Find(hit.Vendor);
        var eventCode = VendorList.EventOf(hit);
        return
        [
            .. Enum.GetValues<Defence>().Except(eventCode == VendorEvents.EmailOpen ? [] : OfMail)
                .Select(defence => new DefenceReading(defence, EffectOf(defence, hit, fetch, wire, eventCode), (OfMail.Contains(defence) ? [FetchMeans.Image] : Tried).Contains(fetch.Means))),
        ];
    }

    private static DefenceEffect EffectOf(Defence defence, Hit hit, Fetch fetch, IVendorWire? wire, string eventCode) => defence switch
    {
        Defence.ImagesOff or Defence.MailImagesOff or Defence.PixelsRemoved => fetch.Means == FetchMeans.Image ? DefenceEffect.Stops : DefenceEffect.None,
        Defence.ScriptsOff when !IsScripts(hit, fetch, wire, eventCode) => DefenceEffect.None,
        // A page that is opened still carries the picture that stands there for whoever has no scripts.
        Defence.ScriptsOff => fetch.Means == FetchMeans.Image && eventCode == VendorEvents.PageView ? DefenceEffect.Less : DefenceEffect.Stops,
        Defence.ThirdPartyCookiesRefused => HasNumber(hit, wire, onEverySite: true) ? DefenceEffect.Less : DefenceEffect.None,
        // Blockers look at what a page loads from others; a link that is followed is a page of its own.
        Defence.Blocker => fetch.Means == FetchMeans.Navigation || IsDisguised(hit) ? DefenceEffect.None : DefenceEffect.Stops,
        Defence.PrivateWindow => HasNumber(hit, wire, onEverySite: false) ? DefenceEffect.Less : DefenceEffect.None,
        Defence.MailProxy => fetch.Means == FetchMeans.Image ? DefenceEffect.Less : DefenceEffect.None,
    };

    /// <summary>Whether a script made the request, as far as it tells: by its means, or by what only a script can find out.</summary>
    private static bool IsScripts(Hit hit, Fetch fetch, IVendorWire? wire, string eventCode) =>
        fetch.Means is FetchMeans.Beacon or FetchMeans.Script or FetchMeans.Socket
        || eventCode == VendorEvents.AdViewable
        || (wire is not null && hit.Request.Query.Any(pair =>
            pair.Value.Length > 0 && wire.ParameterOf(hit.Request, pair.Name) is { Origin: ParameterOrigin.Script }));

    /// <summary>Whether the page's own site asked, under a name of its own that no rule about the company knows.</summary>
    private static bool IsDisguised(Hit hit) =>
        hit.Request.Header("Sec-Fetch-Site") is "same-origin" or "same-site"
        && hit.Request.Header("Host")?.StartsWith(hit.Vendor + ".", StringComparison.OrdinalIgnoreCase) != true;

    /// <summary>Whether a cookie of the vendor's came with it. One that its reply sets tells nothing yet.</summary>
    private static bool HasNumber(Hit hit, IVendorWire? wire, bool onEverySite) => wire is not null && wire.Cookies
        .Any(cookie => !(onEverySite && cookie.OnlyThisSite) && hit.Request.Cookie(cookie.Name) is not null);
}
