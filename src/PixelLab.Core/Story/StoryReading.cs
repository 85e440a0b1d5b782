using PixelLab.Core.Events;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Readings;
using PixelLab.Core.Rules;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Postbox;
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

    /// <summary>The shoe, by its number in the catalogue.</summary>
    public const string Shoe = "3";

    /// <summary>The site that then has the ad.</summary>
    public const string News = "news";

    /// <summary>The place for an ad that the story leads to.</summary>
    public const string Slot = "article-middle";

    /// <summary>The most letters that are remembered; the first ones stay.</summary>
    private const int MostLetters = 500;

    /// <summary>The most requests for ads that wait for the ad; a page has a handful.</summary>
    private const int MostAsked = 20;

    private static readonly EventKinds Taken =
        EventKinds.Of(typeof(SettingChanged), typeof(Hit), typeof(PixelMissing), typeof(AdServed), typeof(MailSent));

    /// <summary>The letters, each of which its pixel stands for.</summary>
    private readonly Dictionary<string, MailSent> _letters = new(StringComparer.Ordinal);

    /// <summary>What the newest requests for ads told, by their hits: the ad that came of one is noted after it.</summary>
    private readonly Queue<(long Hit, IReadOnlyList<Told> Told)> _asked = [];
    private DateTimeOffset? _blockerTurned;

    /// <inheritdoc />
    public override EventKinds Takes => Taken;

    /// <summary>How it stands.</summary>
    public StoryState State { get; private set; } = new();

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        switch (labEvent)
        {
            case SettingChanged { Name: SettingNames.Blocker } turned:
                _blockerTurned = turned.Value == "on" ? turned.At : null;
                State = State with { HasTurnedBlocker = false };
                break;
            case SettingChanged { Name: SettingNames.Story } told:
                Begin(told);
                break;
            case Hit { Vendor: AdnetWire.VendorName } hit when State.Round != StoryRound.None && !FetchReader.Of(hit).IsNobodys:
                State = Heard(hit);
                break;
            case MailSent sent when _letters.Count < MostLetters:
                _letters.TryAdd(sent.Mail, sent);
                break;
            case Hit { Vendor: PostboxWire.VendorName } hit
                when State.Round != StoryRound.None && VendorList.EventOf(hit) == VendorEvents.EmailOpen && FetchReader.Of(hit) is { IsNobodys: false, IsMailServices: false }:
                State = State with { Letter = hit.Id, Mail = PostboxWire.MailOf(hit.Request) is { } mail ? _letters.GetValueOrDefault(mail) : null };
                break;
            case PixelMissing { Vendor: AdnetWire.VendorName, Site: Shop, Event: VendorEvents.ViewItem } missing when WasStopped(missing):
                State = State with { NotTold = missing };
                break;
            // Where one place of the page has its ad, another that has none says nothing.
            case PixelMissing { Vendor: AdnetWire.VendorName, Site: News, Event: VendorEvents.AdRequest } missing
                when WasStopped(missing) && State.Ad?.PageView != missing.Plant.Split('.')[0]:
                State = State with { NoAd = missing };
                break;
            // A page has several places for ads: the one to look at has the shoe, or is the one that the story leads to.
            case AdServed { Site: News } ad
                when State.Round != StoryRound.None && !(State.Ad is { } seen && seen.PageView == ad.PageView && (State.HasFollowed || seen.Slot == Slot) && !IsTheShoe(ad)):
                State = State with { Ad = ad, NoAd = null, ToldAtNews = ToldFor(ad) };
                break;
            default:
                break;
        }
    }

    private void Begin(SettingChanged told)
    {
        var led = LedTo(told.Value);
        if (led > StoryStep.Shoe && State.Round == StoryRound.Walk)
        {
            // The class goes on in the walk that it is in.
            State = State with { Led = led };
            return;
        }

        var round = told.Value switch { StoryRounds.Walk => StoryRound.Walk, StoryRounds.Stopped => StoryRound.Stopped, _ => led is null ? StoryRound.None : StoryRound.Walk };
        State = new StoryState
        {
            Round = round,
            Led = led,
            // The lab turned its blocker on for the story where it did so with the same stroke.
            HasTurnedBlocker = State.HasTurnedBlocker || (round == StoryRound.Stopped && _blockerTurned == told.At),
            Before = round == StoryRound.Stopped ? State.Round == StoryRound.Walk ? State : State.Before : null,
        };
    }

    /// <summary>The step that a value of the switch leads a class to; null where it leads none.</summary>
    public static StoryStep? LedTo(string value) => StoryRounds.Led.IndexOf(value) is var step and >= 0 ? (StoryStep)step : null;

    private StoryState Heard(Hit hit)
    {
        if (VendorList.EventOf(hit) == VendorEvents.AdRequest)
        {
            _asked.Enqueue((hit.Id, ToldReader.Of(hit, FetchReader.Of(hit))));
            if (_asked.Count > MostAsked)
            {
                _asked.Dequeue();
            }
        }

        var noted = State with
        {
            Notes = State.Notes + 1,
            First = State.First ?? hit.At,
            Last = hit.At,
            KeptInShop = hit.Site == Shop ? AdnetNumbers.Sent(hit.Request) ?? State.KeptInShop : State.KeptInShop,
        };
        return noted.Told is null && VendorList.EventOf(hit) == VendorEvents.ViewItem && hit.Request.Parameter("cd[content_ids]") == Shoe
            ? noted with { Told = hit.Id, Numbers = AdnetNumbers.Of(hit), ToldInShop = ToldReader.Of(hit, FetchReader.Of(hit)) }
            : noted;
    }

    /// <summary>What the request for an ad told, which the ad's record names last.</summary>
    private IReadOnlyList<Told> ToldFor(AdServed ad) => ad.Because is [.., var request] ? _asked.FirstOrDefault(one => one.Hit == request).Told ?? [] : [];

    private static bool IsTheShoe(AdServed ad) => ad is { Reason: AdReasons.Retargeting, Product: Shoe };

    /// <summary>Whether something stopped it: one that still waits for somebody to look or to scroll may come yet.</summary>
    private bool WasStopped(PixelMissing missing) =>
        State.Round != StoryRound.None && missing.Reason is not (MissingReason.NotLookedAt or MissingReason.NotScrolledTo);
}

/// <summary>How far the story has come.</summary>
public sealed record StoryState
{
    /// <summary>How it is told.</summary>
    public StoryRound Round { get; init; }

    /// <summary>How far a class is led in step; null where everybody goes on by themselves.</summary>
    public StoryStep? Led { get; init; }

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

    /// <summary>The pixel in the shop that would have told of it and never came.</summary>
    public PixelMissing? NotTold { get; init; }

    /// <summary>All that it told.</summary>
    public IReadOnlyList<Told> ToldInShop { get; init; } = [];

    /// <summary>All that the newspaper's request for an ad told.</summary>
    public IReadOnlyList<Told> ToldAtNews { get; init; } = [];

    /// <summary>The hit that told the email service of an opened letter; null before.</summary>
    public long? Letter { get; init; }

    /// <summary>That letter; null where none of that name was sent.</summary>
    public MailSent? Mail { get; init; }

    /// <summary>The ad at the newspaper; null before.</summary>
    public AdServed? Ad { get; init; }

    /// <summary>The request for that ad, which its record names last; null before.</summary>
    public long? Asked => Ad?.Because is [.., var request] ? request : null;

    /// <summary>The ad at the newspaper that never was asked for.</summary>
    public PixelMissing? NoAd { get; init; }

    /// <summary>The network's numbers of the browser that told of the shoe.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];

    /// <summary>The network's number that the browser sent in the shop; null where it sent none.</summary>
    public string? KeptInShop { get; init; }

    /// <summary>Whether the network, at the newspaper, could not tell that it was the browser that had told of the shoe.</summary>
    public bool IsTakenForAnother => Told is not null && Ad is { } ad && !(ad.Visitor is { } visitor && Numbers.Contains(visitor));

    /// <summary>Whether the ad shows the shoe since it was looked at.</summary>
    public bool HasFollowed => Told is not null && Ad is { Reason: AdReasons.Retargeting, Product: StoryReading.Shoe };
}
