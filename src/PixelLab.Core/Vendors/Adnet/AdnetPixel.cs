using System.Globalization;
using PixelLab.Core.Events;

namespace PixelLab.Core.Vendors.Adnet;

/// <summary>What a page tells the network by its pixel.</summary>
/// <param name="Account">The site's account at the network.</param>
/// <param name="Name">The network's name for what is reported, for example <c>ViewContent</c>.</param>
public sealed record AdnetReport(string Account, string Name)
{
    /// <summary>The page's full address.</summary>
    public required string PageUrl { get; init; }

    /// <summary>The address the visitor came from, or null.</summary>
    public string? Referrer { get; init; }

    /// <summary>When the page was rendered.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The value by which the hit is recognised.</summary>
    public required string Plant { get; init; }

    /// <summary>What the page is about: the <c>cd[…]</c> parameters, in order.</summary>
    public IReadOnlyList<NameValue> CustomData { get; init; } = [];

    /// <summary>The ad click that brought the visitor, or null.</summary>
    public string? ClickId { get; init; }

    /// <summary>The visitor's account: the <c>ud[…]</c> parameters.</summary>
    public IReadOnlyList<NameValue> UserData { get; init; } = [];

    /// <summary>What the visitor answered, as <c>ConsentSignals</c> writes it.</summary>
    public IReadOnlyList<NameValue> Consent { get; init; } = [];
}

/// <summary>Writes the address of the network's pixel.</summary>
public static class AdnetPixel
{
    /// <summary>Path and query of the pixel on the network's host.</summary>
    public static string PathAndQuery(AdnetReport report)
    {
        var query = new List<(string, string?)>
        {
            ("id", report.Account),
            ("ev", report.Name),
            ("dl", report.PageUrl),
            ("rl", report.Referrer ?? ""),
            ("if", "false"),
            ("ts", report.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)),
        };
        query.AddRange(report.CustomData.Select(pair => ($"cd[{pair.Name}]", (string?)pair.Value)));
        query.Add((ClickId.PixelParameter, report.ClickId));
        query.AddRange(report.UserData.Select(pair => ($"ud[{pair.Name}]", (string?)pair.Value)));
        query.AddRange(report.Consent.Select(pair => (pair.Name, (string?)pair.Value)));
        query.Add(("eid", report.Plant));
        return QueryText.Write(AdnetPaths.Pixel, query);
    }
}
