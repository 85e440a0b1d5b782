using PixelLab.Core.Events;
using PixelLab.Core.Rules;
using PixelLab.Core.Rules.Blocking;
using PixelLab.Core.Vendors;
using PixelLab.Web.Addressing;

namespace PixelLab.Web.Pages;

/// <summary>The emulated blocker: decides, when a page is rendered, what a blocker in the browser would decide.</summary>
public sealed class Blocker(BlockList rules)
{
    /// <summary>The lab's own small list.</summary>
    public static string OwnRules { get; } =
        string.Join('\n', ["! PixelLab's own list: small, and only for this town", .. VendorList.All.SelectMany(vendor => vendor.BlockRules)]);

    /// <summary>The rule that stops a pixel or the script that would fire it, or null. An ad's frame is no image to a blocker.</summary>
    public string? Stops(TownRequest page, string url, string? scriptUrl, PixelTrigger trigger) =>
        (scriptUrl is null ? null : rules.Match(Request(page, scriptUrl, RequestType.Script)))
        ?? rules.Match(Request(page, url, trigger == PixelTrigger.Frame ? RequestType.Subdocument : RequestType.Image));

    private static BlockRequest Request(TownRequest page, string url, RequestType type) =>
        new(url, type, new Uri(page.Address.Origin(page.Host)).Host, IsThirdParty: page.Address.HostOf(url) != page.Host);
}

/// <summary>Finds the blocker in a seat's switches.</summary>
public static class BlockerSettings
{
    /// <summary>The blocker, or null where it is off.</summary>
    public static Blocker? Blocker(this SeatSettings settings) =>
        settings.IsOn(SettingNames.Blocker)
            ? new Blocker(BlockList.Parse(settings.BlockerRules()))
            : null;

    /// <summary>The rules it goes by: the lab's own list where nobody wrote others.</summary>
    public static string BlockerRules(this SeatSettings settings) =>
        settings.Value(SettingNames.BlockerRules) is { Length: > 0 } written ? written : Pages.Blocker.OwnRules;
}
