using System.Globalization;
using PixelLab.Core.Events;
using PixelLab.Core.Rules;
using PixelLab.Core.Story;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Web.Addressing;

namespace PixelLab.Web.Features.Story;

/// <summary>Where the story of a shoe leads: real pages of the town, in one tab.</summary>
internal static class StoryWay
{
    /// <summary>The path of its end at the lab, where it also begins and is left.</summary>
    public const string Path = "/story";

    /// <summary>The way from the newspaper to the ad network's answer, for whoever runs no scripts and cannot be told the ad's name in time.</summary>
    public const string WhyPath = Path + "/why";

    /// <summary>The way to a letter in the inbox, which nobody knows before it is filled.</summary>
    public const string LetterPath = Path + "/letter";

    private const string ShoePath = "/shoes/" + StoryReading.Shoe;

    /// <summary>An article whose subject sells nothing, so that an ad for shoes has one explanation only; and in it the place for the ad.</summary>
    private const string ArticlePath = "/town/the-bridge-that-waits#middle";

    /// <summary>The host and the path of a step.</summary>
    public static (TownHost Host, string Path) Of(StoryStep step) => step switch
    {
        StoryStep.Shoe => (Town.Get(StoryReading.Shop), ShoePath),
        StoryStep.News => (Town.Get(StoryReading.News), ArticlePath),
        StoryStep.Why => (Town.Lab, WhyPath),
        StoryStep.Letter => (Town.Lab, LetterPath),
        _ => (Town.Lab, Path),
    };

    /// <summary>The address of a step.</summary>
    public static string UrlOf(this TownRequest town, StoryStep step) => Of(step) is var (host, path) ? town.Address.Url(host, town.Seat, path) : "";

    /// <summary>Where the request that shows what is said can be seen; null where none does.</summary>
    public static string? ProofOf(this TownRequest town, StoryBeat beat) =>
        beat.Hit is { } hit ? town.LabUrl(string.Create(CultureInfo.InvariantCulture, $"/panel?hit={hit}")) : null;

    /// <summary>Whether the story is told on the pages. Who opens a lesson since it began has turned to that.</summary>
    public static bool IsTold(SeatSettings settings) =>
        settings.Value(SettingNames.Story).Length > 0 && (settings.Value(SettingNames.Lesson).Length == 0 || settings.IsLaterThan(SettingNames.Story, SettingNames.Lesson));

    /// <summary>What the page at a path is to the story.</summary>
    public static StoryPlace PlaceOf(TownHost host, PathString path) => host.Name switch
    {
        StoryReading.Shop when path == ShoePath => StoryPlace.Shop,
        StoryReading.News => StoryPlace.News,
        "mail" => StoryPlace.Letter,
        AdnetWire.VendorName when path.StartsWithSegments("/why") => StoryPlace.Why,
        _ => StoryPlace.Elsewhere,
    };

    /// <summary>What is noted when a round begins, or the story is left: the blocker goes on and off with the round that needs it.</summary>
    /// <param name="state">How it stood.</param>
    /// <param name="settings">How the switches stand.</param>
    /// <param name="seat">Whose it is.</param>
    /// <param name="round">One of <see cref="StoryRounds"/>, or empty.</param>
    /// <param name="at">When.</param>
    public static LabEvent[] Turned(StoryState state, SeatSettings settings, SeatId seat, string round, DateTimeOffset at)
    {
        SettingChanged Set(string name, string value) => new() { At = at, Seat = seat, Name = name, Value = value };
        var isStopped = round == StoryRounds.Stopped;
        return isStopped && !settings.IsOn(SettingNames.Blocker) ? [Set(SettingNames.Blocker, "on"), Set(SettingNames.Story, round)]
            : !isStopped && state.HasTurnedBlocker ? [Set(SettingNames.Blocker, ""), Set(SettingNames.Story, round)]
            : [Set(SettingNames.Story, round)];
    }
}
