using System.Globalization;
using PixelLab.Core.Events;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Vendors.Metrics;

/// <summary>What the analytics vendor's script reports when a page is opened.</summary>
/// <param name="Property">The site's account at the vendor.</param>
public sealed record MetricsReport(string Property)
{
    /// <summary>The page's full address.</summary>
    public required string PageUrl { get; init; }

    /// <summary>The page's title.</summary>
    public required string Title { get; init; }

    /// <summary>The address the visitor came from, or null.</summary>
    public string? Referrer { get; init; }

    /// <summary>What the script measures of the browser.</summary>
    public required MeasuredBrowser Browser { get; init; }

    /// <summary>The site's number for a visitor who is logged in, or null.</summary>
    public string? User { get; init; }

    /// <summary>The state of consent as <c>ConsentSignals.Mode</c> writes it, or null.</summary>
    public string? Consent { get; init; }

    /// <summary>The value by which the hit is recognised; it begins with the page view.</summary>
    public required string Plant { get; init; }
}

/// <summary>What the analytics vendor's script measures of a browser.</summary>
/// <param name="Language">Its first language.</param>
/// <param name="Screen">The screen's size in CSS pixels.</param>
/// <param name="Window">The size of its window in CSS pixels.</param>
/// <param name="ColourDepth">How many bits the screen has for the colour of a dot.</param>
/// <param name="TimeZone">How far its clock is ahead of UTC, in minutes.</param>
public sealed record MeasuredBrowser(string Language, string Screen, string Window, int ColourDepth, int TimeZone);

/// <summary>Writes the address that the vendor's script asks for when a page is opened.</summary>
public static class MetricsPixel
{
    /// <summary>Path and query of the pixel on the vendor's host, in the order in which the script writes them.</summary>
    public static string PathAndQuery(MetricsReport report) => PathAndQuery(report, VendorEvents.PageView, 1, []);

    /// <summary>The same for what the script reports later on the page.</summary>
    /// <param name="report">What it reported when the page was opened.</param>
    /// <param name="name">What happened, in the vendor's words.</param>
    /// <param name="number">How many reports there were with this one.</param>
    /// <param name="more">The parameters of that kind of report.</param>
    public static string PathAndQuery(
        MetricsReport report, string name, int number, IEnumerable<(string Name, string? Value)> more) => QueryText.Write(
        $"/px/{report.Property}.gif",
        [
            ("v", "1"),
            ("tid", report.Property),
            ("en", name),
            ("dl", report.PageUrl),
            ("dr", report.Referrer ?? ""),
            ("dt", report.Title),
            ("ul", report.Browser.Language),
            ("sr", report.Browser.Screen),
            ("vp", report.Browser.Window),
            ("sd", string.Create(CultureInfo.InvariantCulture, $"{report.Browser.ColourDepth}-bit")),
            ("tz", report.Browser.TimeZone.ToString(CultureInfo.InvariantCulture)),
            ("_p", report.Plant.Split('.')[0]),
            ("_s", number.ToString(CultureInfo.InvariantCulture)),
            ("uid", report.User),
            ("gcs", report.Consent),
            .. more,
            ("z", number == 1 ? report.Plant : string.Create(CultureInfo.InvariantCulture, $"{report.Plant.Split('.')[0]}.m{number}")),
        ]);
}
