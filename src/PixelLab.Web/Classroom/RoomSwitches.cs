using PixelLab.Core.Consent;
using PixelLab.Core.Settings;
using PixelLab.Web.Rules;

namespace PixelLab.Web.Classroom;

/// <summary>A switch that an instructor can turn for the whole room.</summary>
/// <param name="Name">Its name; <see cref="RoomSwitches.EveryBanner"/> stands for the banners of all sites.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Choices">What it can be turned to.</param>
public sealed record RoomSwitch(string Name, string Title, IReadOnlyList<RoomSwitchChoice> Choices);

/// <summary>A value of a switch.</summary>
/// <param name="Value">The value.</param>
/// <param name="Title">What it is called.</param>
public sealed record RoomSwitchChoice(string Value, string Title);

/// <summary>
/// The switches that make sense for a class. What only a browser can do (third-party cookies, Global Privacy Control) is none of
/// them: no page can turn that, and the lab does not pretend to.
/// </summary>
public static class RoomSwitches
{
    /// <summary>The name that stands for the banner of every site.</summary>
    public const string EveryBanner = SettingNames.RegimePrefix + "all";

    /// <summary>All of them, in the order of the console.</summary>
    public static readonly IReadOnlyList<RoomSwitch> All =
    [
        new(EveryBanner, "Banner on every site", [.. Regimes.All.Select(regime => new RoomSwitchChoice(regime.Name(), RulesText.Title(regime)))]),
        new(SettingNames.Blocker, "The lab’s blocker", [new("on", "On"), new("off", "Off")]),
        new(SettingNames.StripLinks, "Click ids stripped from links", [new("on", "On"), new("off", "Off")]),
        new(SettingNames.MailClient, "Images in mail", [.. MailClients.All.Select(client => new RoomSwitchChoice(client.Name, client.Title))]),
        new(SettingNames.PixelReferrer, "Referrer policy of the pixels", Referrers),
        new(SettingNames.PageReferrer, "Referrer policy of the pages", Referrers),
    ];

    private static IReadOnlyList<RoomSwitchChoice> Referrers =>
        [.. Switches.ReferrerPolicies.Where(policy => policy.Length > 0).Select(policy => new RoomSwitchChoice(policy, policy))];

    /// <summary>The lab's own switches that one of the room's stands for.</summary>
    public static IReadOnlyList<string> NamesOf(string name) =>
        name == EveryBanner ? [.. PolicyBook.Sites.Select(site => SettingNames.RegimePrefix + site)] : [name];

    /// <summary>Whether a room has that switch and it takes that value; an empty value puts it back.</summary>
    public static bool Take(string name, string value) =>
        All.FirstOrDefault(one => one.Name == name) is { } found && (value.Length == 0 || found.Choices.Any(choice => choice.Value == value));

    /// <summary>How a switch stands, in words.</summary>
    public static string InWords(string name, string value)
    {
        var found = All.FirstOrDefault(one => one.Name == name);
        var choice = found?.Choices.FirstOrDefault(one => one.Value == value);
        return $"{found?.Title ?? name}: {choice?.Title ?? value}";
    }
}
