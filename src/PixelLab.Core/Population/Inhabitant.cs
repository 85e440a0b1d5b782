using PixelLab.Core.Rules;
using PixelLab.Core.Town;
using PixelLab.Core.Vendors.Metrics;

namespace PixelLab.Core.Population;

/// <summary>A browser on one of somebody's devices.</summary>
/// <param name="Number">Its number in the population.</param>
/// <param name="Kind">What kind it is.</param>
/// <param name="Language">The languages it asks for.</param>
public sealed record OwnBrowser(int Number, BrowserKind Kind, string Language)
{
    private const int ColourDepth = 24;

    /// <summary>The town's days are counted in UTC, so its clocks show it.</summary>
    private const int TimeZone = 0;

    /// <summary>What a script measures of it.</summary>
    public MeasuredBrowser Measured { get; } = new(Language.Split(',')[0].ToLowerInvariant(), Kind.Screen, Kind.Window, ColourDepth, TimeZone);
}

/// <summary>One of the simulated people, with everything that decides what trackers see.</summary>
public sealed record Inhabitant
{
    /// <summary>The person's number, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>Name, address and account.</summary>
    public required Persona Persona { get; init; }

    /// <summary>One browser a device: the phone first, then the laptop.</summary>
    public required IReadOnlyList<OwnBrowser> Browsers { get; init; }

    /// <summary>The home's address (RFC 3849: the ranges of RFC 5737 hold too few for everybody's home).</summary>
    public required string HomeAddress { get; init; }

    /// <summary>The office's address, which many share (RFC 5737); null for somebody who works elsewhere.</summary>
    public required string? OfficeAddress { get; init; }

    /// <summary>Whether a relay gives another address at each visit.</summary>
    public required bool UsesRelay { get; init; }

    /// <summary>Whether third-party cookies are refused.</summary>
    public required bool RefusesThirdParty { get; init; }

    /// <summary>Whether a blocker stops the pixels.</summary>
    public required bool HasBlocker { get; init; }

    /// <summary>The day of the week, 0 to 6, on which all cookies are cleared; null for never.</summary>
    public required int? ClearsOn { get; init; }

    /// <summary>Whether the person is logged in at the shop.</summary>
    public required bool LogsIn { get; init; }

    /// <summary>Whether the browsers send Global Privacy Control.</summary>
    public required bool SendsGpc { get; init; }

    /// <summary>The answer to banners.</summary>
    public required BannerHabit Banner { get; init; }

    /// <summary>The kind of mail program.</summary>
    public required MailClient Mail { get; init; }

    /// <summary>Whether the newsletter comes.</summary>
    public required bool GetsNewsletter { get; init; }

    /// <summary>Visits a day, on average.</summary>
    public required double VisitsPerDay { get; init; }

    /// <summary>The department of the shop that the person likes, as its place in the shop's menu.</summary>
    public required int Likes { get; init; }

    /// <summary>The likelihood that a visit to the shop ends at the till.</summary>
    public required double Buys { get; init; }
}

/// <summary>What somebody does at a banner.</summary>
public enum BannerHabit
{
    /// <summary>Agrees.</summary>
    Accepts,

    /// <summary>Refuses.</summary>
    Refuses,

    /// <summary>Looks past it.</summary>
    Ignores,
}
