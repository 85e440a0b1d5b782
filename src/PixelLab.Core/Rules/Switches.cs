using PixelLab.Core.Events;
using PixelLab.Core.Vendors.Adnet;

namespace PixelLab.Core.Rules;

/// <summary>Which values each switch takes: nothing else gets into the log.</summary>
public static class Switches
{
    /// <summary>The referrer policies a page or a pixel can carry (W3C Referrer Policy, section 3); empty is the browser's default.</summary>
    public static readonly IReadOnlyList<string> ReferrerPolicies =
    [
        "",
        "no-referrer",
        "same-origin",
        "origin",
        "strict-origin",
        "origin-when-cross-origin",
        "strict-origin-when-cross-origin",
        "no-referrer-when-downgrade",
        "unsafe-url",
    ];

    /// <summary>The kinds of mail program; empty is the first.</summary>
    public static readonly IReadOnlyList<string> MailClients = ["", "direct", "ask", "proxy", "relay", "strip"];

    /// <summary>The rounds of the story; empty where it is not told.</summary>
    public static readonly IReadOnlyList<string> StoryValues = ["", StoryRounds.Walk, StoryRounds.Stopped, .. StoryRounds.Led];

    private static readonly IReadOnlyList<string> Themes = ["", "light", "dark"];
    private static readonly IReadOnlyList<string> OnOff = ["", "on", "off"];

    /// <summary>Whether there is such a switch.</summary>
    public static bool Has(string name) => Of(name) is not null;

    /// <summary>Whether there is such a switch and it takes that value.</summary>
    public static bool Take(string name, string value) => Of(name)?.Invoke(value) ?? false;

    private static Func<string, bool>? Of(string name) => name switch
    {
        SettingNames.PixelReferrer or SettingNames.PageReferrer => value => ReferrerPolicies.Contains(value),
        SettingNames.Blocker or SettingNames.StripLinks or SettingNames.Dots => value => OnOff.Contains(value),
        SettingNames.BlockerRules => value => value.Length <= TextLimits.BlockerRules,
        SettingNames.Story => value => StoryValues.Contains(value),
        SettingNames.Theme => value => Themes.Contains(value),
        SettingNames.TownAround => value => value is "" or "off",
        SettingNames.Campaign => value => value.Length == 0 || AdCampaigns.Find(value)?.Audience is not null,
        SettingNames.MailClient => value => MailClients.Contains(value),
        _ when SiteIn(name, SettingNames.RegimePrefix) is not null => value => value.Length == 0 || Regimes.Parse(value) is not null,
        _ when SiteIn(name, SettingNames.PolicyOmitPrefix) is { } site => value => value.Length == 0 || SitePolicies.Carried(site).Contains(value),
        _ => null,
    };

    private static string? SiteIn(string name, string prefix) =>
        name.StartsWith(prefix, StringComparison.Ordinal) && SitePolicies.Sites.Contains(name[prefix.Length..])
            ? name[prefix.Length..]
            : null;
}
