using PixelLab.Core.Case;
using PixelLab.Core.Languages;
using PixelLab.Core.Rules;

namespace PixelLab.Web.Features.Classroom;

/// <summary>A switch that an instructor can turn for the whole room.</summary>
/// <param name="Name">Its name; <c>regime.all</c> stands for the banners of all sites.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Choices">What it can be turned to.</param>
/// <param name="Most">Where it takes a number instead: the highest, from 1 on; otherwise 0.</param>
public sealed record RoomSwitch(string Name, string Title, IReadOnlyList<RoomSwitchChoice> Choices, int Most);

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
        Of(EveryBanner, [.. Regimes.All.Select(regime => regime.Name())]),
        Of(SettingNames.Blocker, OnOrOff),
        Of(SettingNames.StripLinks, OnOrOff),
        Of(SettingNames.MailClient, [.. MailClients.All.Select(client => client.Name)]),
        Of(SettingNames.PixelReferrer, ReferrerPolicies),
        Of(SettingNames.PageReferrer, ReferrerPolicies),

        // The same case for all; where it is put back, or nobody turns it, each seat has one of its own.
        Of(SettingNames.Case, []) with { Most = CaseComposer.Most },
    ];

    private static string[] OnOrOff => ["on", "off"];

    private static string[] ReferrerPolicies => [.. Switches.ReferrerPolicies.Where(policy => policy.Length > 0)];

    /// <summary>The lab's own switches that one of the room's stands for.</summary>
    public static IReadOnlyList<string> NamesOf(string name) =>
        name == EveryBanner ? [.. SitePolicies.Sites.Select(site => SettingNames.RegimePrefix + site)] : [name];

    /// <summary>Whether a room has that switch and it takes that value; an empty value puts it back.</summary>
    public static bool Take(string name, string value) =>
        All.FirstOrDefault(one => one.Name == name) is { } found
        && (value.Length == 0 || (found.Most > 0 ? CaseComposer.Parse(value) is not null : found.Choices.Any(choice => choice.Value == value)));

    /// <summary>How a switch stands, in words.</summary>
    public static string InWords(string name, string value, Language language)
    {
        var words = language[SettingsText.Words];
        return words["Turned", words.Find(WordOf(name)) ?? name, words.Find(WordOf(name, value)) ?? value];
    }

    private static RoomSwitch Of(string name, string[] values) => new(
        name,
        SettingsText.Words.English(WordOf(name)) ?? name,
        [.. values.Select(value => new RoomSwitchChoice(value, SettingsText.Words.English(WordOf(name, value)) ?? value))],
        0);

    private static string WordOf(string name) => $"Switch.{name}";

    /// <summary>The name of the word for a value; one that is called by its own name has none.</summary>
    private static string WordOf(string name, string value) => name switch
    {
        EveryBanner => $"Regime.{value}",
        SettingNames.MailClient => $"MailClient.{value}",
        SettingNames.Story => $"Story.{value}",
        _ => $"State.{value}",
    };
}
