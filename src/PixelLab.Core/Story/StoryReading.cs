using System.Globalization;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Readings;
using PixelLab.Core.Rules;
using PixelLab.Core.Town;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Story;

/// <summary>How the story is told at the moment.</summary>
public enum StoryRound
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>A shoe, the newspaper, the question why.</summary>
    Walk,

    /// <summary>The same with the lab's blocker on.</summary>
    Stopped,
}

/// <summary>
/// How far the story of a shoe has come: what the ad network heard of it since it began, and which ad followed. A fold over what happened in
/// the seat; it says nothing that no event shows.
/// </summary>
public sealed class StoryReading : Reading
{
    /// <summary>The site on which the shoe is looked at.</summary>
    public const string Shop = "shop";

    /// <summary>The site that then has the ad.</summary>
    public const string News = "news";

    private static readonly EventKinds Taken = EventKinds.Of(typeof(SettingChanged), typeof(Hit), typeof(PixelMissing), typeof(AdServed));

    private long _blockerTurned;

    /// <inheritdoc />
    public override EventKinds Takes => Taken;

    /// <summary>How it stands.</summary>
    public StoryState State { get; private set; } = new();

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        switch (labEvent)
        {
            case SettingChanged { Name: SettingNames.Blocker, Value: "on" }:
                _blockerTurned = labEvent.Id;
                break;
            case SettingChanged { Name: SettingNames.Story } told:
                Begin(told);
                break;
            case Hit { Vendor: AdnetWire.VendorName } hit when State.Round != StoryRound.None && !FetchReader.Of(hit).IsNobodys:
                State = Heard(hit);
                break;
            case PixelMissing { Vendor: AdnetWire.VendorName } missing when State.Round != StoryRound.None:
                State = missing.Site switch
                {
                    Shop => State with { NotTold = missing },
                    News when missing.Event == VendorEvents.AdRequest => State with { NoAd = missing },
                    _ => State,
                };
                break;
            // A page has several places for ads: the one with the shoe is the one to look at.
            case AdServed { Site: News } ad when State.Round != StoryRound.None && !(State.HasFollowed && State.Ad!.PageView == ad.PageView):
                State = State with { Ad = ad, NoAd = null };
                break;
            default:
                break;
        }
    }

    private void Begin(SettingChanged told)
    {
        var round = told.Value switch { StoryRounds.Walk => StoryRound.Walk, StoryRounds.Stopped => StoryRound.Stopped, _ => StoryRound.None };
        State = new StoryState
        {
            Round = round,
            // The lab turned its blocker on for the story where it did so with the same stroke.
            HasTurnedBlocker = round == StoryRound.Stopped && _blockerTurned > 0 && _blockerTurned == told.Id - 1,
            Before = round == StoryRound.Stopped ? State.Round == StoryRound.Walk ? State : State.Before : null,
        };
    }

    private StoryState Heard(Hit hit)
    {
        var noted = State with { Notes = State.Notes + 1, First = State.First ?? hit.At, Last = hit.At };
        return noted.Told is null && hit.Site == Shop && VendorList.EventOf(hit) == VendorEvents.ViewItem
            ? noted with { Told = hit.Id, Product = ProductOf(hit.Request), Numbers = AdnetNumbers.Of(hit) }
            : noted;
    }

    private static Product? ProductOf(CapturedRequest request) =>
        PlainText.Number(request.Parameter("cd[content_ids]") ?? "") is > 0 and < 10_000 and { } id ? Catalogue.Find((int)id) : null;
}

/// <summary>How far the story has come.</summary>
public sealed record StoryState
{
    /// <summary>How it is told.</summary>
    public StoryRound Round { get; init; }

    /// <summary>Whether the story itself turned the lab's blocker on, and has to turn it off again.</summary>
    public bool HasTurnedBlocker { get; init; }

    /// <summary>How it came the time before, where it is told again with the blocker on.</summary>
    public StoryState? Before { get; init; }

    /// <summary>How many requests the ad network noted since it began.</summary>
    public int Notes { get; init; }

    /// <summary>When the first of them came.</summary>
    public DateTimeOffset? First { get; init; }

    /// <summary>When the last of them came.</summary>
    public DateTimeOffset? Last { get; init; }

    /// <summary>The hit that told of the shoe; null before.</summary>
    public long? Told { get; init; }

    /// <summary>What was looked at, as the network was told.</summary>
    public Product? Product { get; init; }

    /// <summary>The pixel in the shop that never came.</summary>
    public PixelMissing? NotTold { get; init; }

    /// <summary>The ad at the newspaper; null before.</summary>
    public AdServed? Ad { get; init; }

    /// <summary>The ad at the newspaper that never was asked for.</summary>
    public PixelMissing? NoAd { get; init; }

    /// <summary>The network's numbers of the browser that told of the shoe.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];

    /// <summary>Whether the network, at the newspaper, could not tell that it was the browser that had told of the shoe.</summary>
    public bool IsTakenForAnother => Told is not null && Ad is { } ad && !(ad.Visitor is { } visitor && Numbers.Contains(visitor));

    /// <summary>Whether the ad shows what was looked at.</summary>
    public bool HasFollowed => Ad is { Reason: AdReasons.Retargeting } && Product is not null && Ad.Product == Product.Id.ToString(CultureInfo.InvariantCulture);
}
